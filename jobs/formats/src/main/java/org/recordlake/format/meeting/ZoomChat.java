package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.DaysFrom;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;

/**
 * A chat saved from Zoom. Its lines say the time of day, or the time since the recording began, and
 * seldom the day; that is taken from the file's name, see {@link FileMoment}. The file is held
 * whole, bounded by {@link Lines}.
 */
record ZoomChat(String format) implements MeetingReader {
  @Override
  public Set<String> tables(Head head) {
    return head.text()
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .flatMap(ChatLine::of)
            .isPresent()
        ? Set.of(CHAT)
        : Set.of();
  }

  /** A message and the lines it runs over. */
  private record Entry(int line, ChatLine begun, List<String> lines) {
    String text() {
      List<String> all = new ArrayList<>(List.of(begun.text()));
      all.addAll(lines);
      return String.join("\n", all).strip();
    }

    String raw() {
      return begun.time() + " " + begun.sender() + " " + text();
    }
  }

  @Override
  public DaysFrom daysFrom(Head head) {
    return DaysFrom.FILE_NAME;
  }

  @Override
  public void read(SourceFile file, Said said) throws IOException {
    List<Entry> entries = entries(Lines.of(file), said);
    Optional<FileMoment> named = FileMoment.of(file.name(), file.zone());
    List<Optional<Instant>> times = times(entries, named, file.zone());
    Optional<Instant> first = times.stream().flatMap(Optional::stream).min(Instant::compareTo);
    Optional<MeetingKey> key =
        named
            .map(moment -> moment.key(first, file.zone()))
            .or(() -> first.map(at -> MeetingKey.unnumbered("zoom", at, file.zone(), "recording")));
    Map<String, Integer> told = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (key.isEmpty()) {
        said.broken(CHAT, entry.line(), entry.raw(), NO_MEETING_DATE);
      } else if (times.get(i).isEmpty()) {
        said.broken(CHAT, entry.line(), entry.raw(), "NOT_A_TIME");
      } else if (entry.text().isEmpty()) {
        said.broken(CHAT, entry.line(), entry.raw(), "EMPTY_MESSAGE");
      } else {
        message(said, key.get(), entry, times.get(i).get(), file.zone(), told);
      }
    }
  }

  private static List<Entry> entries(List<String> lines, Said said) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Optional<ChatLine> begun = ChatLine.of(lines.get(i));
      if (begun.isPresent()) {
        entries.add(new Entry(i + 1, begun.get(), new ArrayList<>()));
      } else if (!entries.isEmpty()) {
        entries.get(entries.size() - 1).lines().add(unindented(lines.get(i)));
      } else if (!lines.get(i).isBlank()) {
        said.outside(i + 1L);
      }
    }
    return entries;
  }

  /** Zoom sets messages in by one tab; what else stands before a line is of the message. */
  private static String unindented(String line) {
    return (line.startsWith("\t") ? line.substring(1) : line).stripTrailing();
  }

  /**
   * When each message was sent. The hours of a saved chat run on past midnight; those of a
   * recording count from its start.
   */
  private static List<Optional<Instant>> times(
      List<Entry> entries, Optional<FileMoment> named, ZoneId zone) {
    List<Optional<Instant>> times = new ArrayList<>();
    Optional<LocalDate> day = named.map(FileMoment::day);
    Optional<LocalTime> before = Optional.empty();
    for (Entry entry : entries) {
      Optional<LocalTime> time = time(entry.begun().time());
      Optional<LocalTime> last = before;
      if (entry.begun().day().isPresent()) {
        day = day(entry.begun().day().get());
      } else if (time.isPresent()
          && before.isPresent()
          && Duration.between(time.get(), before.get()).toHours() >= 1) {
        day = day.map(date -> date.plusDays(1));
      }
      before = time.or(() -> last);
      times.add(at(entry, time, day, named, zone));
    }
    return times;
  }

  private static Optional<Instant> at(
      Entry entry,
      Optional<LocalTime> time,
      Optional<LocalDate> day,
      Optional<FileMoment> named,
      ZoneId zone) {
    if (time.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> recorded = named.filter(FileMoment::recorded).flatMap(FileMoment::start);
    if (recorded.isPresent() && entry.begun().day().isEmpty()) {
      return Optional.of(recorded.get().plusSeconds(time.get().toSecondOfDay()));
    }
    return day.map(date -> date.atTime(time.get()).atZone(zone).toInstant());
  }

  private static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text.length() == 7 ? "0" + text : text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Several people save the same chat, each with their own private messages, so a message's number
   * is made of what it says and not of its place.
   */
  private static void message(
      Said said, MeetingKey key, Entry entry, Instant at, ZoneId zone, Map<String, Integer> told) {
    Person sender = Person.of(entry.begun().sender(), "");
    Map<String, String> more = new HashMap<>();
    entry.begun().recipient().ifPresent(name -> more.put("recipient_name", name));
    more.put("time_zone", zone.getId());
    String what = String.join("\u0001", at.toString(), entry.begun().sender(), entry.text());
    String number = StableId.of(what, "" + told.merge(what, 1, Integer::sum));
    new Message(key, entry.line(), number, entry.raw())
        .into(said, "chat", sender, Optional.of(at), entry.text(), more);
  }
}
