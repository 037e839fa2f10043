package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.testing.Bytes;
import org.recordlake.testing.TestRun;

/** A camera image is stored as its participant chose, whatever comes first. */
class CameraChoiceTest {
  private static final String PICTURE = "one face in clear";

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder).with("ingest.maxQuarantinedShare", "1");
  }

  @Test
  void theChoiceMayComeBeforeTheImageOrWithIt() throws IOException {
    participants("a.csv", "P1,1,,,true", "P2,1,,,false").run(new Ingest());
    participants("b.csv", "P3,1,,,true", "P4,1,,,false", "P5,1,,,");
    images("webcam_image,P1", "webcam_image,P2", "webcam_image,P3", "webcam_image,P4")
        .run(new Ingest());
    assertThat(shown()).containsExactly("P1", "P3");
    assertThat(setAside()).containsExactly("2 NO_CAMERA_CONSENT", "4 NO_CAMERA_CONSENT");
    assertThat(media()).hasSize(2);
  }

  @Test
  void anImageOfWhomNobodyKnowsTheChoiceWaitsAndIsNotInTheLake() throws IOException {
    participants("a.csv", "P1,1,,,");
    images("webcam_image,P1", "webcam_image,P2", "webcam_image,", "recording,P2").run(new Ingest());
    assertThat(shown()).isEmpty();
    assertThat(setAside())
        .containsExactly(
            "1 CAMERA_CHOICE_UNKNOWN",
            "2 CAMERA_CHOICE_UNKNOWN",
            "3 CAMERA_CHOICE_UNKNOWN",
            "4 CAMERA_CHOICE_UNKNOWN");
    assertThat(run.table("quarantine").where("raw_sealed is null").count()).isZero();
    assertThat(media()).isEmpty();
    assertThat(Bytes.filesContaining(run.lakeFolder(), PICTURE)).isEmpty();

    participants("b.csv", "P1,1,,,false", "P2,1,,,true").run(new Ingest());
    run.run(new IngestRetry());
    assertThat(shown()).containsExactly("P2", "P2");
    assertThat(setAside()).containsExactly("1 NO_CAMERA_CONSENT", "3 CAMERA_CHOICE_UNKNOWN");
    assertThat(media()).hasSize(2);
    assertThat(Bytes.filesContaining(run.lakeFolder(), PICTURE)).isEmpty();
  }

  @Test
  void aRecordingOfTheWholeMeetingGoesByItsOwnRow() throws IOException {
    images("recording,", "screen_share,P9").run(new Ingest());
    assertThat(run.table("meeting_media").count()).isEqualTo(2);
    assertThat(media()).hasSize(2);
  }

  @Test
  void theSpellInWhichTheImageWasMadeDecides() {
    participants(
        "a.csv",
        "P1,1,2026-11-01T15:00:00Z,2026-11-01T15:10:00Z,true",
        "P1,2,2026-11-01T15:20:00Z,2026-11-01T15:30:00Z,false",
        "P2,1,2026-11-01T15:20:00Z,2026-11-01T15:30:00Z,true",
        "P2,2,2026-11-01T15:40:00Z,2026-11-01T15:50:00Z,false",
        "P3,0,,,true",
        "P3,1,2026-11-01T15:20:00Z,2026-11-01T15:30:00Z,",
        "P4,1,2026-11-01T16:00:00Z,2026-11-01T16:30:00Z,true");
    images("webcam_image,P1", "webcam_image,P2", "webcam_image,P3", "webcam_image,P4")
        .run(new Ingest());
    assertThat(shown()).containsExactly("P2", "P3", "P4");
    assertThat(setAside()).containsExactly("1 NO_CAMERA_CONSENT");
  }

  @Test
  void aCorrectionToOffTakesRowAndFileWithIt() throws IOException {
    participants("a.csv", "P1,1,,,true", "P2,1,,,true");
    images("webcam_image,P1", "webcam_image,P2").run(new Ingest());
    assertThat(media()).hasSize(2);

    participants("b.csv", "P1,1,,,false");
    assertThat(run.run(new Ingest()).counts()).containsEntry("withdrawn", 1L);
    assertThat(shown()).containsExactly("P2");
    assertThat(media()).containsExactly(stored("P2"));

    participants("c.csv", "P2,1,,,");
    assertThat(run.run(new Ingest()).counts()).doesNotContainKey("withdrawn");
    assertThat(shown()).containsExactly("P2");
  }

  @Test
  void aHoldKeepsWhatWasWithdrawnUntilItIsReleased() throws IOException {
    participants("a.csv", "P1,1,,,true");
    images("webcam_image,P1").run(new Ingest());
    hold("orders.csv", "");
    participants("b.csv", "P1,1,,,false");
    assertThat(run.run(new Ingest()).counts()).doesNotContainKey("withdrawn");
    assertThat(shown()).containsExactly("P1");
    assertThat(media()).hasSize(1);

    hold("released.csv", "2026-11-20").run(new Ingest());
    assertThat(shown()).isEmpty();
    assertThat(media()).isEmpty();
  }

  private TestRun hold(String file, String releasedOn) {
    return run.drop(
        "holds/" + file,
        "hold_id,matter,scope_column,scope_value,tables,placed_on,placed_by,released_on",
        "H1,Doe v. Roe,meeting_id,M1,all,2026-11-10,Privacy Office," + releasedOn);
  }

  private TestRun participants(String file, String... rows) {
    String header = "meeting_id,meeting_date,participant_id,spell_no,join_at,leave_at,camera_on";
    String[] lines =
        Stream.concat(Stream.of(header), Stream.of(rows).map(row -> "M1,2026-11-01," + row))
            .toArray(String[]::new);
    return run.drop("meetings/" + file, lines);
  }

  /** One image a row, all of them made at 15:25. */
  private TestRun images(String... kindsAndParticipants) {
    String[] lines = new String[kindsAndParticipants.length + 1];
    lines[0] =
        "media_id,meeting_id,meeting_date,file_name,captured_at,camera_on,kind,participant_id";
    for (int i = 1; i < lines.length; i++) {
      lines[i] =
          "V%d,M1,2026-11-01,face.png,2026-11-01T15:25:00Z,true,%s"
              .formatted(i, kindsAndParticipants[i - 1]);
    }
    return run.drop("meetings/media/face.png", PICTURE.getBytes(StandardCharsets.UTF_8))
        .drop("meetings/images.csv", lines);
  }

  private List<String> shown() {
    return texts("meeting_media", "participant_id", "media_id");
  }

  private List<String> setAside() {
    return texts("quarantine", "concat(row_no, ' ', reason_code)", "row_no");
  }

  private String stored(String participant) {
    return run.table("meeting_media")
        .where("participant_id = '" + participant + "'")
        .first()
        .getAs("file_name");
  }

  private List<String> texts(String table, String expression, String order) {
    return run.table(table).orderBy(order).selectExpr(expression).collectAsList().stream()
        .map((Row row) -> row.getString(0))
        .toList();
  }

  private List<String> media() throws IOException {
    Path zone = run.lakeFolder().resolve("media");
    if (!Files.exists(zone)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(zone)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
