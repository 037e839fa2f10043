package org.recordlake.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The README of the samples: fixed words around the balance and the list of planted rows, which are
 * counted and not typed.
 */
final class SampleReadme {
  private SampleReadme() {}

  static String text(SampleFolder folder) {
    return words()
        .replace("{seed}", String.valueOf(SampleLake.SEED))
        .replace("{customers}", String.valueOf(SampleLake.CUSTOMERS))
        .replace("{months}", String.valueOf(SampleLake.MONTHS))
        .replace("{end}", SampleLake.END_ON.toString())
        .replace("{balance}", balance(folder))
        .replace("{plants}", plants(folder));
  }

  private static String words() {
    try (InputStream words = SampleReadme.class.getResourceAsStream("data-samples-readme.md")) {
      return new String(words.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String balance(SampleFolder folder) {
    StringBuilder text =
        new StringBuilder(
            "| table | rows read | stored | updated | duplicate | quarantined | expired on arrival"
                + " | outside the catalogue |\n");
    text.append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
    folder
        .balance()
        .forEach(
            (table, counts) -> {
              text.append("| `")
                  .append(table)
                  .append("` | ")
                  .append(counts.values().stream().mapToInt(Integer::intValue).sum());
              for (Outcome outcome : Outcome.values()) {
                text.append(" | ").append(counts.getOrDefault(outcome, 0));
              }
              text.append(" |\n");
            });
    return text.toString();
  }

  private static String plants(SampleFolder folder) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, SampleFile> entry : folder.files().entrySet()) {
      SampleFile file = entry.getValue();
      if (file.lines().stream().anyMatch(SampleFile.Line::planted)) {
        text.append("\n### ")
            .append(entry.getKey())
            .append("\n\n| line | what | outcome | why |\n|---:|---|---|---|\n");
        for (int index = 0; index < file.lines().size(); index++) {
          SampleFile.Line line = file.lines().get(index);
          if (line.planted()) {
            text.append("| ")
                .append(file.lineNumber(index))
                .append(" | ")
                .append(line.what())
                .append(" | ");
            text.append(line.outcome().words()).append(" | ").append(line.why()).append(" |\n");
          }
        }
      }
    }
    return text.toString();
  }
}
