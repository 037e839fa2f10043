package org.recordlake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Takes the clock and the dice out of an exported PDF, so that the same data gives the same bytes:
 * creation dates become the as-of date, the file identifier follows from the report, and the random
 * prefixes of embedded fonts are numbered.
 */
final class SteadyPdf {
  private static final int PREFIX = 6;

  /**
   * The old identifier, and keys of the old cross-reference stream whose compressed length varies.
   */
  private static final List<COSName> LEFTOVERS =
      List.of(
          COSName.ID,
          COSName.LENGTH,
          COSName.FILTER,
          COSName.TYPE,
          COSName.W,
          COSName.INDEX,
          COSName.SIZE);

  private SteadyPdf() {}

  static byte[] of(byte[] exported, ReportData data) {
    try (PDDocument document = Loader.loadPDF(exported)) {
      setDates(document.getDocumentInformation(), data);
      document.setDocumentId(
          (data.definition().name() + data.asOf() + data.runId()).hashCode() & 0xffffffffL);
      LEFTOVERS.forEach(document.getDocument().getTrailer()::removeItem);
      numberFonts(document);
      ByteArrayOutputStream steady = new ByteArrayOutputStream(exported.length);
      document.save(steady, CompressParameters.DEFAULT_COMPRESSION);
      return steady.toByteArray();
    } catch (IOException e) {
      throw new ReportException(
          "Cannot finish PDF",
          "report " + data.definition().name(),
          "See the cause; the template may be damaged.",
          e);
    }
  }

  private static void setDates(PDDocumentInformation information, ReportData data) {
    Calendar day = GregorianCalendar.from(data.asOf().atStartOfDay(data.zone()));
    information.setCreationDate(day);
    information.setModificationDate(day);
  }

  /** Fonts are numbered in the order of the document's objects, which follows from the pages. */
  private static void numberFonts(PDDocument document) {
    Map<String, String> names = new HashMap<>();
    for (COSDictionary dictionary : dictionaries(document)) {
      for (COSName key : List.of(COSName.BASE_FONT, COSName.FONT_NAME)) {
        String name = dictionary.getNameAsString(key);
        if (name != null && isSubset(name)) {
          String steady =
              names.computeIfAbsent(name, n -> prefix(names.size()) + n.substring(PREFIX));
          dictionary.setName(key, steady);
        }
      }
    }
  }

  private static List<COSDictionary> dictionaries(PDDocument document) {
    List<COSDictionary> found = new ArrayList<>();
    document.getDocument().getXrefTable().keySet().stream()
        .sorted()
        .map(key -> document.getDocument().getObjectFromPool(key))
        .map(COSObject::getObject)
        .forEach(object -> collect(object, found));
    return found;
  }

  private static void collect(COSBase object, List<COSDictionary> found) {
    if (object instanceof COSDictionary dictionary) {
      found.add(dictionary);
    }
  }

  private static boolean isSubset(String name) {
    return name.length() > PREFIX && name.charAt(PREFIX) == '+';
  }

  private static String prefix(int number) {
    char[] letters = "AAAAAA".toCharArray();
    for (int i = PREFIX - 1, rest = number; rest > 0; i--, rest /= 26) {
      letters[i] = (char) ('A' + rest % 26);
    }
    return new String(letters);
  }
}
