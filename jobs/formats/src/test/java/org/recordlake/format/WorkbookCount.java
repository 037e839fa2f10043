package org.recordlake.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.recordlake.testing.MadeWorkbook;

/**
 * How many rows of a workbook say anything, counted from its parts (ECMA-376) without any code of
 * the readers.
 *
 * @param rows those on sheets that are not hidden
 * @param sheets number of these sheets
 */
record WorkbookCount(long rows, int sheets) {
  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  /** Empty if nobody can count them: the archive or a sheet is damaged. */
  static Optional<WorkbookCount> of(byte[] workbook) {
    try {
      Map<String, byte[]> parts = MadeWorkbook.parts(workbook);
      List<String> shown = shown(parts.get("xl/workbook.xml"));
      long rows = 0;
      for (String sheet : shown) {
        rows += rows(parts.get("xl/worksheets/sheet" + sheet + ".xml"));
      }
      return Optional.of(new WorkbookCount(rows, shown.size()));
    } catch (IOException | XMLStreamException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static List<String> shown(byte[] book) throws XMLStreamException {
    Map<String, String> states = new HashMap<>();
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(book));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
        states.put(
            xml.getAttributeValue(null, "sheetId"),
            Optional.ofNullable(xml.getAttributeValue(null, "state")).orElse("visible"));
      }
    }
    return states.entrySet().stream()
        .filter(sheet -> sheet.getValue().equals("visible"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static long rows(byte[] sheet) throws XMLStreamException {
    long rows = 0;
    boolean says = false;
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(sheet));
    String within = "";
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        within = xml.getLocalName();
        says &= !within.equals("row");
      } else if (event == XMLStreamConstants.CHARACTERS) {
        says |= (within.equals("t") || within.equals("v")) && !xml.getText().isBlank();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        within = "";
        rows += xml.getLocalName().equals("row") && says ? 1 : 0;
        if (xml.getLocalName().equals("sheetData")) {
          return rows;
        }
      }
    }
    return rows;
  }
}
