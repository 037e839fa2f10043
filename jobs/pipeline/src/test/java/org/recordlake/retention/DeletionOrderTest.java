package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.testing.ProjectFolder;

class DeletionOrderTest {
  private final Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");

  @Test
  void whatHangsFromATableGoesBeforeThatTable() {
    List<List<TableSpec>> groups = DeletionOrder.groups(catalog.tables(Zone.RECORDS));
    assertThat(groups).hasSize(2);
    assertThat(groups.get(1))
        .extracting(TableSpec::name)
        .containsExactlyInAnyOrder("customers", "meetings", "supplier_contracts");
  }

  @Test
  void noTableIsLeftOut() {
    assertThat(DeletionOrder.groups(catalog.tables(Zone.RECORDS)))
        .flatExtracting(group -> group)
        .containsExactlyInAnyOrderElementsOf(catalog.tables(Zone.RECORDS));
  }
}
