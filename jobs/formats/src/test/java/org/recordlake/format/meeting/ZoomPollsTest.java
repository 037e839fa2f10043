package org.recordlake.format.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recordlake.config.polls.PollDefinitions;

@DisplayName("A Zoom poll report")
class ZoomPollsTest {
  private static final String POLLS = "poll_responses";

  @ParameterizedTest(name = "of generation {0} is told by its layout")
  @CsvSource({"a", "b", "c", "d", "e"})
  void isToldByItsLayout(String generation) throws IOException {
    assertThat(Export.fixture("zoom-polls-" + generation + ".csv").formats())
        .containsExactly("zoom-polls-" + generation);
  }

  @ParameterizedTest(name = "of generation {0}: {1} answers of {2} respondents to {3} questions")
  @CsvSource({"a,9,7,2", "b,5,3,2", "c,6,4,3", "d,8,5,3", "e,4,3,2"})
  void countsPeople(String generation, int answers, int respondents, int questions)
      throws IOException {
    List<Map<String, String>> rows =
        Export.fixture("zoom-polls-" + generation + ".csv").rows(POLLS);
    assertThat(rows).hasSize(answers);
    assertThat(distinct(rows, "question")).hasSize(questions);
    assertThat(distinct(rows, "meeting_id")).hasSize(1);
    // Every anonymous answer counts as a respondent of its own: nobody may join two.
    assertThat(distinct(rows, "respondent_key")).hasSize(respondents);
    assertThat(rows).allMatch(row -> row.get("question_kind").equals("single"));
  }

  @Test
  @DisplayName("knows one name with and without an address, and under two, as different people")
  void oneNameUnderTwoAddressesIsTwoPeople() throws IOException {
    assertThat(
            Export.fixture("zoom-polls-a.csv").rows(POLLS).stream()
                .filter(row -> "Ben Cole".equals(row.get("name")))
                .map(row -> row.get("respondent_key")))
        .hasSize(3)
        .doesNotContainNull()
        .satisfies(keys -> assertThat(new HashSet<>(keys)).hasSize(2));
  }

  @Test
  @DisplayName("names nobody behind an anonymous answer and joins none to another")
  void anonymousAnswersStayAnonymous() throws IOException {
    List<Map<String, String>> rows =
        Export.fixture("zoom-polls-a.csv").rows(POLLS).stream()
            .filter(row -> row.get("anonymous").equals("true"))
            .toList();
    assertThat(rows).hasSize(4);
    assertThat(rows).noneMatch(row -> row.containsKey("name") || row.containsKey("email"));
    assertThat(rows).noneMatch(row -> row.containsKey("participant_id"));
    assertThat(distinct(rows, "respondent_key")).hasSize(4);
    assertThat(Export.fixture("zoom-polls-c.csv").rows(POLLS))
        .filteredOn(row -> row.get("anonymous").equals("true"))
        .hasSize(2)
        .noneMatch(row -> row.containsKey("name") || row.containsKey("email"));
  }

  @Test
  @DisplayName("knows an address in capitals as the same person in every poll of a meeting")
  void onePersonHasOneNumber() throws IOException {
    assertThat(
            Export.fixture("zoom-polls-d.csv").rows(POLLS).stream()
                .filter(row -> "Ada Byrd".equals(row.get("name")))
                .map(row -> row.get("participant_id"))
                .distinct())
        .hasSize(1);
  }

  @Test
  @DisplayName("takes one name without address that answers a question twice for two people")
  void namesakesAreCounted() throws IOException {
    List<Map<String, String>> phones =
        Export.fixture("zoom-polls-b.csv").rows(POLLS).stream()
            .filter(row -> "iPhone".equals(row.get("name")))
            .toList();
    assertThat(phones).hasSize(3);
    assertThat(distinct(phones, "respondent_key")).hasSize(2);
    assertThat(phones.get(1)).doesNotContainKey("participant_id");
  }

  @Test
  @DisplayName("keeps line breaks and commas of questions and answers")
  void keepsQuotedText() throws IOException {
    assertThat(Export.fixture("zoom-polls-b.csv").values(POLLS, "question", "answer"))
        .contains(
            List.of("Do you ship\nabroad, or at home?", "At home"),
            List.of("What should change?", "Prices, mostly"));
  }

  @Test
  @DisplayName("says of its meeting what it knows")
  void saysItsMeeting() throws IOException {
    assertThat(Export.fixture("zoom-polls-c.csv").row("meetings"))
        .containsEntry("meeting_id", "81234567890-20210927T1800Z")
        .containsEntry("meeting_date", "2021-09-27")
        .containsEntry("topic", "Rates in brief")
        .containsEntry("kind", "webinar")
        .containsEntry("platform", "zoom")
        .containsEntry("started_at", "2021-09-27T18:00:05Z")
        .containsEntry("duration_minutes", "45")
        .containsEntry("time_zone", "America/New_York")
        .doesNotContainKeys("host_name", "ended_at");
    assertThat(Export.fixture("zoom-polls-d.csv").row("meetings"))
        .containsEntry("meeting_id", "12345678901-20250615T1400Z")
        .doesNotContainKey("kind");
    assertThat(Export.fixture("zoom-polls-a.csv").tables()).containsExactly(POLLS);
  }

  @Test
  @DisplayName("of generation A is known by its first answer")
  void aReportWithoutMeetingIsKnownByItsFirstAnswer() throws IOException {
    Export export = Export.fixture("zoom-polls-a.csv");
    String id = export.rows(POLLS).get(0).get("meeting_id");
    assertThat(id).matches("zoom-[0-9a-f]{16}");
    assertThat(export.rows(POLLS).get(0)).containsEntry("meeting_date", "2020-12-14");
    assertThat(export.with("10:01:25", "10:09:25").rows(POLLS).get(0))
        .containsEntry("meeting_id", id);
    assertThat(export.with("10:01:16", "10:01:17").rows(POLLS).get(0).get("meeting_id"))
        .isNotEqualTo(id);
  }

  @Test
  @DisplayName("reads times in the zone its header names")
  void readsTheNamedZone() throws IOException {
    Export export = Export.fixture("zoom-polls-e.csv");
    assertThat(export.rows(POLLS).get(0))
        .containsEntry("answered_at", "2026-02-02T17:10:00Z")
        .containsEntry("time_zone", "America/Los_Angeles");
    assertThat(export.row("meetings")).containsEntry("started_at", "2026-02-02T17:00:12Z");
  }

  @Test
  @DisplayName("whose answers cannot lie within its meeting gives one of the two in UTC")
  void tellsZonesByTheLengthOfTheMeeting() throws IOException {
    Export export = Export.fixture("zoom-polls-b.csv");
    assertThat(export.row("meetings")).containsEntry("started_at", "2021-06-14T09:42:31Z");
    assertThat(export.rows(POLLS).get(0))
        .containsEntry("answered_at", "2021-06-14T10:01:16Z")
        .containsEntry("time_zone", "UTC");
    assertThat(export.with("Jun 14, 2021 05:42:31", "Jun 14, 2021 09:42:31").rows(POLLS).get(0))
        .containsEntry("answered_at", "2021-06-14T14:01:16Z");
  }

  @Test
  @DisplayName("numbers questions by their columns, or in the order in which they were answered")
  void numbersQuestions() throws IOException {
    assertThat(Export.fixture("zoom-polls-d.csv").values(POLLS, "poll_id", "question_no", "answer"))
        .startsWith(List.of("1", "1", "Fay"), List.of("1", "2", "Gus"))
        .endsWith(List.of("1", "1", "Well"));
    Export pairs = Export.fixture("zoom-polls-a.csv");
    assertThat(pairs.values(POLLS, "question_no", "answer"))
        .startsWith(List.of("1", "Blue; Green"), List.of("2", "Good"));
    // Somebody who answers later, whatever line that is, changes no number.
    String late = "9,Zoe,zoe@example.com,\"Dec 14, 2020 10:09:16\",How was it?,Good\n1,Ada";
    assertThat(pairs.with("1,Ada", late).values(POLLS, "question_no", "answer").get(1))
        .containsExactly("1", "Blue; Green");
  }

  @Test
  @DisplayName("numbers a question asked again by the order of its polls, whatever their place")
  void countsLaunches() throws IOException {
    String poll =
        "%s%n#,User Name,Email Address,Submitted Date and Time,Ready?%n1,Ada,ada@example.com,%s,%s%n%n";
    String late = String.format(poll, "Late", "2025-06-15 10:30:00", "Yes");
    String early = String.format(poll, "Early", "2025-06-15 10:10:00", "No");
    String head =
        "Overview%n,Meeting Topic,Meeting/Webinar ID,Actual Start Time%n2025-06-15 18:00:00,Town hall,12345678901,2025-06-15 10:00:00%n%nLaunched Polls%n#,Poll Name,Questions,Responses%n1,Late,1,1%n2,Early,1,1%n%n";
    assertThat(
            Export.of(String.format(head) + late + early)
                .values(POLLS, "poll_id", "poll_title", "answer"))
        .containsExactly(List.of("2", "Late", "Yes"), List.of("1", "Early", "No"));
  }

  @Test
  @DisplayName("tells a question passed over from one not asked")
  void passedOverIsARowWithoutAnswer() throws IOException {
    assertThat(Export.fixture("zoom-polls-d.csv").rows(POLLS))
        .filteredOn(row -> !row.containsKey("answer"))
        .hasSize(1);
    assertThat(Export.fixture("zoom-polls-a.csv").rows(POLLS))
        .filteredOn(row -> !row.containsKey("answer"))
        .hasSize(1);
  }

  @Test
  @DisplayName("accounts for every line: titles and headers outside, broken ones with their reason")
  void accountsForEveryLine() throws IOException {
    Export export = Export.fixture("zoom-polls-c.csv");
    assertThat(export.problems("meetings"))
        .containsExactly(
            "1 OUTSIDE", "2 OUTSIDE", "3 OUTSIDE", "5 OUTSIDE", "6 OUTSIDE", "9 OUTSIDE");
    assertThat(export.problems(POLLS))
        .containsExactlyInAnyOrder("12 NOT_A_TIME", "13 TOO_MANY_FIELDS");
  }

  @Test
  @DisplayName("whose meeting has no start is not guessed at: no row of it is kept")
  void withoutAStartNothingIsKept() throws IOException {
    Export export =
        Export.fixture("zoom-polls-d.csv").with("12345678901,2025-06-15 10:00:00", "12345678901,");
    assertThat(export.rows(POLLS)).isEmpty();
    assertThat(export.rows("meetings")).isEmpty();
    assertThat(export.problems("meetings")).contains("3 NO_MEETING_DATE");
  }

  @Test
  @DisplayName("made again says the same, but for the day it was made")
  void madeAgainSaysTheSame() throws IOException {
    for (String name : List.of("b", "c", "d", "e")) {
      Export export = Export.fixture("zoom-polls-" + name + ".csv");
      String made =
          Map.of("b", "Dec 15, 2020", "c", "Sep 28, 2021", "d", "2025-06-15 18", "e", "2026-02-03")
              .get(name);
      Export again = export.with(made, "2026-09-09 09");
      for (String table : export.tables()) {
        assertThat(again.rows(table)).isEqualTo(export.rows(table));
      }
    }
  }

  @Test
  @DisplayName("takes several answers apart where the poll's options are known")
  void splitsAgainstTheOptions(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("lanes.yaml"),
        """
        title: Lanes
        questions:
          - question: Which carriers do you use,  TODAY?
            kind: multiple
            options: [Green, Blue, "Blue; Green"]
          - question: How was it?
            kind: quiz
            options: [Bad, Good]
            correct: [Good]
        """,
        StandardCharsets.UTF_8);
    Export export = Export.fixture("zoom-polls-a.csv").with(PollDefinitions.load(folder));
    assertThat(
            export.values(POLLS, "question_kind", "answer_no", "answer", "answer_order", "correct"))
        .startsWith(
            List.of("multiple", "1", "Blue; Green", "3", ""),
            List.of("quiz", "1", "Good", "2", "true"));
    assertThat(
            export
                .with("Blue; Green", "Green;Blue; Green;Red;Blue")
                .values(POLLS, "answer_no", "answer", "answer_order")
                .subList(0, 4))
        .containsExactly(
            List.of("1", "Green", "1"),
            List.of("2", "Blue; Green", "3"),
            List.of("3", "Red", ""),
            List.of("4", "Blue", "2"));
  }

  @Test
  @DisplayName("of the shared samples has its known counts")
  void readsTheSharedSamples() throws IOException {
    assertThat(sample("poll_report_v2024_multi_poll_test.csv").rows(POLLS)).hasSize(18);
    assertThat(sample("poll_report_v2024_wide_multipoll.csv").rows(POLLS)).hasSize(48);
    for (String name : List.of("multi_poll_test", "wide_multipoll")) {
      Export export = sample("poll_report_v2024_" + name + ".csv");
      assertThat(export.formats()).containsExactly("zoom-polls-d");
      assertThat(export.problems(POLLS)).isEmpty();
    }
    assertThat(
            distinct(sample("poll_report_v2024_multi_poll_test.csv").rows(POLLS), "respondent_key"))
        .hasSize(6);
  }

  private static Export sample(String name) throws IOException {
    return SharedData.export("zoom/" + name);
  }

  private static Set<String> distinct(List<Map<String, String>> rows, String column) {
    return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
  }

  @Test
  @DisplayName("finds titles over blank lines, and takes no remark for an answer")
  void titlesOverBlankLines() throws IOException {
    Export export = Export.fixture("zoom-polls-d-spaced.csv");
    assertThat(export.formats()).containsExactly("zoom-polls-d");
    assertThat(export.values("poll_responses", "poll_title", "name", "answer"))
        .containsExactly(
            List.of("Lunch", "Ada Byrd", "Soup"), List.of("Lunch", "Bo \"B\" Chen", "Bread"));
    assertThat(export.problems("poll_responses")).containsExactly("14 NOT_AN_ANSWER");
  }

  @Test
  @DisplayName("keeps an anonymous answer anonymous however it is numbered")
  void numberedAnonymousAnswers() throws IOException {
    Export export =
        Export.of(
            "#,User Name,User Email,Submitted Date/Time,",
            "1,Anonymous Attendee 2,,\"Apr 21, 2020 09:16:01\",Better?,Yes",
            "2,Anonymous Attendee(3),anonymous,\"Apr 21, 2020 09:16:02\",Better?,Yes");
    assertThat(export.rows("poll_responses"))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row)
                    .containsEntry("anonymous", "true")
                    .doesNotContainKeys("name", "participant_id"));
  }

  @Test
  @DisplayName("never keeps what a question about a card's code was answered with")
  void codesAreNotKept() throws IOException {
    Export wide =
        Export.of(
            "#,User Name,User Email,Submitted Date/Time,Better?,CVV",
            "1,Ada,ada@example.com,\"Apr 21, 2020 09:16:01\",Yes,123",
            "2,Bo,bo@example.com,someday,Yes,456",
            "3,Cy,cy@example.com,\"Apr 21, 2020 09:16:01\",Yes,Maybe,789");
    Export pairs =
        Export.of(
            "#,User Name,User Email,Submitted Date/Time,",
            "1,Ada,ada@example.com,\"Apr 21, 2020 09:16:01\",What is the security code?,it is 123");
    for (Export export : List.of(wide, pairs)) {
      assertThat(export.raw("poll_responses"))
          .allSatisfy(row -> assertThat(row.cells()).doesNotContain("123", "456", "789"));
    }
    assertThat(wide.raw("poll_responses"))
        .allSatisfy(row -> assertThat("" + row.raw()).doesNotContain("123", "456", "789"));
    assertThat(pairs.row("poll_responses")).containsEntry("answer", "it is [code]");
  }
}
