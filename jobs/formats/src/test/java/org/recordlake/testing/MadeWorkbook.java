package org.recordlake.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The smallest XLSX workbook (ECMA-376): sheets of texts, numbers, days and times. */
public final class MadeWorkbook {
  private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String MAIN =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1899, 12, 30, 0, 0);

  private MadeWorkbook() {}

  /** A sheet whose cells are strings, numbers, {@link LocalDate}s or {@link LocalDateTime}s. */
  public record Sheet(String state, List<? extends List<?>> rows) {
    public static Sheet shown(List<? extends List<?>> rows) {
      return new Sheet("visible", rows);
    }

    public static Sheet hidden(List<? extends List<?>> rows) {
      return new Sheet("hidden", rows);
    }
  }

  /** A workbook of one sheet. */
  public static byte[] of(List<? extends List<?>> rows) {
    return ofSheets(List.of(Sheet.shown(rows)));
  }

  /** {@code workbook} without its styles and what names them, as simple programs write it. */
  public static byte[] withoutStyles(byte[] workbook) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = parts.getNextEntry(); entry != null; entry = parts.getNextEntry()) {
        String text = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
        if (!entry.getName().equals("xl/styles.xml")) {
          String plain =
              text.substring(text.indexOf("?>") + 2)
                  .replace(part("styles.xml", "styles"), "")
                  .replace(relation("styles", "styles", "styles.xml"), "");
          add(zip, entry.getName(), plain);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static byte[] ofSheets(List<Sheet> sheets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      StringBuilder parts = new StringBuilder();
      StringBuilder names = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      for (int number = 1; number <= sheets.size(); number++) {
        String file = "worksheets/sheet" + number + ".xml";
        parts.append(part(file, "worksheet"));
        names.append(named(number, sheets.get(number - 1).state()));
        relations.append(relation("rId" + number, "worksheet", file));
      }
      add(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
              + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
              + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              + part("workbook.xml", "sheet.main")
              + parts
              + part("styles.xml", "styles")
              + "</Types>");
      add(zip, "_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations(relations + relation("styles", "styles", "styles.xml")));
      add(
          zip,
          "xl/workbook.xml",
          "<workbook"
              + MAIN
              + " xmlns:r=\""
              + RELATION
              + "\"><sheets>"
              + names
              + "</sheets></workbook>");
      add(
          zip,
          "xl/styles.xml",
          "<styleSheet"
              + MAIN
              + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
              + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
      for (int number = 1; number <= sheets.size(); number++) {
        add(zip, "xl/worksheets/sheet" + number + ".xml", sheet(sheets.get(number - 1).rows()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String named(int number, String state) {
    return "<sheet name=\"Data%d\" sheetId=\"%d\" state=\"%s\" r:id=\"rId%d\"/>"
        .formatted(number, number, state, number);
  }

  private static String part(String name, String type) {
    return "<Override PartName=\"/xl/"
        + name
        + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml."
        + type
        + "+xml\"/>";
  }

  private static String relations(String all) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + all
        + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATION, type, target);
  }

  private static String sheet(List<? extends List<?>> rows) {
    StringBuilder xml = new StringBuilder("<worksheet" + MAIN + "><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        xml.append(cell(name(column) + (row + 1), rows.get(row).get(column)));
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static String cell(String place, Object value) {
    if (value instanceof Number) {
      return "<c r=\"" + place + "\"><v>" + value + "</v></c>";
    } else if (value instanceof LocalDate day) {
      return date(place, day.atStartOfDay());
    } else if (value instanceof LocalDateTime time) {
      return date(place, time);
    } else if (value.toString().isEmpty()) {
      return "";
    }
    String text = value.toString().replace("&", "&amp;").replace("<", "&lt;");
    return "<c r=\""
        + place
        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + text
        + "</t></is></c>";
  }

  private static String date(String place, LocalDateTime time) {
    double serial = ChronoUnit.SECONDS.between(FIRST_DAY, time) / 86_400.0;
    return "<c r=\"" + place + "\" s=\"1\"><v>" + serial + "</v></c>";
  }

  private static String name(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : name(column / 26 - 1) + (char) ('A' + column % 26);
  }

  private static void add(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** The parts of a workbook by name, in their order. */
  public static Map<String, byte[]> parts(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }
}
