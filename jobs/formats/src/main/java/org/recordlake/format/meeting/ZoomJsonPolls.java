package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.ReaderSettings;
import org.recordlake.format.SourceFile;

/**
 * {@code /report/meetings/{id}/polls} of Zoom's REST interface, whose {@code questions} are the
 * people who answered.
 */
record ZoomJsonPolls(ReaderSettings settings) implements MeetingReader {
  @Override
  public String format() {
    return "zoom-json-polls";
  }

  @Override
  public Set<String> tables(Head head) {
    Set<String> names = ZoomJson.names(head);
    return isPolls(names, "questions/") || isPolls(names, "") ? Set.of(MEETINGS, POLLS) : Set.of();
  }

  /** A list of people stands under its name on a page, or alone. */
  private static boolean isPolls(Set<String> names, String above) {
    return names.contains(above + "question_details/polling_id")
        || names.contains(above + "question_details/date_time");
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    for (ZoomJson json : ZoomJson.of(file, "questions")) {
      read(json, file.zone(), said);
    }
  }

  private void read(ZoomJson json, ZoneId zone, Said said) {
    List<ZoomJson.Detail> items = json.details();
    Optional<Instant> first =
        items.stream()
            .map(ZoomJsonPolls::at)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
    Optional<MeetingKey> key = json.key(first, zone);
    key.ifPresent(known -> json.meeting(said, known));
    key.ifPresentOrElse(
        known -> answers(said, items, known),
        () -> items.forEach(item -> broken(said, item, NO_MEETING_DATE)));
  }

  private static Optional<String> time(ZoomJson.Detail item) {
    return ZoomJson.text(item.detail(), "date_time");
  }

  private static Optional<Instant> at(ZoomJson.Detail item) {
    return time(item).flatMap(ZoomJson.TIMES::instant);
  }

  private void answers(Said said, List<ZoomJson.Detail> items, MeetingKey key) {
    PollAnswers answers = PollAnswers.ofInstants(key, settings.polls());
    for (ZoomJson.Detail item : items) {
      Optional<String> question = ZoomJson.text(item.detail(), "question", "name");
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
        ZoomJson.text(item.detail(), "polling_id").orElse("1"),
        ZoomJson.text(item.detail(), "poll_title", "polling_title"),
        new Answer.Pair(0, question, ZoomJson.text(item.detail(), "answer").orElse("")),
        Person.answering(
            ZoomJson.text(item.person(), "name").orElse(""),
            ZoomJson.text(item.person(), "email").orElse("")),
        at(item),
        item.detail().toString());
  }

  private static void broken(Said said, ZoomJson.Detail item, String code) {
    said.broken(POLLS, item.place(), item.detail().toString(), code);
  }
}
