package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.Failure;
import org.recordlake.testing.ReadRows;
import org.recordlake.testing.TestRun;

/** What the ledger says of dropped files, and what becomes of them. */
class DroppedFilesTest {
  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder).with("ingest.maxQuarantinedShare", "0.5");
  }

  @Test
  void theLedgerSaysWhereTheDaysOfAFileComeFrom() {
    run.source("calls", "folder: calls", "exported_on: 2026-10-01")
        .drop("calls/bank.csv", ReadRows.fixture("business/bank-marketing.csv"))
        .drop(
            "meetings/93123456789-20261002T1400Z.txt",
            "09:05:10 From Ada Byrd to Everyone: Good morning")
        .drop(
            "events/a.csv",
            "event_id,name,kind,starts_on,ends_on,venue,city",
            "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha");
    JobResult result = run.run(new Ingest());
    assertThat(run.table("ingested_files").select("format", "days_from").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder(
            "[bank-marketing,exported_on 2026-10-01]",
            "[zoom-chat,file name]",
            "[catalogue-csv,rows]");
    assertThat(result.output())
        .contains(
            "bank-marketing: days of 1 file from the exported_on 2026-10-01, where rows say none",
            "zoom-chat: days of 1 file from the file name, where rows say none")
        .noneMatch(line -> line.startsWith("catalogue-csv"));
  }

  @Test
  void filesInFoldersOfASourceAreTakenInButForItsMedia() {
    String header = "event_id,name,kind,starts_on,ends_on,venue,city";
    run.drop("events/2026/05/a.csv", header, "E1,First,open_house,2026-05-01,2026-05-02,Hall,Omaha")
        .drop("events/2026/a.csv", header, "E2,Second,open_house,2026-05-03,2026-05-04,Hall,Omaha")
        .drop("events/media/a.csv", header, "E3,No,open_house,2026-05-03,2026-05-04,Hall,Omaha")
        .drop("events/_done/a.csv", header, "E4,No,open_house,2026-05-03,2026-05-04,Hall,Omaha");
    run.run(new Ingest());
    assertThat(run.table("events").select("event_id").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[E1]", "[E2]");
    assertThat(run.table("ingested_files").select("source_folder", "file_name").collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[events,2026/05/a.csv]", "[events,2026/a.csv]");
    assertThat(run.run(new Ingest()).counts()).containsEntry("files", 0L);
  }

  @Test
  void consumedFilesTakeTheMediaOfTheirTakenRowsWithThem() {
    participants();
    run.with("landing.consume", "true")
        .drop("meetings/media/face.png", picture("one"))
        .drop("meetings/media/other.png", picture("other"))
        .drop("meetings/media/nobody.png", picture("third"))
        .drop(
            "meetings/media.csv",
            "media_id,meeting_id,meeting_date,kind,participant_id,file_name,camera_on",
            "V1,M1,2026-11-01,webcam_image,P1,face.png,true",
            "V2,M1,2026-11-01,recording,P2,other.png,");
    assertThat(run.run(new Ingest()).counts())
        .containsEntry("stored", 1L)
        .containsEntry("quarantined", 1L);
    Path dropped = folder.resolve("landing/meetings");
    assertThat(dropped.resolve("media.csv")).doesNotExist();
    assertThat(dropped.resolve("media/face.png")).doesNotExist();
    // What was set aside may be taken again, and what no row names was not taken.
    assertThat(dropped.resolve("media/other.png")).exists();
    assertThat(dropped.resolve("media/nobody.png")).exists();
    assertThat(List.of(run.lakeFolder().resolve("media").toFile().list()))
        .filteredOn(name -> !name.endsWith(".crc"))
        .hasSize(1);
  }

  @Test
  void withoutConsumingNothingDroppedIsTouched() {
    participants();
    run.drop("meetings/media/face.png", picture("one"))
        .drop(
            "meetings/media.csv",
            "media_id,meeting_id,meeting_date,kind,participant_id,file_name,camera_on",
            "V1,M1,2026-11-01,webcam_image,P1,face.png,true")
        .run(new Ingest());
    assertThat(folder.resolve("landing/meetings/media/face.png")).exists();
    assertThat(folder.resolve("landing/meetings/media.csv")).exists();
  }

  @Test
  void aFolderMaySayFromWhomItsRecordsCome() {
    run.source("bought", "folder: bought", "constants: {record_source: list_providers}")
        .drop("bought/people.csv", ReadRows.fixture("business/hubspot-contacts.csv"))
        .drop("crm/people.csv", ReadRows.fixture("business/salesforce-contacts.csv"))
        .run(new Ingest());
    assertThat(run.table("contacts").groupBy("record_source").count().collectAsList())
        .extracting(Row::toString)
        .containsExactlyInAnyOrder("[list_providers,4]", "[customers,1]");
    run.source("bought", "folder: bought", "constants: {record_source: neighbours}");
    assertThatThrownBy(() -> run.run(new Ingest()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("constants.record_source")
        .hasMessageContaining("not a record source of the notice");
  }

  private void participants() {
    run.drop(
            "meetings/participants.csv",
            "meeting_id,meeting_date,participant_id,spell_no,camera_on",
            "M1,2026-11-01,P1,1,true",
            "M1,2026-11-01,P2,1,true")
        .run(new Ingest());
  }

  private static byte[] picture(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
