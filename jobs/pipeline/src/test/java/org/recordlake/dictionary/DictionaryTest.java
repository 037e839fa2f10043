package org.recordlake.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.Column;
import org.recordlake.catalog.TableSpec;
import org.recordlake.testing.ProjectFolder;

class DictionaryTest {
  private static final Pattern LINK = Pattern.compile("(?:href=\"|\\]\\()([^\")#]+)[\")]");

  @TempDir Path folder;
  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @BeforeEach
  void write() {
    assertThat(Dictionary.write(catalog, folder)).isEqualTo(2 * catalog.tables().size() + 2);
  }

  @Test
  void everyColumnOfEveryTableIsDescribedInBothForms() throws IOException {
    for (TableSpec table : catalog.tables()) {
      String markdown = read(table.path() + ".md");
      String html = read(table.path() + ".html");
      assertThat(markdown).contains("# " + table.qualifiedName());
      for (Column column : table.columns()) {
        assertThat(markdown).contains("| `" + column.name() + "` | ");
        assertThat(html).contains("<code>" + column.name() + "</code>");
      }
    }
  }

  @Test
  void aPageTellsRetentionWithItsCitationAndWhatIsStored() throws IOException {
    assertThat(read("records/payments.md"))
        .contains(
            "| R2a | Rows whose method is ach are destroyed 2 years after paid_on. | Retention and"
                + " Disposal 2 |",
            "| Whom a row is about | the individual in customer_id |",
            "stored as card_number_token, card_number_last4, card_number_sealed",
            "refused, never stored",
            "| `recorded_on` | date | no | none |",
            "- method is one of card, check, ach, or the row is set aside as NOT_ALLOWED");
    assertThat(read("marts/customer_value.md")).contains("| Made by | insights from customers, ");
  }

  @Test
  void everyLinkLeadsToAPage() throws IOException {
    for (String page : List.of("index", "records/payments", "marts/customer_value")) {
      for (String ending : List.of(".md", ".html")) {
        Matcher links = LINK.matcher(read(page + ending));
        while (links.find()) {
          assertThat(folder.resolve(page + ending).resolveSibling(links.group(1))).exists();
        }
      }
    }
  }

  @Test
  void whatACatalogueFileSaysIsTextAndNeverMarkup() throws IOException {
    Path conf = folder.resolve("conf/catalog/records");
    String file =
        Files.readString(Path.of(catalog.table("events").file()))
            .replace("Building or hall.", "Building <script>alert(1)</script> | hall");
    copy(ProjectFolder.conf().resolve("notice"), folder.resolve("conf/notice"));
    for (String zone : List.of("records", "marts", "governance")) {
      copy(ProjectFolder.conf().resolve("catalog/" + zone), folder.resolve("conf/catalog/" + zone));
    }
    Files.writeString(conf.resolve("events.yaml"), file);
    Dictionary.write(CatalogLoader.load(folder.resolve("conf"), "usps-890-000"), folder);
    assertThat(read("records/events.html"))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
    assertThat(read("records/events.md")).contains("</script> \\| hall |");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private String read(String page) throws IOException {
    return Files.readString(folder.resolve(page));
  }
}
