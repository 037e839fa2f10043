package org.recordlake.audit;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.lake.SparkTypes;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.testing.TestRun;

class AuditLogTest {
  private static final String TABLE = "audit_log";

  @TempDir Path folder;
  private JobContext context;
  private AuditLog log;

  @BeforeEach
  void threeRows() {
    context = new TestRun(folder).context();
    log = new AuditLog(context.lake(), context.protector());
    assertThat(List.of(add("first"), add("second"), add("third"))).containsExactly(1L, 2L, 3L);
  }

  @Test
  void everyRowCarriesTheHashOfTheOneBeforeIt() {
    List<Row> rows = stored().orderBy("seq").collectAsList();
    assertThat(rows.get(0).<String>getAs("previous_hash")).isEqualTo("0".repeat(64));
    assertThat(rows.get(1).<String>getAs("previous_hash"))
        .isEqualTo(rows.get(0).<String>getAs("hash"));
    assertThat(log.verify()).isEqualTo(new AuditLog.Head(3, rows.get(2).<String>getAs("hash")));
  }

  @Test
  void theStatementIsSealedAndCanBeReadWithTheKeys() {
    String sealed = stored().orderBy("seq").first().getAs("statement_sealed");
    assertThat(sealed).doesNotContain("first");
    assertThat(context.protector().unseal(sealed)).isEqualTo("select first");
  }

  @Test
  void aChangedRowIsNoticed() {
    tamper(
        stored()
            .withColumn(
                "reason", when(col("seq").equalTo(2), lit("another")).otherwise(col("reason"))));
    broken(2);
  }

  @Test
  void aRemovedRowIsNoticed() {
    tamper(stored().where("seq <> 2"));
    broken(2);
  }

  @Test
  void aRemovedFirstRowIsNoticed() {
    tamper(stored().where("seq > 1"));
    broken(1);
  }

  @Test
  void aForgedLastRowIsNoticed() {
    tamper(stored().unionByName(stored().where("seq = 3").withColumn("seq", lit(4L))));
    broken(4);
  }

  private void broken(long seq) {
    assertThatThrownBy(() -> add("after"))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_CHECKS))
        .hasMessageContaining("broken at row " + seq);
  }

  private long add(String word) {
    return log.append(
        new AuditEntry(
            Instant.parse("2026-11-22T12:00:00.123456789Z"),
            "A. Person",
            "operator",
            "query",
            "records",
            "reason " + word,
            Optional.of("select " + word)));
  }

  private Dataset<Row> stored() {
    return context.lake().read(TABLE);
  }

  private void tamper(Dataset<Row> rows) {
    List<Row> changed = rows.collectAsList();
    context
        .lake()
        .replace(
            TABLE,
            context
                .lake()
                .spark()
                .createDataFrame(changed, SparkTypes.schema(context.catalog().table(TABLE))),
            "tampered");
  }
}
