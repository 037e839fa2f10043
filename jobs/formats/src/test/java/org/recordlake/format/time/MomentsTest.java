package org.recordlake.format.time;

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
        "1/1/49|2049-01-01",
        "1/1/50|1950-01-01",
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
        "22/11/2026 09:15:33 (GMT)|2026-11-22T09:15:33Z",
        "jan. 12, 2021 8:53 da manhã|2021-01-12T13:53:00Z",
        "jul. 13, 2021 1:41 da tarde|2021-07-13T17:41:00Z",
        "15 de nov. de 2022 09:30|2022-11-15T14:30:00Z",
        "mar. 15 févr. 2022 à 09:30:17|2022-02-15T14:30:17Z",
        "15 juin 2022 09:30|2022-06-15T13:30:00Z",
        "15 juil. 2022 9 h 30 min 17 s|2022-07-15T13:30:17Z",
        "3. März 2026, 09:30 Uhr|2026-03-03T14:30:00Z",
        "15.11.2022 г., 9:30:17|2022-11-15T14:30:17Z",
        "15.11.2022 klo 9.30.17|2022-11-15T14:30:17Z",
        "2022. 11. 15. 9:30:17|2022-11-15T14:30:17Z",
        "2022/11/15 上午9:30:17|2022-11-15T14:30:17Z",
        "2022年11月15日 下午 1:30|2022-11-15T18:30:00Z",
        "11月 15, 2022 09:30:17|2022-11-15T14:30:17Z",
        "2022. 11. 15. 오후 1:30:17|2022-11-15T18:30:17Z",
        "15 ноя 2022 09:30|2022-11-15T14:30:00Z",
        "\u200e15/\u200e11/\u200e2022 \u200f09:30:17|2022-11-15T14:30:17Z"
      })
  void timesBecomeInstantsByTheirOffsetOrElseByTheZoneOfTheFile(String text, String instant) {
    assertThat(
            Moments.moment(text, DateOrder.DAY_FIRST)
                .map(found -> found.utc(ZoneId.of("America/New_York")))
                .orElse(Moments.UNREADABLE))
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
