package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;

/** The check is worth something: it finds what is left. */
class DisposalCheckTest {
  private static final String TODAY = "2026-11-22";

  @TempDir Path folder;

  @Test
  void rowsFilesAndMediaThatAreLeftAreFoundAndKeepTheDisposalFromBeingVerified()
      throws IOException {
    SmallLake lake = new SmallLake(folder);
    Map<String, Object> due =
        Map.of("media_id", "due", "meeting_date", "2024-11-21", "file_name", "m-due");
    lake.store("meeting_media", due);
    lake.run(TODAY, new RetentionDelete());
    JobContext context = lake.on(TODAY);
    List<Disposition> disposals = new DispositionLedger(context).open();
    DisposalCheck check = new DisposalCheck(context);
    assertThat(messages(check, disposals))
        .singleElement()
        .asString()
        .contains("file(s) on storage are not of the table's latest version");

    lake.store("meeting_media", due);
    assertThat(lake.run(TODAY, new RetentionPurge()))
        .extracting(JobResult::exitCode)
        .isEqualTo(ExitCode.DATA_CHECKS);
    assertThat(lake.dispositions()).allMatch(row -> row.getAs("state").equals("purged"));

    Path table = lake.folder().resolve("records/meeting_media");
    Files.writeString(table.resolve(".part-x.parquet.crc"), "");
    Files.writeString(table.resolve("part-y.parquet"), "");
    Files.createDirectories(lake.folder().resolve("media"));
    Files.writeString(lake.folder().resolve("media/m-stray"), "an image");
    assertThat(messages(check, disposals))
        .satisfiesExactly(
            rows ->
                assertThat(rows)
                    .isEqualTo("1 row(s) past their day and under no hold are still there"),
            files -> assertThat(files).startsWith("2 file(s) on storage"),
            media -> assertThat(media).isEqualTo("1 media file(s) belong to no row"));
  }

  private static List<String> messages(DisposalCheck check, List<Disposition> disposals) {
    return check.problems(disposals).values().stream()
        .flatMap(List::stream)
        .map(Problem::what)
        .toList();
  }
}
