package org.recordlake.disposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.catalog.TableSpec;
import org.recordlake.testing.ProjectFolder;

class KinshipTest {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final Kinship KINSHIP = new Kinship(CATALOG);

  @Test
  void aRowBelongsToThoseItNames() {
    assertThat(owners("device_usage"))
        .containsExactlyInAnyOrder("customers", "meetings", "meeting_participants");
    assertThat(owners("sales_calls")).containsExactlyInAnyOrder("customers", "contacts");
    assertThat(owners("customers")).isEmpty();
  }

  @Test
  void aRowStandsBelowThoseItBelongsTo() {
    assertThat(KINSHIP.depth(CATALOG.table("customers"))).isZero();
    assertThat(KINSHIP.depth(CATALOG.table("meeting_participants"))).isEqualTo(1);
    assertThat(KINSHIP.depth(CATALOG.table("device_usage"))).isEqualTo(2);
  }

  @Test
  void aRowHangsFromTheOneItsDateComesFrom() {
    assertThat(hanging("meetings"))
        .contains("meeting_participants by meeting_id", "meeting_media by meeting_id")
        .doesNotContain("customers by customer_id");
    assertThat(hanging("supplier_contracts"))
        .containsExactly("paper_records by award_key", "supplier_contract_actions by award_key");
    assertThat(hanging("customers"))
        .contains("payments by customer_id")
        .doesNotContain("chat_messages by customer_id");
    assertThat(hanging("events")).isEmpty();
  }

  private static List<String> owners(String table) {
    return KINSHIP.owners(CATALOG.table(table)).stream().map(TableSpec::name).toList();
  }

  private static List<String> hanging(String table) {
    return KINSHIP.hanging(CATALOG.table(table)).stream()
        .map(child -> child.table().name() + " by " + child.by())
        .toList();
  }
}
