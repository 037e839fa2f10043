package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On 22 November 2026, 24 months after 22 November 2024 is the last day a chat may be kept. */
class RetentionOutlookTest {
  @Test
  void tellsWhatIsOverdueWhatIsHeldAndWhatComesWithinEachSpanOfDays(@TempDir Path folder) {
    SmallLake lake = new SmallLake(folder);
    lake.store(
        "chat_messages",
        chat("overdue", "2024-11-21"),
        chat("held", "2024-11-21"),
        chat("last-day", "2024-11-22"),
        chat("within-30", "2024-12-21"),
        chat("after-30", "2024-12-22"),
        chat("after-90", "2025-02-20"),
        chat("after-365", "2025-11-22"));
    lake.store(
        "legal_holds",
        Map.of(
            "hold_id", "H-2026-0001",
            "scope_column", "meeting_id",
            "scope_value", "held",
            "tables", "all",
            "placed_on", "2026-01-01"));

    RetentionOutlook outlook = RetentionOutlook.of(lake.on("2026-11-22"));

    assertThat(outlook.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.table() + " " + line.rule().id())
                  .isEqualTo("records.chat_messages R4");
              assertThat(List.of(line.overdue(), line.held())).containsExactly(1L, 1L);
              assertThat(line.within()).containsExactly(2L, 3L, 4L);
            });
    assertThat(outlook.overdue()).isEqualTo(1);
  }

  private static Map<String, Object> chat(String meeting, String day) {
    return Map.of("meeting_id", meeting, "meeting_date", day);
  }
}
