package org.recordlake.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;

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
    return isQuestions(names, "questions/") || isQuestions(names, "")
        ? Set.of(CHAT, MEETINGS)
        : Set.of();
  }

  /** A list of people stands under its name on a page, or alone. */
  private static boolean isQuestions(Set<String> names, String above) {
    return names.contains(above + "question_details/question")
        && !names.contains(above + "question_details/polling_id")
        && !names.contains(above + "question_details/date_time");
  }

  private static Optional<Instant> at(ZoomJson.Detail item) {
    return ZoomJson.text(item.detail(), "create_time").flatMap(ZoomJson.TIMES::instant);
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    for (ZoomJson json : ZoomJson.of(file, "questions")) {
      read(json, file.zone(), said);
    }
  }

  private static void read(ZoomJson json, ZoneId zone, Said said) {
    List<ZoomJson.Detail> items = json.details();
    Optional<Instant> first =
        items.stream()
            .map(ZoomJsonQuestions::at)
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder());
    Optional<MeetingKey> key = json.key(first, zone);
    key.ifPresent(known -> json.meeting(said, known));
    Map<String, Integer> asked = new HashMap<>();
    for (ZoomJson.Detail item : items) {
      Optional<String> question = ZoomJson.text(item.detail(), "question");
      if (key.isEmpty() || question.isEmpty()) {
        String code = key.isEmpty() ? NO_MEETING_DATE : "NO_QUESTION";
        said.broken(CHAT, item.place(), item.detail().toString(), code);
      } else {
        new AskedQuestion(
                item.place(),
                item.detail().toString(),
                person(item.person()),
                at(item),
                question.get(),
                answers(item.detail()))
            .into(said, key.get(), asked);
      }
    }
  }

  private static Person person(JsonNode one) {
    return Person.answering(
        ZoomJson.text(one, "name").orElse(""), ZoomJson.text(one, "email").orElse(""));
  }

  /** Newer answers say who gave each and when; older ones are one text. */
  private static List<AskedQuestion.Given> answers(JsonNode detail) {
    List<AskedQuestion.Given> given = new ArrayList<>();
    for (JsonNode one : detail.path("answer_details")) {
      Optional<Instant> at = ZoomJson.text(one, "create_time").flatMap(ZoomJson.TIMES::instant);
      ZoomJson.text(one, "content", "answer")
          .ifPresent(text -> given.add(new AskedQuestion.Given(person(one), at, text)));
    }
    if (given.isEmpty()) {
      ZoomJson.text(detail, "answer").map(AskedQuestion.Given::of).ifPresent(given::add);
    }
    return given;
  }
}
