package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.testing.ProjectFolder;

class WavesTest {
  private static final Catalog CATALOG = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
  private static final List<String> TABLES =
      List.of("device_usage", "meeting_media", "meeting_participants", "meetings");

  @Test
  void datesComeFirstAndWhatAsksForAChoiceLast() {
    assertThat(Waves.of(CATALOG, TABLES))
        .containsExactly(
            List.of("meetings"),
            List.of("device_usage", "meeting_participants"),
            List.of("meeting_media"));
  }

  @Test
  void underAHoldARowComesAfterThoseItBelongsTo() {
    assertThat(Waves.underHolds(CATALOG, TABLES))
        .containsExactly(
            List.of("meetings"),
            List.of("meeting_participants"),
            List.of("device_usage"),
            List.of("meeting_media"));
  }
}
