package org.recordlake.ingest.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.recordlake.ingest.check.CheckedRows;
import org.recordlake.testing.SharedSpark;

@DisplayName("Counted rows")
class StateCountsTest {
  @Test
  @DisplayName("of a state are those of all files together")
  void rows() {
    StateCounts counts =
        new StateCounts(
            Map.of(
                "a", Map.of(RowState.BAD, 1L, RowState.STORED, 2L),
                "b", Map.of(RowState.BAD, 4L)),
            Map.of(),
            2,
            0);
    assertThat(counts.rows(RowState.BAD)).isEqualTo(5);
    assertThat(counts.rows(RowState.STORED)).isEqualTo(2);
    assertThat(counts.rows(RowState.EXPIRED)).isZero();
  }

  @Test
  @DisplayName("refuse a file whole if more of its rows are bad than the limit allows")
  void refusals() {
    StateCounts counts =
        new StateCounts(
            Map.of(
                "above", Map.of(RowState.BAD, 6L, RowState.STORED, 14L),
                "at", Map.of(RowState.BAD, 5L, RowState.DUPLICATE, 15L),
                "good", Map.of(RowState.STORED, 1L)),
            Map.of(),
            0,
            0);
    assertThat(counts.refusals(0.25))
        .containsOnly(Map.entry("above", "6 of 20 rows are bad, more than the limit of 25 %"));
    assertThat(counts.refusals(0)).containsOnlyKeys("above", "at");
  }

  @Test
  @DisplayName("refuse a file that cannot be read to its end, however few of its rows are bad")
  void unreadable() {
    StateCounts counts =
        new StateCounts(
            Map.of("a", Map.of(RowState.STORED, 9L, RowState.BAD, 1L)),
            Map.of("a", "line 10 is cut off"),
            0,
            0);
    assertThat(counts.refusals(0.5))
        .containsOnly(Map.entry("a", "the file cannot be read to its end: line 10 is cut off"));
  }

  @Test
  @DisplayName("are those of each file and state, and of them those to be written and replaced")
  void ofResolvedRows() {
    StructType columns =
        new StructType()
            .add(CheckedRows.FILE, DataTypes.StringType)
            .add(RowState.COLUMN, DataTypes.StringType)
            .add(CheckedRows.PROBLEMS, DataTypes.createArrayType(DataTypes.StringType))
            .add(CheckedRows.RAW, DataTypes.StringType)
            .add(UpsertResolver.WRITE, DataTypes.BooleanType)
            .add(UpsertResolver.KNOWN, DataTypes.BooleanType);
    List<Row> rows =
        List.of(
            row("a", RowState.STORED, true, false),
            row("a", RowState.STORED, true, false),
            row("a", RowState.STORED, false, false),
            row("a", RowState.UPDATED, true, true),
            row("b", RowState.UPDATED, false, true),
            row("b", RowState.OUTSIDE, false, false),
            row("b", RowState.BAD, false, false, "amount:NOT_A_DECIMAL"),
            row("c", RowState.BAD, false, false, "row:UNREADABLE"));
    assertThat(StateCounts.of(SharedSpark.session().createDataFrame(rows, columns)))
        .isEqualTo(
            new StateCounts(
                Map.of(
                    "a", Map.of(RowState.STORED, 3L, RowState.UPDATED, 1L),
                    "b", Map.of(RowState.UPDATED, 1L, RowState.OUTSIDE, 1L, RowState.BAD, 1L),
                    "c", Map.of(RowState.BAD, 1L)),
                Map.of("c", "what the line says"),
                3,
                1));
  }

  private static Row row(
      String file, RowState state, boolean written, boolean known, String... problems) {
    return RowFactory.create(file, state.name(), problems, "what the line says", written, known);
  }
}
