package org.recordlake.format.meeting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.tabular.JsonText;

/**
 * {@code /report/meetings/{id}/qa} of Zoom's REST interface: questions that people asked, with the
 * answers they got. Both are messages of the meeting. Whoever asked without a name stays nobody.
 */
record ZoomJsonQuestions(String format) implements ZoomJsonReader {
  @Override
  public String list() {
    return "questions";
  }

  @Override
  public String table() {
    return CHAT;
  }

  @Override
  public boolean fits(Set<String> names, String above) {
    return names.contains(above + "question_details/question")
        && !names.contains(above + "question_details/polling_id")
        && !names.contains(above + "question_details/date_time");
  }

  private static Optional<Instant> at(ZoomJson.Detail item) {
    return item.text("create_time").flatMap(ZoomJson.TIMES::instant);
  }

  @Override
  public void read(ZoomJson json, ZoneId zone, Said said) {
    List<ZoomJson.Detail> items = json.details();
    Optional<Instant> first = ZoomJson.first(items, "create_time");
    Optional<MeetingKey> key = json.key(first, zone);
    key.ifPresent(known -> json.meeting(said, known));
    Map<String, Integer> asked = new HashMap<>();
    for (ZoomJson.Detail item : items) {
      Optional<String> question = item.text("question");
      if (key.isEmpty() || question.isEmpty()) {
        String code = key.isEmpty() ? NO_MEETING_DATE : "NO_QUESTION";
        said.broken(CHAT, item.place(), item.detail().toString(), code);
      } else {
        new AskedQuestion(
                item.place(),
                item.detail().toString(),
                item.answering(),
                at(item),
                question.get(),
                answers(item.detail()))
            .into(said, key.get(), asked);
      }
    }
  }

  /** Newer answers say who gave each and when; older ones are one text. */
  private static List<AskedQuestion.Given> answers(JsonNode detail) {
    List<AskedQuestion.Given> given = new ArrayList<>();
    for (JsonNode one : detail.path("answer_details")) {
      Optional<Instant> at = JsonText.text(one, "create_time").flatMap(ZoomJson.TIMES::instant);
      JsonText.text(one, "content", "answer")
          .ifPresent(text -> given.add(new AskedQuestion.Given(ZoomJson.answering(one), at, text)));
    }
    if (given.isEmpty()) {
      JsonText.text(detail, "answer").map(AskedQuestion.Given::of).ifPresent(given::add);
    }
    return given;
  }
}
