package org.recordlake.ingest.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recordlake.ingest.land.QuarantineBacklog;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/** What a run tells people of the files it took in. */
public final class IngestReport {
  private IngestReport() {}

  /**
   * @param withdrawn rows destroyed because the person they show does not agree any more
   */
  public static JobResult of(
      JobContext context, List<FileOutcome> outcomes, QuarantineBacklog earlier, long withdrawn) {
    BalanceSheet sheet = new BalanceSheet(outcomes);
    List<String> output = new ArrayList<>(sheet.lines());
    output.addAll(MultipleChoiceHints.of(context, outcomes));
    earlier.line().ifPresent(output::add);
    Map<String, Long> counts = new LinkedHashMap<>(sheet.counts());
    if (withdrawn > 0) {
      counts.put("withdrawn", withdrawn);
      output.add(
          QuarantineBacklog.counted(withdrawn, "row")
              + " destroyed with their files: those shown do not agree any more");
    }
    List<Problem> problems =
        outcomes.stream()
            .filter(outcome -> outcome.status() != FileOutcome.Status.COMMITTED)
            .map(IngestReport::problem)
            .toList();
    ExitCode exitCode = problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS;
    return new JobResult(exitCode, counts, problems, output);
  }

  /** Names the file by its hash: a sender may have put a person's name into the other one. */
  private static Problem problem(FileOutcome outcome) {
    String hash = outcome.file().sha256().substring(0, 12);
    String place =
        "landing/" + outcome.file().source() + ", file " + hash + " (" + outcome.table() + ")";
    return new Problem(
        "a file was set aside whole: " + outcome.reason().orElse("unknown reason"),
        place,
        "Ask which it is: query --operator NAME --reason TEXT \"select file_name, reason from"
            + " governance.ingested_files where file_sha256 like '"
            + hash
            + "%'\"; then mend the export and drop it again");
  }
}
