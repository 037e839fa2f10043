package org.recordlake.ingest.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recordlake.ingest.format.Head;
import org.recordlake.ingest.format.SourceFile;

/**
 * {@code /report/meetings/{id}/polls} of Zoom's REST interface, whose {@code questions} are the
 * people who answered.
 */
record ZoomJsonPolls(MeetingSettings settings) implements MeetingReader {
  @Override
  public String format() {
    return "zoom-json-polls";
  }

  @Override
  public Set<String> tables(Head head) {
    Set<String> names = ZoomJson.names(head);
    boolean polls =
        names.contains("questions/question_details/polling_id")
            || names.contains("questions/question_details/date_time");
    return polls ? Set.of(MEETINGS, POLLS) : Set.of();
  }

  /** A person and one thing that person answered. */
  private record Item(int place, JsonNode person, JsonNode detail) {
    Optional<String> time() {
      return ZoomJson.text(detail, "date_time");
    }

    Optional<Instant> at() {
      return time().flatMap(ZoomJson.TIMES::instant);
    }
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    ZoomJson json = ZoomJson.of(file);
    List<Item> items = items(json);
    Optional<Instant> first =
        items.stream().map(Item::at).flatMap(Optional::stream).min(Comparator.naturalOrder());
    Optional<MeetingKey> key = json.key(first, file.zone());
    key.ifPresent(known -> json.meeting(said, known));
    key.ifPresentOrElse(
        known -> answers(said, items, known),
        () -> items.forEach(item -> broken(said, item, NO_MEETING_DATE)));
  }

  private static List<Item> items(ZoomJson json) {
    List<Item> items = new ArrayList<>();
    for (JsonNode person : json.all("questions")) {
      person
          .path("question_details")
          .forEach(detail -> items.add(new Item(items.size() + 1, person, detail)));
    }
    return items;
  }

  private void answers(Said said, List<Item> items, MeetingKey key) {
    PollAnswers answers = PollAnswers.ofInstants(key, settings.polls());
    for (Item item : items) {
      Optional<String> question = ZoomJson.text(item.detail(), "question", "name");
      if (question.isEmpty()) {
        broken(said, item, "ANSWER_WITHOUT_QUESTION");
      } else if (item.time().isPresent() && item.at().isEmpty()) {
        broken(said, item, "NOT_A_TIME");
      } else {
        answers.add(answer(item, question.get()));
      }
    }
    answers.into(said);
  }

  private static Answer answer(Item item, String question) {
    return new Answer(
        item.place(),
        ZoomJson.text(item.detail(), "polling_id").orElse("1"),
        ZoomJson.text(item.detail(), "poll_title", "polling_title"),
        new Answer.Pair(0, question, ZoomJson.text(item.detail(), "answer").orElse("")),
        Person.answering(
            ZoomJson.text(item.person(), "name").orElse(""),
            ZoomJson.text(item.person(), "email").orElse("")),
        item.at(),
        item.detail().toString());
  }

  private static void broken(Said said, Item item, String code) {
    said.broken(POLLS, item.place(), item.detail().toString(), code);
  }
}
