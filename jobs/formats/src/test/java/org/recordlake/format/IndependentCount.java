package org.recordlake.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How many records a text holds, counted without any code of the readers.
 *
 * @param least records that say anything
 * @param most those, and records of nothing but empty fields
 */
record IndependentCount(long least, long most) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FROM =
      Pattern.compile("(?:\\d{4}-\\d{2}-\\d{2}[ T])?\\d{1,2}:\\d{2}:\\d{2}\\s+[Ff]rom\\s+[^:]+:.*");
  private static final Pattern NAMED =
      Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}\\t(?!\\s*[Ff]rom\\s*:)[^\\t:]+:.*");

  /** The records of a text of {@code format} that must be accounted for. */
  static IndependentCount of(String format, String text) throws IOException {
    return switch (format) {
      case "zoom-chat" -> messages(text);
      case "webvtt" -> exactly(blocks(text));
      case "nacha-ach" -> exactly(achEntries(text));
      case "catalogue-jsonl" -> exactly(text.lines().filter(line -> !line.isBlank()).count());
      case "usaspending-json", "usaspending-search" -> exactly(elements(text, "results", ""));
      case "zoom-json-participants" -> exactly(elements(text, "participants", ""));
      case "zoom-json-polls", "zoom-json-qa" ->
          exactly(elements(text, "questions", "question_details"));
      case "mapped:table" -> records(text, ';', 1);
      case "mapped:list" -> exactly(elements(text, "visits", ""));
      case "teams-attendance", "teams-attendance-old" -> records(text, teamsDelimiter(text), 0);
      default -> records(text, delimiter(text), format.startsWith("zoom-") ? 0 : 1);
    };
  }

  private static IndependentCount exactly(long count) {
    return new IndependentCount(count, count);
  }

  /** In a chat of the one form a line that looks like the other may be text of a message. */
  private static IndependentCount messages(String text) {
    long from = text.lines().filter(line -> FROM.matcher(line.strip()).matches()).count();
    long named = text.lines().filter(line -> NAMED.matcher(line.strip()).matches()).count();
    return new IndependentCount(from == 0 ? named : from, from + named);
  }

  private static long blocks(String text) {
    long blocks = 0;
    boolean open = false;
    for (String line : text.lines().toList()) {
      blocks += !line.isBlank() && !open ? 1 : 0;
      open = !line.isBlank();
    }
    return blocks;
  }

  /** Sums of an advice, whose codes begin with 8, are no entries. */
  private static long achEntries(String text) {
    long entries = 0;
    for (String line : text.split("[\\r\\n\\x1A]")) {
      for (int from = 0; from < line.length(); from += 94) {
        String record = line.substring(from, Math.min(line.length(), from + 94));
        entries += record.matches("6[^8].*") ? 1 : 0;
      }
    }
    return entries;
  }

  private static long elements(String text, String list, String inner) throws IOException {
    long count = 0;
    try (MappingIterator<JsonNode> roots = JSON.readerFor(JsonNode.class).readValues(text)) {
      while (roots.hasNextValue()) {
        JsonNode root = roots.nextValue();
        for (JsonNode page : root.isArray() ? root : List.of(root)) {
          for (JsonNode element : page.has(list) ? several(page.get(list)) : List.of(page)) {
            count += element.path(inner).isArray() ? element.path(inner).size() : 1;
          }
        }
      }
    }
    return count;
  }

  private static List<JsonNode> several(JsonNode list) {
    List<JsonNode> all = new ArrayList<>();
    if (list.isObject()) {
      all.add(list);
    } else {
      list.forEach(all::add);
    }
    return all;
  }

  private static char teamsDelimiter(String text) {
    if (text.indexOf('\t') >= 0) {
      return '\t';
    }
    return count(text, ';') > count(text, ',') ? ';' : ',';
  }

  private static char delimiter(String text) {
    StringBuilder line = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (!quoted && (c == '\n' || c == '\r') && mostFrequent(line.toString()) != 0) {
        break;
      } else if (!quoted) {
        line.append(c);
      }
    }
    char most = mostFrequent(line.toString());
    return most == 0 ? ',' : most;
  }

  private static char mostFrequent(String line) {
    char most = 0;
    for (char candidate : new char[] {',', '\t', ';', '|'}) {
      boolean more = count(line, candidate) > (most == 0 ? 0 : count(line, most));
      most = more ? candidate : most;
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /**
   * Records of RFC 4180. In a field that begins with a quote every further one, doubled ones aside,
   * ends or begins a stretch in which line ends are text. Where there are such, a quote may be
   * missing, and up to every line may be a record.
   *
   * @param headers records that are the header and no record of anything
   */
  private static IndependentCount records(String text, char delimiter, int headers) {
    long least = 0;
    long most = 0;
    boolean fieldBegins = true;
    boolean quotedField = false;
    boolean quoted = false;
    boolean some = false;
    boolean says = false;
    boolean joined = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      joined |= quoted && (c == '\n' || c == '\r');
      boolean ends = i == text.length() || (!quoted && (c == '\n' || c == '\r'));
      if (ends) {
        most += some ? 1 : 0;
        least += says ? 1 : 0;
        some = false;
        says = false;
        fieldBegins = true;
        quotedField = false;
        quoted = false;
      } else if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        i++;
        says = true;
      } else if (c == '"' && (quotedField || fieldBegins)) {
        quotedField = true;
        quoted = !quoted;
        fieldBegins = false;
        some = true;
      } else {
        some = true;
        fieldBegins = !quoted && c == delimiter;
        quotedField &= !fieldBegins;
        says |= !fieldBegins && !Character.isWhitespace(c);
      }
    }
    long lines = text.lines().filter(line -> !line.isEmpty()).count();
    return new IndependentCount(least - headers, joined ? Math.max(most, lines) : most);
  }
}
