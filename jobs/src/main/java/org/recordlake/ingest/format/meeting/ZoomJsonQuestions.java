package org.recordlake.ingest.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.ingest.format.Head;
import org.recordlake.ingest.format.SourceFile;

/**
 * {@code /report/meetings/{id}/qa} of Zoom's REST interface: questions that people asked, with the
 * answers they got. Both are messages of the meeting. Whoever asked without a name stays nobody.
 */
record ZoomJsonQuestions() implements MeetingReader {
  @Override
  public String format() {
    return "zoom-json-qa";
  }

  @Override
  public Set<String> tables(Head head) {
    Set<String> names = ZoomJson.names(head);
    boolean questions =
        names.contains("questions/question_details/question")
            && !names.contains("questions/question_details/polling_id")
            && !names.contains("questions/question_details/date_time");
    return questions ? Set.of(CHAT, MEETINGS) : Set.of();
  }

  private record Item(int place, JsonNode person, JsonNode detail) {
    Optional<Instant> at() {
      return ZoomJson.text(detail, "create_time").flatMap(ZoomJson.TIMES::instant);
    }
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    ZoomJson json = ZoomJson.of(file);
    List<Item> items = new ArrayList<>();
    for (JsonNode person : json.all("questions")) {
      person
          .path("question_details")
          .forEach(detail -> items.add(new Item(items.size() + 1, person, detail)));
    }
    Optional<Instant> first =
        items.stream().map(Item::at).flatMap(Optional::stream).min(Comparator.naturalOrder());
    Optional<MeetingKey> key = json.key(first, file.zone());
    key.ifPresent(known -> json.meeting(said, known));
    Map<String, Integer> asked = new HashMap<>();
    for (Item item : items) {
      Optional<String> question = ZoomJson.text(item.detail(), "question");
      if (key.isEmpty() || question.isEmpty()) {
        String code = key.isEmpty() ? NO_MEETING_DATE : "NO_QUESTION";
        said.broken(CHAT, item.place(), item.detail().toString(), code);
      } else {
        messages(said, key.get(), item, question.get(), asked);
      }
    }
  }

  private static void messages(
      Said said, MeetingKey key, Item item, String question, Map<String, Integer> asked) {
    Person person =
        Person.answering(
            ZoomJson.text(item.person(), "name").orElse(""),
            ZoomJson.text(item.person(), "email").orElse(""));
    String what = person.id().orElse("") + "\u0001" + question;
    String number = StableId.of(what, "" + asked.merge(what, 1, Integer::sum));
    Message message = new Message(key, item.place(), number, item.detail().toString());
    message.into(said, "question", person, item.at(), question, Map.of());
    ZoomJson.text(item.detail(), "answer")
        .ifPresent(
            answer ->
                new Message(key, item.place(), number + "-a", item.detail().toString())
                    .into(said, "answer", Person.of("", ""), Optional.empty(), answer, Map.of()));
  }
}
