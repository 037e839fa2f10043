package org.recordlake.format.meeting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;

/**
 * Who was in one meeting, and when. Whoever comes back has another spell under the same number;
 * spells are numbered by the time of joining. The same spell told twice is told once. What a
 * platform says of all spells of a person together stands as number 0, so that it and the spells
 * complete one another whichever comes first.
 */
final class Attendance {
  private final List<Spell> spells = new ArrayList<>();
  private final List<Total> totals = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();
  private final List<SourceRecord> outside = new ArrayList<>();

  /**
   * A time an export gives.
   *
   * @param at empty if it cannot be read
   */
  record Time(Optional<Instant> at) {}

  private record Spell(
      SourceRecord row,
      Person person,
      Instant join,
      Optional<Instant> leave,
      Optional<String> minutes,
      Optional<String> role,
      Map<String, String> more) {}

  private record Total(
      SourceRecord row, Person person, Optional<String> minutes, Optional<String> role) {}

  /**
   * @param minutes by person
   * @param lines the lines they are of
   */
  private record Sums(Map<String, BigDecimal> minutes, Set<String> lines) {
    String with(Total total, String given) {
      if (!given.matches("\\d{1,9}(\\.\\d{1,9})?")) {
        return given;
      }
      BigDecimal added = lines.add(total.row().csv()) ? new BigDecimal(given) : BigDecimal.ZERO;
      return minutes
          .merge(total.person().id().orElseThrow(), added, BigDecimal::add)
          .toPlainString();
    }
  }

  private record Bad(SourceRecord row, String code) {}

  void bad(SourceRecord row, String code) {
    bad.add(new Bad(row, code));
  }

  void outside(SourceRecord row) {
    outside.add(row);
  }

  /** The minutes of all spells together. */
  void total(SourceRecord row, Person person, Optional<String> minutes, Optional<String> role) {
    totals.add(new Total(row, person, minutes, role));
  }

  void spell(
      SourceRecord row,
      Person person,
      Optional<Time> join,
      Optional<Time> leave,
      Optional<String> minutes,
      Optional<String> role) {
    spell(row, person, join, leave, minutes, role, Map.of());
  }

  /**
   * One stay.
   *
   * @param more other columns of its row
   */
  void spell(
      SourceRecord row,
      Person person,
      Optional<Time> join,
      Optional<Time> leave,
      Optional<String> minutes,
      Optional<String> role,
      Map<String, String> more) {
    boolean unreadable = leave.isPresent() && leave.get().at().isEmpty();
    if (join.isEmpty()) {
      bad(row, "NO_JOIN_TIME");
    } else if (join.get().at().isEmpty() || unreadable) {
      bad(row, "NOT_A_TIME");
    } else {
      Instant from = join.get().at().get();
      spells.add(
          new Spell(row, person, from, leave.flatMap(Time::at), minutes, role, Map.copyOf(more)));
    }
  }

  /** The first joining, if there is one. */
  Optional<Instant> first() {
    return spells.stream().map(Spell::join).min(Comparator.naturalOrder());
  }

  /** Adds the rows. */
  void into(Said said, MeetingKey meeting, ZoneId zone) {
    outside.forEach(row -> said.outside(row.line()));
    bad.forEach(
        one ->
            said.broken(MeetingReader.PARTICIPANTS, one.row().line(), one.row().csv(), one.code()));
    Map<String, List<String>> told = new HashMap<>();
    spells.stream()
        .sorted(Comparator.comparing(Spell::join).thenComparing(Attendance::leaveOrNever))
        .forEach(spell -> spell(said, meeting, zone, spell, told));
    Sums sums = new Sums(new HashMap<>(), new HashSet<>());
    totals.forEach(total -> total(said, meeting, total, sums));
  }

  private static Instant leaveOrNever(Spell spell) {
    return spell.leave().orElse(Instant.MAX);
  }

  private static void spell(
      Said said, MeetingKey meeting, ZoneId zone, Spell spell, Map<String, List<String>> told) {
    List<String> before =
        told.computeIfAbsent(spell.person().id().orElseThrow(), any -> new ArrayList<>());
    String when = spell.join() + "/" + spell.leave();
    if (before.isEmpty() || !before.get(before.size() - 1).equals(when)) {
      before.add(when);
    }
    Map<String, String> row = row(meeting, spell.person(), before.size(), spell.role());
    row.putAll(spell.more());
    row.put("time_zone", zone.getId());
    row.put("join_at", spell.join().toString());
    spell.leave().ifPresent(leave -> row.put("leave_at", leave.toString()));
    spell
        .minutes()
        .or(() -> spell.leave().map(leave -> minutes(Duration.between(spell.join(), leave))))
        .ifPresent(minutes -> row.put("minutes", minutes));
    said.row(MeetingReader.PARTICIPANTS, spell.row().line(), row, spell.row().csv());
  }

  /** Minutes as a decimal number of two places at most. */
  static String minutes(Duration length) {
    return BigDecimal.valueOf(length.toSeconds())
        .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * A person listed again, say under another name, stayed for both times together; the last line
   * then tells the sum. The same line twice is one.
   */
  private static void total(Said said, MeetingKey meeting, Total total, Sums sums) {
    Map<String, String> row = row(meeting, total.person(), 0, total.role());
    total.minutes().ifPresent(minutes -> row.put("minutes", sums.with(total, minutes)));
    said.row(MeetingReader.PARTICIPANTS, total.row().line(), row, total.row().csv());
  }

  private static Map<String, String> row(
      MeetingKey meeting, Person person, int spell, Optional<String> role) {
    Map<String, String> row = new HashMap<>();
    row.put("meeting_id", meeting.id());
    row.put("meeting_date", meeting.date());
    row.put("spell_no", "" + spell);
    person.into(row);
    role.ifPresent(value -> row.put("role", value));
    return row;
  }
}
