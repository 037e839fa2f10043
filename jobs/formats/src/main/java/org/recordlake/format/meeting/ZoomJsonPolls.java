package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.ReaderSettings;

/**
 * {@code /report/meetings/{id}/polls} of Zoom's REST interface, whose {@code questions} are the
 * people who answered.
 */
record ZoomJsonPolls(String format, ReaderSettings settings) implements ZoomJsonReader {
  @Override
  public String list() {
    return "questions";
  }

  @Override
  public String table() {
    return POLLS;
  }

  @Override
  public boolean fits(Set<String> names, String above) {
    return names.contains(above + "question_details/polling_id")
        || names.contains(above + "question_details/date_time");
  }

  @Override
  public void read(ZoomJson json, ZoneId zone, Said said) {
    List<ZoomJson.Detail> items = json.details();
    Optional<Instant> first = ZoomJson.first(items, "date_time");
    Optional<MeetingKey> key = json.key(first, zone);
    key.ifPresent(known -> json.meeting(said, known));
    key.ifPresentOrElse(
        known -> answers(said, items, known),
        () -> items.forEach(item -> broken(said, item, NO_MEETING_DATE)));
  }

  private static Optional<String> time(ZoomJson.Detail item) {
    return item.text("date_time");
  }

  private static Optional<Instant> at(ZoomJson.Detail item) {
    return time(item).flatMap(ZoomJson.TIMES::instant);
  }

  private void answers(Said said, List<ZoomJson.Detail> items, MeetingKey key) {
    PollAnswers answers = PollAnswers.ofInstants(key, settings.polls());
    for (ZoomJson.Detail item : items) {
      Optional<String> question = item.text("question", "name");
      if (question.isEmpty()) {
        broken(said, item, "ANSWER_WITHOUT_QUESTION");
      } else if (time(item).isPresent() && at(item).isEmpty()) {
        broken(said, item, "NOT_A_TIME");
      } else {
        answers.add(answer(item, question.get()));
      }
    }
    answers.into(said);
  }

  private static Answer answer(ZoomJson.Detail item, String question) {
    return new Answer(
        item.place(),
        item.text("polling_id").orElse("1"),
        item.text("poll_title", "polling_title"),
        new Answer.Pair(0, question, item.text("answer").orElse("")),
        item.answering(),
        at(item),
        item.detail().toString());
  }

  private static void broken(Said said, ZoomJson.Detail item, String code) {
    said.broken(POLLS, item.place(), item.detail().toString(), code);
  }
}
