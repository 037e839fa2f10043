package org.recordlake.format.meeting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;
import org.recordlake.format.UnreadableFile;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.tabular.JsonText;
import org.recordlake.format.time.FileTimes;

/**
 * Answers of Zoom's REST interface on one meeting as they were saved: pages, or the objects of
 * their lists alone. A file is held whole, bounded by {@link Lines}. The interface writes all times
 * in UTC.
 *
 * @param pages the pages; each may say of the meeting what all say
 * @param first place of the first object of the lists among those of the file, from 1
 */
record ZoomJson(List<JsonNode> pages, int first) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonFactory TOKENS = new JsonFactory();

  /** How the interface writes times. */
  static final FileTimes TIMES = new FileTimes(ZoneId.of("UTC"), DateOrder.MONTH_FIRST);

  ZoomJson {
    pages = List.copyOf(pages);
  }

  /** Names in the beginning of a file, below one another as {@code participants/join_time}. */
  static Set<String> names(Head head) {
    String text = head.text().strip();
    Set<String> names = new HashSet<>();
    if (!text.startsWith("{") && !text.startsWith("[")) {
      return names;
    }
    try (JsonParser parser = TOKENS.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          String path = parser.getParsingContext().pathAsPointer().toString();
          names.add(path.replaceAll("/\\d+(?=/)", "").substring(1));
        }
      }
    } catch (IOException e) {
      // The beginning of a file ends anywhere; the names before that are what is asked for.
      return names;
    }
    return names;
  }

  /**
   * The answers of a file by meeting. Pages follow one another as lines or in a list; those that
   * say nothing of their meeting are of the only one the others name.
   *
   * @param list name of the list on a page
   */
  static List<ZoomJson> of(SourceFile file, String list) throws IOException {
    Map<String, List<JsonNode>> meetings = new LinkedHashMap<>();
    for (JsonNode page : pages(roots(file), list)) {
      meetings.computeIfAbsent(meeting(page), any -> new ArrayList<>()).add(page);
    }
    if (meetings.size() == 2 && meetings.containsKey("")) {
      List<JsonNode> unnamed = meetings.remove("");
      meetings.values().forEach(pages -> pages.addAll(unnamed));
    }
    List<ZoomJson> answers = new ArrayList<>();
    int first = 1;
    for (List<JsonNode> pages : meetings.values()) {
      ZoomJson answer = new ZoomJson(pages, first);
      first += Math.max(answer.all(list).size(), answer.details().size());
      answers.add(answer);
    }
    return answers;
  }

  /** What names the meeting of a page; empty if nothing does. */
  private static String meeting(JsonNode page) {
    return JsonText.text(page, "uuid")
        .or(() -> JsonText.text(page, "id", "meeting_id", "webinar_id"))
        .map(name -> name + JsonText.text(page, "start_time").orElse(""))
        .orElse("");
  }

  /** The pages, with what lies beside them and is none gathered on one of its own. */
  private static List<JsonNode> pages(List<JsonNode> roots, String list) {
    List<JsonNode> pages = new ArrayList<>();
    ArrayNode alone = JSON.createArrayNode();
    roots.forEach(
        root -> {
          if (root.has(list)) {
            pages.add(root);
          } else {
            alone.add(root);
          }
        });
    if (!alone.isEmpty()) {
      pages.add(JSON.createObjectNode().set(list, alone));
    }
    return pages;
  }

  private static List<JsonNode> roots(SourceFile file) throws IOException {
    List<JsonNode> roots = new ArrayList<>();
    try (MappingIterator<JsonNode> values =
        JSON.readerFor(JsonNode.class).readValues(String.join("\n", Lines.of(file)))) {
      while (values.hasNextValue()) {
        JsonNode value = values.nextValue();
        if (value.isArray()) {
          value.forEach(roots::add);
        } else {
          roots.add(value);
        }
      }
      return roots;
    } catch (JsonProcessingException e) {
      throw new UnreadableFile("the JSON ends early or is malformed", e);
    }
  }

  /** Every element of the list {@code name} on every page; an object in its place is one. */
  List<JsonNode> all(String name) {
    List<JsonNode> elements = new ArrayList<>();
    for (JsonNode page : pages) {
      JsonNode list = page.path(name);
      if (list.isObject()) {
        elements.add(list);
      } else {
        list.forEach(elements::add);
      }
    }
    return elements;
  }

  /** A person and one thing that person said. */
  record Detail(int place, JsonNode person, JsonNode detail) {
    Optional<String> text(String... names) {
      return JsonText.text(detail, names);
    }

    Person answering() {
      return ZoomJson.answering(person);
    }
  }

  static Person answering(JsonNode person) {
    return Person.answering(
        JsonText.text(person, "name").orElse(""), JsonText.text(person, "email").orElse(""));
  }

  /** The earliest of the times that {@code details} have under {@code name}. */
  static Optional<Instant> first(List<Detail> details, String name) {
    return details.stream()
        .flatMap(detail -> detail.text(name).flatMap(TIMES::instant).stream())
        .min(Comparator.naturalOrder());
  }

  /** What every person of the list {@code questions} said, one by one. */
  List<Detail> details() {
    List<Detail> details = new ArrayList<>();
    for (JsonNode person : all("questions")) {
      JsonNode list = person.path("question_details");
      if (list.isArray()) {
        list.forEach(detail -> details.add(new Detail(first + details.size(), person, detail)));
      } else {
        details.add(new Detail(first + details.size(), person, list));
      }
    }
    return details;
  }

  private Optional<String> said(String... names) {
    return pages.stream()
        .map(page -> JsonText.text(page, names))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * The occurrence.
   *
   * @param first the earliest time of its rows, for answers that say no start
   */
  Optional<MeetingKey> key(Optional<Instant> first, ZoneId configured) {
    Optional<Instant> start = said("start_time").flatMap(TIMES::instant).or(() -> first);
    Optional<String> number = said("id", "meeting_id", "webinar_id").filter(MeetingKey::isNumber);
    return start.map(
        at ->
            number
                .map(text -> MeetingKey.numbered(text, at, configured))
                .orElseGet(
                    () ->
                        MeetingKey.unnumbered(
                            "zoom", at, configured, said("uuid").orElse("rest"))));
  }

  /** Adds the row of the meeting, if enough is said of it. */
  void meeting(Said said, MeetingKey key) {
    Optional<Instant> start = said("start_time").flatMap(TIMES::instant);
    Optional<String> topic = said("topic");
    if (start.isEmpty() || topic.isEmpty()) {
      return;
    }
    Cells row =
        key.row()
            .put("platform", "zoom")
            .put("started_at", start.get().toString())
            .put("topic", topic)
            .put("host_name", said("user_name", "host_name"))
            .put("host_email", said("user_email", "host_email"))
            .put("ended_at", said("end_time").flatMap(TIMES::utc))
            .put("duration_minutes", said("duration"))
            .put("participant_count", said("participants_count"));
    said.row(MeetingReader.MEETINGS, 1, row, "");
  }

  /** Minutes of a number of seconds; the text itself if it is none. */
  static String minutes(String seconds) {
    return seconds.matches("\\d{1,9}")
        ? Attendance.minutes(Duration.ofSeconds(Long.parseLong(seconds)))
        : seconds;
  }
}
