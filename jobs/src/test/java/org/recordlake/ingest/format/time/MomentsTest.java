package org.recordlake.ingest.format.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.config.Settings.DateOrder;

class MomentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22|2026-11-22",
        "2026-11-22 15:04:05|2026-11-22",
        "2026-11-22T15:04:05.123Z|2026-11-22",
        "2026/1/2|2026-01-02",
        "9/8/2016|2016-09-08",
        "12/1/10 8:26|2010-12-01",
        "10/1/79|1979-10-01",
        "22.11.2026|2026-11-22",
        "Nov 22, 2026 10:01 PM|2026-11-22",
        "November 22 2026|2026-11-22",
        "22-Nov-2026|2026-11-22",
        "2 Jan 2026|2026-01-02",
        "5. 11. 2026|2026-11-05",
        "2026.11.22|2026-11-22",
        "Sunday, November 22, 2026 at 9:15 AM|2026-11-22",
        "11/22-2026|not a date",
        "2026-02-30|not a date",
        "13/13/2026|not a date",
        "2026|not a date",
        "Nonsense 22 2026|not a date",
        "5/5/2026 13:00 PM|not a date"
      })
  void daysInManyFormsAreReadAndNoOtherTextIsTakenForOne(String text, String day) {
    assertThat(Moments.dayCell(text, DateOrder.MONTH_FIRST)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15/11/22, 09:30:17|2022-11-15T14:30:17Z",
        "2026-07-01 12:00|2026-07-01T16:00:00Z",
        "2026-07-01T12:00:00+02:00|2026-07-01T10:00:00Z",
        "2026-07-01 12:00:00 UTC|2026-07-01T12:00:00Z",
        "1/7/2026 12:05:09 AM|2026-07-01T04:05:09Z",
        "Nov 22, 2026 09:15:33|2026-11-22T14:15:33Z",
        "22/11/2026 9:15:33 PM|2026-11-23T02:15:33Z",
        "22/11/26, 4:16:54 p. m.|2026-11-22T21:16:54Z",
        "22.11.2026 09.30|2026-11-22T14:30:00Z",
        "22/11/2026 09:15:33 (GMT)|2026-11-22T09:15:33Z"
      })
  void timesBecomeInstantsByTheirOffsetOrElseByTheZoneOfTheFile(String text, String instant) {
    assertThat(Moments.instantCell(text, DateOrder.DAY_FIRST, ZoneId.of("America/New_York")))
        .isEqualTo(instant);
  }

  @Test
  void aFileTellsTheOrderOfItsDatesOnceForAll() {
    DateOrder order =
        DateEvidence.order(List.of("5/11/26, 09:00", "15/11/26, 09:30"), DateOrder.MONTH_FIRST);
    assertThat(new FileTimes(ZoneId.of("UTC"), order).instant("5/11/26, 09:00"))
        .contains(Instant.parse("2026-11-05T09:00:00Z"));
    assertThat(DateEvidence.order(List.of("5/11/26, 4:16:54 PM"), DateOrder.DAY_FIRST))
        .isEqualTo(DateOrder.MONTH_FIRST);
    assertThat(DateEvidence.order(List.of("5. 11. 2026 16:16"), DateOrder.MONTH_FIRST))
        .isEqualTo(DateOrder.DAY_FIRST);
    assertThat(DateEvidence.order(List.of("5/11/26, 09:00"), DateOrder.DAY_FIRST))
        .isEqualTo(DateOrder.DAY_FIRST);
  }

  @Test
  void aTimeOfAMeetingIsADayWithAnHourInAnImaginableYear() {
    FileTimes times = new FileTimes(ZoneId.of("UTC"), DateOrder.MONTH_FIRST);
    assertThat(times.instant("11/22/2026")).isEmpty();
    assertThat(times.instant("0001-11-22 09:00:00")).isEmpty();
    assertThat(times.utc("11/22/2026 9:00")).contains("2026-11-22T09:00:00Z");
  }
}
