package org.recordlake.ingest.format.meeting;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a message in a saved chat, such as {@code 10:02:31 From Ada Byrd to Everyone:
 * Good morning}. Older chats name no recipient, newer ones write the message on lines of its own
 * and may put the day before the time.
 *
 * @param day as written; empty if the line names none
 * @param time hours, minutes and seconds
 * @param recipient whom it was for; empty if everyone
 * @param text what stands on the line itself
 */
record ChatLine(
    Optional<String> day, String time, String sender, Optional<String> recipient, String text) {
  /** No name is longer; nothing beyond is looked at. */
  private static final int LONGEST = 400;

  private static final Pattern BEGINNING =
      Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})[ T])?(\\d{1,2}:\\d{2}:\\d{2})\\s+[Ff]rom\\s+(.*)");

  /** As Zoom writes them beside a recording in the cloud: fields divided by tabs. */
  private static final Pattern RECORDED =
      Pattern.compile("(\\d{1,2}:\\d{2}:\\d{2})\\t([^\\t:]+):\\s*(.*)");

  private static final Pattern EVERYONE =
      Pattern.compile("([^:]+?)\\s+to\\s+(Everyone[^:]*)\\s*:(.*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SOMEBODY = Pattern.compile("([^:]+?)\\s+[tT]o\\s+([^:]+):(.*)");
  private static final Pattern NOBODY = Pattern.compile("([^:]+?)\\s*:(.*)");
  private static final Pattern PRIVATE_MARK =
      Pattern.compile("\\s*\\((direct message|privately)\\)\\s*", Pattern.CASE_INSENSITIVE);

  /** {@code line} as such a line; empty if it is none. */
  static Optional<ChatLine> of(String line) {
    String head = line.substring(0, Math.min(line.length(), LONGEST)).strip();
    String tail = line.substring(Math.min(line.length(), LONGEST));
    Matcher beginning = BEGINNING.matcher(head);
    if (!beginning.matches()) {
      return recorded(head, tail);
    }
    String rest = beginning.group(3);
    Optional<String> day = Optional.ofNullable(beginning.group(1));
    String time = beginning.group(2);
    Matcher everyone = EVERYONE.matcher(rest);
    if (everyone.matches()) {
      String sender = everyone.group(1);
      return Optional.of(line(day, time, sender, "", everyone.group(3) + tail));
    }
    Matcher somebody = SOMEBODY.matcher(rest);
    if (somebody.matches()) {
      String recipient = somebody.group(2);
      return Optional.of(line(day, time, somebody.group(1), recipient, somebody.group(3) + tail));
    }
    Matcher nobody = NOBODY.matcher(rest);
    return nobody.matches()
        ? Optional.of(line(day, time, nobody.group(1), "", nobody.group(2) + tail))
        : Optional.empty();
  }

  private static Optional<ChatLine> recorded(String head, String tail) {
    Matcher recorded = RECORDED.matcher(head);
    return recorded.matches()
        ? Optional.of(
            line(
                Optional.empty(),
                recorded.group(1),
                recorded.group(2),
                "",
                recorded.group(3) + tail))
        : Optional.empty();
  }

  private static ChatLine line(
      Optional<String> day, String time, String sender, String recipient, String text) {
    String plain = PRIVATE_MARK.matcher(recipient).replaceAll("").strip();
    return new ChatLine(
        day,
        time,
        sender.strip(),
        plain.isEmpty() ? Optional.empty() : Optional.of(plain),
        text.strip());
  }
}
