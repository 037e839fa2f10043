package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobRunner;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;

/** Two disposals of one lake that begin at the same moment. */
class TwoAtOnceTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  void oneIsRefusedUntilTheOtherIsDoneAndNothingGoesOrIsCertifiedTwice() throws Exception {
    SmallLake lake = new SmallLake(folder);
    lake.store(
        "customers",
        Map.of("customer_id", "C-ended", "relationship_ended_on", "2020-01-01"),
        Map.of("customer_id", "C-lives"));

    List<ExitCode> ended = new ArrayList<>();
    ExecutorService two = Executors.newFixedThreadPool(2);
    CyclicBarrier start = new CyclicBarrier(2);
    try {
      List<Future<ExitCode>> runs = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        JobContext context = lake.on(TODAY);
        runs.add(
            two.submit(
                () -> {
                  start.await();
                  return disposal(context);
                }));
      }
      for (Future<ExitCode> run : runs) {
        ended.add(run.get());
      }
    } finally {
      two.shutdown();
    }
    assertThat(ended).contains(ExitCode.DONE).isSubsetOf(ExitCode.DONE, ExitCode.LOCKED);

    assertThat(disposal(lake.on(TODAY))).isEqualTo(ExitCode.DONE);
    assertThat(lake.keys("customers")).containsExactly("C-lives");
    assertThat(lake.dispositions())
        .extracting(row -> row.<String>getAs("state"), row -> row.<Long>getAs("rows_deleted"))
        .containsExactly(tuple("certified", 1L));
    assertThat(lake.lake().read("job_runs").where("status <> 'done'").collectAsList())
        .extracting(Row::toString)
        .isEmpty();
    try (Stream<Path> files = Files.walk(lake.folder())) {
      assertThat(files.filter(file -> file.getFileName().toString().matches("C-\\d+\\.json")))
          .hasSize(1);
    }
  }

  private static ExitCode disposal(JobContext context) {
    try {
      return new JobRunner(context)
          .run(List.of(new RetentionDelete(), new RetentionPurge()))
          .exitCode();
    } catch (Failure refused) {
      return refused.exitCode();
    }
  }
}
