package org.recordlake.ingest.account;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Role;
import org.recordlake.catalog.TableSpec;
import org.recordlake.config.polls.PollDefinitions;
import org.recordlake.job.JobContext;

/**
 * Questions that no definition knows and whose answers hold semicolons, by which exports join
 * several choices. Whether they are that, nobody can tell from the answers: they are kept whole,
 * and people are told.
 */
final class MultipleChoiceHints {

  /** Layouts that say nothing of the kinds of their questions. */
  private static final String UNKINDED = "zoom-";

  private static final int MOST_QUESTIONS = 20;

  private MultipleChoiceHints() {}

  /** A line for each such question that the files of {@code outcomes} brought. */
  public static List<String> of(JobContext context, List<FileOutcome> outcomes) {
    Optional<String> table = context.catalog().withRole(Role.POLL_ANSWER).map(TableSpec::name);
    Set<String> files =
        outcomes.stream()
            .filter(outcome -> table.equals(Optional.of(outcome.table())))
            .filter(outcome -> outcome.format().startsWith(UNKINDED))
            .filter(outcome -> outcome.status() == FileOutcome.Status.COMMITTED)
            .map(outcome -> outcome.file().sha256())
            .collect(Collectors.toSet());
    if (files.isEmpty()) {
      return List.of();
    }
    PollDefinitions definitions = PollDefinitions.of(context.settings().confFolder());
    return context
        .lake()
        .read(table.orElseThrow())
        .where(
            col(TableSpec.INGESTED_FILE)
                .isin(files.toArray())
                .and(col("question_kind").equalTo("single"))
                .and(col("answer").rlike(";\\s*\\S")))
        .select(coalesce(col("poll_title"), lit("Poll")).as("poll_title"), col("question"))
        .distinct()
        .orderBy("poll_title", "question")
        .collectAsList()
        .stream()
        .filter(row -> !definitions.defines(row.getString(1)))
        .limit(MOST_QUESTIONS)
        .map(MultipleChoiceHints::note)
        .toList();
  }

  private static String note(Row row) {
    return "poll \""
        + row.getString(0)
        + "\": answers to \""
        + row.getString(1).replaceAll("\\s+", " ")
        + "\" hold semicolons and are kept whole. If several can be chosen, define the question in"
        + " conf/polls/*.yaml (kind: multiple, its options); that counts for answers already in the"
        + " lake too";
  }
}
