package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.problem.ExitCode;

/** What a disposal touches where rows lie by the last day they may be kept. */
class LayoutTest {
  @TempDir Path folder;

  private SmallLake lake;

  @BeforeEach
  void threeMeetingsADayEach() {
    lake = new SmallLake(folder);
    for (String day : new String[] {"10", "11", "12"}) {
      lake.store("meetings", dated("M" + day, day, Map.of()));
      lake.store("chat_messages", dated("M" + day, day, Map.of("message_id", "X" + day)));
    }
  }

  @Test
  @DisplayName("Of a day that falls due whole files go, and all others are as they were")
  void wholeFilesGo() {
    Set<String> before = files();
    run("2026-11-11");
    assertThat(lake.keys("meetings")).containsExactly("M11", "M12");
    assertThat(lake.keys("chat_messages")).containsExactly("M11", "M12");
    assertThat(before).containsAll(files()).hasSize(6);
    assertThat(files()).hasSize(4);
  }

  @Test
  @DisplayName(
      "A row that lies by a day that is no longer its own goes with its meeting all the same")
  void movedMeetings() {
    lake.store("meetings", dated("EARLY", "10", Map.of()), dated("LATE", "20", Map.of()));
    lake.store("chat_messages", dated("EARLY", "15", Map.of()), dated("LATE", "10", Map.of()));
    run("2026-11-11");
    assertThat(lake.keys("meetings")).containsExactly("LATE", "M11", "M12");
    assertThat(lake.keys("chat_messages")).containsExactly("LATE", "M11", "M12");
  }

  @Test
  @DisplayName("Where nothing lies untidily, nothing is done")
  void nothingToTidy() {
    Set<String> before = files();
    assertThat(new Tidy().plan(lake.on("2026-11-11")).lines()).isEmpty();
    assertThat(lake.run("2026-11-11", new Tidy()).output()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private void run(String asOf) {
    lake.run(asOf, new RetentionDelete());
    assertThat(lake.run(asOf, new RetentionPurge()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  private Set<String> files() {
    Set<String> files = new HashSet<>(lake.lake().committedFiles("meetings"));
    files.addAll(lake.lake().committedFiles("chat_messages"));
    return files;
  }

  private static Map<String, Object> dated(String meeting, String day, Map<String, Object> more) {
    Map<String, Object> row = new HashMap<>(more);
    row.put("meeting_id", meeting);
    row.put("meeting_date", "2024-11-" + day);
    row.put("due_on", "2026-11-" + day);
    return row;
  }
}
