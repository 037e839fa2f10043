package org.recordlake.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.testing.ProjectFolder;

/** Links name rows as queries do, and holds follow them by what the catalogue says: the same. */
class RowNamesTest {
  private static final Pattern ROW_KEY =
      Pattern.compile("(?:concat_ws\\('/', ([a-z_, ]+)\\)|([a-z_]+)) as row_key");

  @Test
  void aQueryNamesRowsByTheColumnsTheCatalogueSays() throws IOException {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    List<String> linked = PartyReader.linked(catalog);
    assertThat(linked).contains("meeting_participants", "customers");
    for (String table : linked) {
      TableSpec spec = catalog.table(table);
      assertThat(rowKey(table)).as(table).isEqualTo(spec.rowName());
    }
  }

  private static List<String> rowKey(String table) throws IOException {
    try (InputStream in =
        RowNamesTest.class.getResourceAsStream("/sql/identity/" + table + ".sql")) {
      Matcher matcher = ROW_KEY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(matcher.find()).as(table).isTrue();
      return List.of(
          (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).split(", ", -1));
    }
  }
}
