package org.recordlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.TestRun;

@DisplayName("Exports of meeting platforms")
class MeetingExportsTest {
  /** The poll of zoom-polls.json as Zoom's report tells it. */
  private static final String SHIPPING =
      """
      Overview
      ,Meeting Topic,Meeting/Webinar ID,Actual Start Time
      2026-02-02 18:00:00,Lanes,93398114182,2026-02-01 12:34:12

      Launched Polls
      #,Poll Name,Questions,Responses
      1,Shipping,2,3

      Shipping
      #,User Name,Email Address,Submitted Date and Time,Do you ship abroad?,Which lanes?
      1,Ada Byrd,ada@example.com,2026-02-01 12:37:12,Yes,Canada;Mexico
      2,Anonymous Attendee,,2026-02-01 12:38:12,No,
      3,Anonymous Attendee,,2026-02-01 12:38:12,No,
      """;

  @TempDir Path folder;
  private TestRun run;

  @BeforeEach
  void lake() {
    run = new TestRun(folder).with("ingest.maxQuarantinedShare", "0.5");
  }

  @Test
  @DisplayName("of every Zoom layout are taken in with every line accounted for")
  void everyLineIsAccountedFor() {
    run.asOf("2022-06-01");
    for (String generation : List.of("b", "c")) {
      drop("zoom-polls-" + generation + ".csv");
    }
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    // b: 5 lines outside, 1 meeting, 5 answers; c: 6 outside, 1 meeting, 6 answers, 2 broken.
    assertThat(result.counts())
        .containsEntry("read", 26L)
        .containsEntry("stored", 13L)
        .containsEntry("quarantined", 2L)
        .containsEntry("outside_catalogue", 11L)
        .containsEntry("duplicate", 0L);
    assertThat(run.table("meetings").count()).isEqualTo(2);
    assertThat(run.table("poll_responses").count()).isEqualTo(11);
  }

  @Test
  @DisplayName("made again change nothing but what changed")
  void madeAgainChangeNothing() {
    run.asOf("2021-12-01");
    drop("zoom-polls-b.csv");
    run.run(new Ingest());
    long version = run.context().lake().version("poll_responses");
    String again = text("zoom-polls-b.csv").replace("Dec 15, 2020", "Dec 16, 2020");
    JobResult same = run.drop("meetings/again.csv", bytes(again)).run(new Ingest());
    assertThat(same.counts())
        .containsEntry("stored", 0L)
        .containsEntry("updated", 0L)
        .containsEntry("duplicate", 6L);
    assertThat(run.context().lake().version("poll_responses")).isEqualTo(version);
    String longer =
        again + "5,Zoe,zoe@example.com,\"Jun 14, 2021 10:05:00\",What should change?,All\n";
    assertThat(run.drop("meetings/longer.csv", bytes(longer)).run(new Ingest()).counts())
        .containsEntry("stored", 1L)
        .containsEntry("updated", 0L);
  }

  @Test
  @DisplayName("of one poll by report and by REST interface are one poll, whichever comes first")
  void aPollIsOneWhateverExportTellsIt(@TempDir Path other) {
    run.asOf("2026-03-01").drop("meetings/report.csv", bytes(SHIPPING)).run(new Ingest());
    String rest = text("zoom-polls.json");
    assertThat(run.drop("meetings/rest.json", bytes(rest)).run(new Ingest()).counts())
        .containsEntry("duplicate", 4L)
        .containsEntry("stored", 0L)
        .containsEntry("updated", 0L);
    TestRun reverse = new TestRun(other).asOf("2026-03-01");
    reverse.drop("meetings/rest.json", bytes(rest)).run(new Ingest());
    assertThat(reverse.table("poll_responses").count()).isEqualTo(4);
    reverse.drop("meetings/report.csv", bytes(SHIPPING)).run(new Ingest());
    assertThat(answers(run)).hasSize(6).isEqualTo(answers(reverse));
    assertThat(
            run.table("poll_responses")
                .select("poll_title", "time_zone")
                .distinct()
                .collectAsList())
        .extracting(Row::toString)
        .containsExactly("[Shipping,America/New_York]");
    long version = reverse.context().lake().version("poll_responses");
    reverse.drop("meetings/again.json", bytes(rest + " ")).run(new Ingest());
    reverse
        .drop("meetings/again.csv", bytes(SHIPPING.replace("2026-02-02", "2026-02-03")))
        .run(new Ingest());
    assertThat(reverse.context().lake().version("poll_responses")).isEqualTo(version);
  }

  @Test
  @DisplayName("whose answers look joined say so, without an answer, until the question is defined")
  void joinedAnswersAreTold() {
    run.asOf("2026-03-01").drop("meetings/report.csv", bytes(SHIPPING));
    List<String> output = run.run(new Ingest()).output();
    assertThat(output)
        .filteredOn(line -> line.startsWith("poll "))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("poll \"Shipping\": answers to \"Which lanes?\" hold semicolons")
        .contains("conf/polls/*.yaml")
        .doesNotContain("Canada");
    run.configured(
        "polls/lanes.yaml",
        "title: Lanes",
        "questions:",
        "  - question: which  LANES?",
        "    kind: multiple",
        "    options: [Canada, Mexico]");
    String longer = SHIPPING + "4,Ben Cole,ben@example.com,2026-02-01 12:39:12,No,Mexico;Canada\n";
    assertThat(run.drop("meetings/longer.csv", bytes(longer)).run(new Ingest()).output())
        .noneMatch(line -> line.startsWith("poll "));
    assertThat(
            run.table("poll_responses")
                .where("answer in ('Canada', 'Mexico')")
                .select("question_kind", "answer_no", "answer_order")
                .distinct()
                .count())
        .isEqualTo(4);
  }

  private static List<String> answers(TestRun run) {
    return run
        .table("poll_responses")
        .drop("recorded_on", "ingested_file")
        .orderBy("question", "respondent_key", "answer_no")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  @DisplayName("of one meeting complete one another whichever comes first")
  void exportsOfOneMeetingCompleteOneAnother(@TempDir Path other) {
    TestRun reverse = new TestRun(other);
    String users =
        text("zoom-participants.csv").replaceAll("(?s)Name \\(Original.*", "")
            + "Name (Original Name),User Email,Total Duration (Minutes)\n"
            + "Ada Byrd,ada@example.com,50\nBen Cole,,31\n";
    String list = text("zoom-participants.csv");
    run.drop("meetings/1.csv", bytes(list)).run(new Ingest());
    run.drop("meetings/2.csv", bytes(users)).run(new Ingest());
    reverse.drop("meetings/1.csv", bytes(users)).run(new Ingest());
    reverse.drop("meetings/2.csv", bytes(list)).run(new Ingest());
    assertThat(content(run)).hasSize(9).isEqualTo(content(reverse));
    assertThat(run.table("meetings").select("topic", "host_name").collectAsList())
        .extracting(Row::toString)
        .containsExactly("[Rates, in brief,Hanna Ito]");
  }

  @Test
  @DisplayName("of the shared samples are taken in with their known counts")
  void theSharedSamples() throws IOException {
    Path samples = ProjectFolder.root().resolve("../shared/data/zoom");
    assumeTrue(Files.isDirectory(samples), "the shared samples are not here");
    run.asOf("2021-01-15");
    try (Stream<Path> files = Files.list(samples)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).toList()) {
        run.drop("meetings/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    JobResult result = run.run(new Ingest());
    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.counts()).containsEntry("files", 5L).containsEntry("quarantined", 0L);
    assertThat(run.table("meetings").count()).isEqualTo(5);
    assertThat(run.table("meeting_participants").count()).isEqualTo(90);
    assertThat(run.table("meeting_participants").selectExpr("sum(minutes)").first().getDouble(0))
        .isEqualTo(3 * 837.0);
    assertThat(run.table("poll_responses").count()).isEqualTo(18 + 48);
  }

  @Test
  @DisplayName(
      "may hold a picture only where the camera was turned on: the balance shows the others")
  void picturesWithoutConsentAreRefused() {
    run.drop(
            "meetings/participants.csv",
            "meeting_id,meeting_date,participant_id,spell_no,camera_on",
            "M1,2026-11-01,P1,1,true",
            "M1,2026-11-01,P2,1,true")
        .run(new Ingest());
    run.drop("meetings/media/face.png", bytes("picture"))
        .drop(
            "meetings/media.csv",
            "media_id,meeting_id,meeting_date,kind,participant_id,file_name,camera_on",
            "V1,M1,2026-11-01,webcam_image,P1,face.png,true",
            "V2,M1,2026-11-01,recording,P2,face.png,");
    JobResult result = run.run(new Ingest());
    assertThat(result.counts())
        .containsEntry("read", 2L)
        .containsEntry("stored", 1L)
        .containsEntry("quarantined", 1L);
    assertThat(run.table("quarantine").select("reason_code").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("NO_CAMERA_CONSENT");
  }

  private static List<String> content(TestRun run) {
    return run
        .table("meeting_participants")
        .drop("recorded_on", "ingested_file")
        .orderBy("participant_id", "spell_no")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private void drop(String fixture) {
    run.drop("meetings/" + fixture, bytes(text(fixture)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String fixture) {
    String path = "/formats/meetings/" + fixture;
    try (InputStream in = MeetingExportsTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
