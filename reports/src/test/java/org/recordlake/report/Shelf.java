package org.recordlake.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A written report pack, read back by a test. */
record Shelf(Path folder) {
  static Shelf of(Path folder, ReportData... reports) {
    new ReportPack().write(folder, List.of(reports), Fixtures.facts());
    return new Shelf(folder);
  }

  byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  String pdfText(String file) throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes(file))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replace("\r", "");
    }
  }

  Workbook workbook(String file) throws IOException {
    return new Workbook(bytes(file));
  }

  /**
   * Every file by its name below the folder, as the text a reader or a program could take from it.
   */
  Map<String, String> readable() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (String file : files()) {
      texts.put(file, readable(file));
    }
    return texts;
  }

  List<String> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private String readable(String file) throws IOException {
    if (file.endsWith(".pdf")) {
      return pdfText(file);
    }
    return file.endsWith(".xlsx") ? workbook(file).everything() : text(file);
  }
}
