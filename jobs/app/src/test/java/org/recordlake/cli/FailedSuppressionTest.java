package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.job.Job;
import org.recordlake.lake.Lake;
import org.recordlake.polls.FaultySuppression;
import org.recordlake.polls.Polls;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.WrittenRows;

@DisplayName("A result that would give a hidden count away")
class FailedSuppressionTest {
  private static final List<String> TIED =
      List.of("poll_results", "poll_scores", "poll_crosstabs", "poll_trends", "poll_editions");

  @TempDir Path folder;
  private Lake lake;
  private WrittenRows rows;

  @BeforeEach
  void publish() {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    lake = new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
    rows = new WrittenRows(lake, catalog);
    rows.add("meetings", Map.of("meeting_id", "M1", "topic", "Rates"));
    answers("yes", 30);
    answers("no", 20);
    assertThat(polls(new Polls()).code()).isZero();
  }

  @Test
  @DisplayName("ends the run with exit code 4 and a message that names table and cell")
  void message() {
    answers("never", 4);
    Cli.Answer answer = polls(FaultySuppression.polls());
    assertThat(answer.code()).isEqualTo(ExitCode.DATA_CHECKS.code());
    assertThat(answer.messages())
        .containsPattern(
            "marts\\.poll_results, meeting key k[0-9a-f]{20}, question no 1, line [123] of 3:"
                + " a hidden count could be worked out\\. Nothing of it was published")
        .contains("marts.poll_scores: not rebuilt, since it reads poll_results")
        .doesNotContain("never");
  }

  @Test
  @DisplayName("leaves the tables that were published before as they were")
  void nothingPublished() {
    Map<String, Long> versions = versions();
    List<Row> results = lake.read("poll_results").collectAsList();
    answers("never", 4);
    polls(FaultySuppression.polls());
    assertThat(versions()).isEqualTo(versions);
    assertThat(lake.read("poll_results").collectAsList())
        .hasSize(2)
        .containsExactlyInAnyOrderElementsOf(results);
  }

  @Test
  @DisplayName("is mended by a run that hides enough")
  void mended() {
    answers("never", 4);
    polls(FaultySuppression.polls());
    assertThat(polls(new Polls()).code()).isZero();
  }

  private Map<String, Long> versions() {
    return TIED.stream().collect(Collectors.toMap(mart -> mart, lake::version));
  }

  private Cli.Answer polls(Job<?> job) {
    Jobs.Entry entry = new Jobs.Entry("polls", "Rebuild.", Jobs.Kind.BACKFILL, () -> List.of(job));
    return new Cli(folder, Stream.of(entry).toList()).onOwnLake("polls");
  }

  private void answers(String answer, int people) {
    rows.add(
        "poll_responses",
        IntStream.range(0, people)
            .mapToObj(
                n ->
                    Map.of(
                        "meeting_id", "M1",
                        "poll_title", "P",
                        "question", "Useful?",
                        "question_kind", "single",
                        "respondent_key", answer + n,
                        "answer", answer,
                        "anonymous", "false"))
            .toList());
  }
}
