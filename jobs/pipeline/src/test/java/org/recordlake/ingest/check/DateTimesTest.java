package org.recordlake.ingest.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.recordlake.testing.SharedSpark;

/** Held against Spark's own casts, whose rules for texts these are. */
class DateTimesTest {
  private static final List<String> TEXTS =
      List.of(
          "2026-11-22",
          "2026-2-3",
          "2026-2-30",
          "2026-02-29",
          "2028-02-29",
          "2026",
          "2026-11",
          "2026-11 x",
          "2026-11-22 whatever",
          "2026-11-22T",
          "+2026-11-22",
          "-2026-11-22",
          "12026-11-22",
          "5900000-01-01",
          "9999999-01-01",
          "26-11-22",
          "2026-11-22 10",
          "2026-11-22 10:3",
          "2026-11-22T10:30:05",
          "2026-11-22T24:00:00",
          "2026-11-22 10:30:05.",
          "2026-11-22 10:30:05.123456789Z",
          "2026-11-22 10:30:05.1 UTC",
          "2026-11-22T10:30:05+2:00",
          "2026-11-22T10:30:05-02:3",
          "2026-11-22T10:30:05+0230",
          "2026-11-22T10:30:05 America/New_York",
          "2026-11-01T01:30:00 America/New_York",
          "2026-11-22T10:30:05EST",
          "2026-11-22T10:30:05Nowhere",
          "2026-11-22T10:30:05.5.5",
          "2026-11-22T10:30Z",
          "0001-01-01",
          "1582-10-10 00:00:00",
          "22.11.2026",
          "2026/11/22",
          "x");

  @Test
  void textsAreTheDaysAndTimesThatSparkCastsThemTo() {
    List<String> texts = new ArrayList<>(TEXTS);
    Random random = new Random(11);
    String signs = "0123456789-: T.+Z";
    for (int i = 0; i < 4000; i++) {
      // A text of the list with one sign in it put in the place of another.
      StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
      text.setCharAt(random.nextInt(text.length()), signs.charAt(random.nextInt(signs.length())));
      if (!text.toString().startsWith("T") && !text.toString().matches("\\d{1,2}:.*")) {
        texts.add(text.toString().strip());
      }
    }
    List<Row> cast =
        SharedSpark.session()
            .createDataset(texts, Encoders.STRING())
            .select(
                col("value"),
                unix_date(col("value").try_cast("date")),
                unix_micros(col("value").try_cast("timestamp")))
            .collectAsList();
    for (Row row : cast) {
      String text = row.getString(0);
      assertThat(CellType.plain(DateTimes.day(text))).as(text).isEqualTo(row.get(1));
      assertThat(CellType.plain(DateTimes.instant(text))).as(text).isEqualTo(row.get(2));
    }
  }

  @Test
  void aTimeWithoutADayIsNone() {
    assertThat(DateTimes.instant("10:30:00")).isNull();
    assertThat(DateTimes.instant("T10:30:00")).isNull();
  }
}
