package org.recordlake.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An XLSX file read back without the library that wrote it. */
final class Workbook {
  private final Map<String, String> entries = new LinkedHashMap<>();

  Workbook(byte[] xlsx) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  /** Everything in the file, as text. */
  String everything() {
    return String.join("\n", entries.values());
  }

  List<String> sheetNames() throws Exception {
    return attributes(parse("xl/workbook.xml"), "sheet", "name");
  }

  /** An attribute of every element of this tag in a sheet. */
  List<String> attributes(int number, String tag, String attribute) throws Exception {
    return attributes(parse("xl/worksheets/sheet" + number + ".xml"), tag, attribute);
  }

  String styles() {
    return entries.get("xl/styles.xml");
  }

  /**
   * The cells of a sheet, row by row, each as its type, a colon and its content; an empty cell is
   * empty.
   */
  List<List<String>> cells(int number) throws Exception {
    List<String> strings = sharedStrings();
    List<List<String>> rows = new ArrayList<>();
    for (Element row :
        elements(parse("xl/worksheets/sheet" + number + ".xml").getDocumentElement(), "row")) {
      rows.add(elements(row, "c").stream().map(cell -> content(cell, strings)).toList());
    }
    return rows;
  }

  private static String content(Element cell, List<String> strings) {
    List<Element> values = elements(cell, "v");
    if (values.isEmpty()) {
      return "";
    }
    String type = cell.getAttribute("t");
    String value = values.get(0).getTextContent();
    String content = type.equals("s") ? strings.get(Integer.parseInt(value)) : value;
    return content.isEmpty() ? "" : type + ":" + content;
  }

  private List<String> sharedStrings() throws Exception {
    return elements(parse("xl/sharedStrings.xml").getDocumentElement(), "si").stream()
        .map(Element::getTextContent)
        .toList();
  }

  private Document parse(String entry) throws Exception {
    byte[] xml = entries.get(entry).getBytes(StandardCharsets.UTF_8);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
  }

  private static List<String> attributes(Document document, String tag, String attribute) {
    return elements(document.getDocumentElement(), tag).stream()
        .map(e -> e.getAttribute(attribute))
        .toList();
  }

  private static List<Element> elements(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
