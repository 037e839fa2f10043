package org.recordlake.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many answered, what they agreed on, and where no winner can be named. */
final class PollStory implements Story {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Kinds of question where choosing one answer is not choosing the others. */
  private static final Set<String> ONE_ANSWER = Set.of("single", "scale");

  @Override
  public List<Figure> figures(ReportData data) {
    List<ReportRow> meetings = data.table("meetings").read();
    if (meetings.isEmpty()) {
      return List.of();
    }
    long questions = questions(data).size();
    long polls = total(meetings, "polls");
    return List.of(
        new Figure(
            "Meetings with polls",
            Words.count((long) meetings.size()),
            Words.counted(polls, "poll")),
        new Figure(
            "Questions shown",
            Words.count(questions),
            Words.counted(total(meetings, "questions_hidden"), "other") + " had too few"),
        responseRate(meetings),
        recommendation(data));
  }

  private static Figure responseRate(List<ReportRow> meetings) {
    List<ReportRow> known =
        meetings.stream()
            .filter(row -> row.has("response_rate") && row.number("attendees") > 0)
            .toList();
    long attendees = total(known, "attendees");
    long respondents = total(known, "respondents");
    return attendees == 0
        ? new Figure("Response rate", "–", "attendance not known")
        : new Figure(
            "Response rate",
            Words.percent(BigDecimal.valueOf((double) respondents / attendees)),
            Words.count(respondents) + " of " + Words.counted(attendees, "attendee"));
  }

  /** The latest Net Promoter Score. */
  private static Figure recommendation(ReportData data) {
    return scores(data)
        .findFirst()
        .map(
            row ->
                new Figure(
                    "Net Promoter Score",
                    Words.score(Words.NET_PROMOTER_SCORE, row.decimal("value")),
                    Words.count((long) row.number("respondents"))
                        + " answered on "
                        + row.text("meeting_date")))
        .orElse(new Figure("Net Promoter Score", "–", "not asked, or too few answered"));
  }

  private static Stream<ReportRow> scores(ReportData data) {
    return data.table("scores").read().stream()
        .filter(row -> row.text("measure").equals(Words.NET_PROMOTER_SCORE) && !row.isHidden());
  }

  @Override
  public List<String> findings(ReportData data) {
    List<List<ReportRow>> questions = questions(data);
    return Stream.of(
            Stream.of(largestDifference(data.table("differences").read())),
            Stream.of(recommendedMore(scores(data).toList())),
            Stream.of(largestChange(data.table("trends").read())),
            Stream.of(mostAgreed(questions)),
            Stream.of(lowestResponse(data.table("meetings").read())),
            Stream.of(tooClose(questions)),
            Stream.of(hidden(data)))
        .flatMap(found -> found)
        .flatMap(Optional::stream)
        .limit(5)
        .toList();
  }

  /** From one meeting of a topic to its latest: the Net Promoter Score, and whether it moved. */
  private static Optional<String> recommendedMore(List<ReportRow> latestFirst) {
    return latestFirst.stream()
        .findFirst()
        .flatMap(
            now ->
                latestFirst.stream()
                    .skip(1)
                    .filter(row -> alike(row, now, "meeting_topic") && alike(row, now, "question"))
                    .findFirst()
                    .map(before -> recommendedMore(before, now)));
  }

  private static boolean alike(ReportRow one, ReportRow other, String column) {
    return one.text(column).equals(other.text(column));
  }

  private static String recommendedMore(ReportRow before, ReportRow now) {
    boolean apart =
        before.decimal("value_high").compareTo(now.decimal("value_low")) < 0
            || now.decimal("value_high").compareTo(before.decimal("value_low")) < 0;
    return "The Net Promoter Score of “%s” went from %s (%s) to %s (%s); %s."
        .formatted(
            now.text("meeting_topic"),
            Words.score(Words.NET_PROMOTER_SCORE, before.decimal("value")),
            before.text("meeting_date"),
            Words.score(Words.NET_PROMOTER_SCORE, now.decimal("value")),
            now.text("meeting_date"),
            apart
                ? "more than chance would explain"
                : "the 95% intervals overlap, so chance may explain it");
  }

  /** Of the split whose answers differ most, the answer furthest apart between two values. */
  private static Optional<String> largestDifference(List<ReportRow> rows) {
    return rows.stream()
        .filter(row -> row.number("place") == 1 && row.has("share"))
        .filter(row -> !isRest(row, "answer") && !isRest(row, "dimension_value"))
        .collect(
            Collectors.groupingBy(row -> row.text("answer"), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(answers -> answers.size() > 1)
        .max(comparingDouble(answers -> spread(answers)))
        .map(PollStory::difference);
  }

  /** Whether a value stands for several that have no name in common, or for what is not known. */
  private static boolean isRest(ReportRow row, String column) {
    return row.text(column).startsWith("(") || row.text(column).equals("unknown");
  }

  private static double spread(List<ReportRow> rows) {
    DoubleSummaryStatistics shares =
        rows.stream().mapToDouble(row -> row.number("share")).summaryStatistics();
    return shares.getMax() - shares.getMin();
  }

  private static String difference(List<ReportRow> rows) {
    ReportRow most = rows.stream().max(comparing(row -> row.decimal("share"))).orElseThrow();
    ReportRow least = rows.stream().min(comparing(row -> row.decimal("share"))).orElseThrow();
    return "Answers differ most by %s in “%s”: to “%s”, %s of “%s” chose “%s”, but %s of “%s” (Cramér's V %s, p %s)."
        .formatted(
            most.text("dimension").replace('_', ' '),
            most.text("meeting_topic"),
            most.text("question"),
            Words.roundPercent(most.decimal("share")),
            most.text("dimension_value"),
            most.text("answer"),
            Words.roundPercent(least.decimal("share")),
            least.text("dimension_value"),
            Words.effect(most.decimal("cramers_v")),
            Words.chance(most.decimal("p_value")));
  }

  private static Optional<String> largestChange(List<ReportRow> rows) {
    return rows.stream()
        .max(
            comparing((ReportRow row) -> row.sortKey("month"))
                .thenComparing(row -> row.decimal("change").abs()))
        .map(
            row ->
                "The share of “%s” as answer to “%s” changed by %s since %s, to %s of respondents (95%% interval of the change %s to %s)."
                    .formatted(
                        row.text("answer"),
                        row.text("question"),
                        Words.points(row.decimal("change")),
                        Words.month((LocalDate) row.value("previous_month")),
                        Words.roundPercent(row.decimal("share")),
                        Words.points(row.decimal("change_low")),
                        Words.points(row.decimal("change_high"))));
  }

  /**
   * The answer to a question that asks for one, whose whole interval lies above one half, by the
   * largest lower end.
   */
  private static Optional<String> mostAgreed(List<List<ReportRow>> questions) {
    return questions.stream()
        .flatMap(List::stream)
        .filter(row -> row.text("answer_kind").equals("choice"))
        .filter(row -> ONE_ANSWER.contains(row.text("question_kind")))
        .filter(row -> row.decimal("share_low").compareTo(HALF) > 0)
        .max(comparing(row -> row.decimal("share_low")))
        .map(
            row ->
                "The clearest answer: to “%s”, %s of %s respondents chose “%s” (95%% interval %s)."
                    .formatted(
                        row.text("question"),
                        Words.roundPercent(row.decimal("share")),
                        row.text("respondents"),
                        row.text("answer"),
                        Words.interval(row.decimal("share_low"), row.decimal("share_high"))));
  }

  /** How many one-choice questions have a runner-up whose interval reaches into the leader's. */
  private static Optional<String> tooClose(List<List<ReportRow>> questions) {
    List<List<ReportRow>> choices =
        questions.stream()
            .filter(question -> question.get(0).text("question_kind").equals("single"))
            .toList();
    long close = choices.stream().filter(PollStory::isTooClose).count();
    return close == 0
        ? Optional.empty()
        : Optional.of(
            "In %s of %s with one choice the first two answers are too close to call: their 95%% intervals overlap."
                .formatted(Words.count(close), Words.counted(choices.size(), "question")));
  }

  private static boolean isTooClose(List<ReportRow> question) {
    List<ReportRow> ranked =
        question.stream()
            .filter(row -> row.has("share"))
            .sorted(comparing((ReportRow row) -> row.decimal("share")).reversed())
            .toList();
    return ranked.size() > 1
        && ranked.get(1).decimal("share_high").compareTo(ranked.get(0).decimal("share_low")) > 0;
  }

  private static Optional<String> lowestResponse(List<ReportRow> meetings) {
    return meetings.stream()
        .filter(row -> row.has("response_rate"))
        .min(comparingDouble(row -> row.number("response_rate")))
        .filter(row -> meetings.size() > 1)
        .map(
            row ->
                "The fewest answered in “%s” on %s: %s of %s attendees."
                    .formatted(
                        row.text("meeting_topic"),
                        row.text("meeting_date"),
                        Words.roundPercent(row.decimal("response_rate")),
                        row.text("attendees")));
  }

  private static Optional<String> hidden(ReportData data) {
    long hidden = total(data.table("meetings").read(), "questions_hidden");
    return hidden == 0
        ? Optional.empty()
        : Optional.of(
            "%s %s not shown because fewer than %d people answered."
                .formatted(
                    Words.counted(hidden, "question"),
                    hidden == 1 ? "is" : "are",
                    data.minimumGroup()));
  }

  @Override
  public List<String> notes(ReportData data) {
    return List.of(
        "Share is the part of a question's respondents who gave the answer. Where several answers"
            + " may be chosen the shares add up to more than 100%.",
        "The thin line on each bar is the Wilson 95% interval: were many groups like this one"
            + " asked, 95 of 100 such ranges would hold the share among all the people they stand"
            + " for.",
        "Response rate is respondents over the people who attended the meeting. Polls are"
            + " voluntary.",
        "A question that at least %d people answered is shown whole, every answer; any other is listed with its number of"
                .formatted(data.minimumGroup())
            + " respondents. Kinds of respondents of fewer people are taken together. A dash means"
            + " not recorded.",
        "An anonymous poll is brought up to date when at least %d more people have answered, so that no two reports tell"
                .formatted(data.minimumGroup())
            + " what one person said.",
        "Net Promoter Score is the percentage of promoters (9 or 10) less that of detractors (0 to"
            + " 6), with its 95% interval.",
        "Differences between kinds of respondents are tested by chi-squared (Fisher's exact test in"
            + " small two-by-two tables); Cramér's V says how large they are, from 0 to 1.",
        "A meeting without a poll is not in this report; it is not counted as zero answers.");
  }

  /** Those that are shown, not those that too few people answered. */
  private static List<List<ReportRow>> questions(ReportData data) {
    return ReportView.grouped(data.table("answers"), "meeting_key", "poll_title", "question")
        .stream()
        .filter(question -> !question.get(0).text("answer_kind").equals("hidden"))
        .toList();
  }

  private static long total(List<ReportRow> rows, String column) {
    return rows.stream().mapToLong(row -> (long) row.number(column)).sum();
  }
}
