package org.recordlake.scan.decode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * PDF: the text of its pages, every string and stream of its objects (metadata, notes, attached
 * files), and compressed streams that no object leads to any more.
 */
final class PdfText {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

  private final String where;
  private final Examiner examiner;

  private PdfText(String where, Examiner examiner) {
    this.where = where;
    this.examiner = examiner;
  }

  static void read(Content content, String where, Examiner examiner) throws IOException {
    PdfText pdf = new PdfText(where, examiner);
    byte[] bytes = Whole.bytes(content, examiner.limits());
    examiner.bytes(content, where, false);
    pdf.streams(bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      pdf.pages(document);
      pdf.objects(document);
    } catch (InvalidPasswordException e) {
      throw new Refusal("encrypted PDF");
    }
  }

  private void pages(PDDocument document) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      examiner.text(stripper.getText(document), in("page " + page));
    }
  }

  private void objects(PDDocument document) throws IOException {
    object(document.getDocument().getTrailer(), "trailer");
    for (COSObjectKey key : new TreeSet<>(document.getDocument().getXrefTable().keySet())) {
      COSBase object = document.getDocument().getObjectFromPool(key).getObject();
      object(object, "object " + key.getNumber());
    }
  }

  /** References are not followed: each object has its own turn. */
  private void object(COSBase object, String place) throws IOException {
    if (object instanceof COSString string) {
      examiner.text(string.getString(), in(place));
    } else if (object instanceof COSArray array) {
      for (COSBase each : array) {
        object(each, place);
      }
    } else if (object instanceof COSDictionary dictionary) {
      for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
        examiner.text(entry.getKey().getName(), in(place));
        object(entry.getValue(), place);
      }
      if (object instanceof COSStream stream && !isImage(stream)) {
        try (InputStream in = examiner.counted(stream.createInputStream())) {
          examiner.inner(Content.bytes("", in.readAllBytes()), in(place));
        }
      }
    }
  }

  private static boolean isImage(COSStream stream) {
    return COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
  }

  private void streams(byte[] bytes) {
    for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
      int from = at;
      while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
        from++;
      }
      byte[] inflated = inflated(bytes, from);
      examiner.bytes(inflated, 0, inflated.length, in("streams"));
    }
  }

  /** Where the next stream begins, or -1. */
  private static int next(byte[] bytes, int from) {
    for (int i = Math.max(from, 3); i <= bytes.length - STREAM.length; i++) {
      if (bytes[i] == STREAM[0]
          && bytes[i - 1] != 'd'
          && Arrays.equals(bytes, i, i + STREAM.length, STREAM, 0, STREAM.length)) {
        return i + STREAM.length;
      }
    }
    return -1;
  }

  private byte[] inflated(byte[] bytes, int from) {
    Inflater inflater = new Inflater();
    inflater.setInput(bytes, from, bytes.length - from);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 14];
    try {
      for (int read = inflater.inflate(block);
          read > 0 && out.size() < examiner.limits().memory();
          read = inflater.inflate(block)) {
        out.write(block, 0, read);
      }
    } catch (DataFormatException e) {
      // No Flate, or broken off: what came out is looked at.
    } finally {
      inflater.end();
    }
    return out.toByteArray();
  }

  private String in(String place) {
    return Examiner.in(where, place);
  }
}
