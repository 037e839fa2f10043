package org.recordlake.format.meeting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.FileTimes;

/**
 * Who was in one meeting, and when. Whoever comes back has another spell under the same number;
 * spells are numbered by the time of joining. The same spell told twice is told once. What a
 * platform says of all spells of a person together stands as number 0, so that it and the spells
 * complete one another whichever comes first.
 */
final class Attendance {
  private final FileTimes times;
  private final List<Spell> spells = new ArrayList<>();
  private final List<Stay> totals = new ArrayList<>();
  private final List<Bad> bad = new ArrayList<>();
  private final List<SourceRecord> outside = new ArrayList<>();

  /**
   * What an export's row says of somebody.
   *
   * @param join as written; empty for the sum of all spells
   * @param leave as written
   * @param more other columns of the lake's row
   */
  record Stay(
      SourceRecord row,
      Person person,
      Optional<String> join,
      Optional<String> leave,
      Optional<String> minutes,
      Optional<String> role,
      Map<String, String> more) {
    Stay {
      more = Map.copyOf(more);
    }
  }

  private record Spell(Stay stay, Instant join, Optional<Instant> leave) {
    Instant leaveOrNever() {
      return leave.orElse(Instant.MAX);
    }
  }

  /**
   * @param minutes by person
   * @param lines the lines they are of
   */
  private record Sums(Map<String, BigDecimal> minutes, Set<String> lines) {
    String with(Stay total, String given) {
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

  /**
   * @param times how the export writes them
   */
  Attendance(FileTimes times) {
    this.times = times;
  }

  void bad(SourceRecord row, String code) {
    bad.add(new Bad(row, code));
  }

  void outside(SourceRecord row) {
    outside.add(row);
  }

  /** The minutes of all spells together. */
  void total(Stay total) {
    if (total.person().isKnown()) {
      totals.add(total);
    } else {
      bad(total.row(), "NO_PARTICIPANT");
    }
  }

  /** One stay. */
  void spell(Stay stay) {
    Optional<Instant> join = stay.join().flatMap(times::instant);
    Optional<Instant> leave = stay.leave().flatMap(times::instant);
    if (!stay.person().isKnown()) {
      bad(stay.row(), "NO_PARTICIPANT");
    } else if (stay.join().isEmpty()) {
      bad(stay.row(), "NO_JOIN_TIME");
    } else if (join.isEmpty() || (stay.leave().isPresent() && leave.isEmpty())) {
      bad(stay.row(), "NOT_A_TIME");
    } else {
      spells.add(new Spell(stay, join.get(), leave));
    }
  }

  /** The first joining, if there is one. */
  Optional<Instant> first() {
    return spells.stream().map(Spell::join).min(Comparator.naturalOrder());
  }

  /** Adds the rows. */
  void into(Said said, MeetingKey meeting) {
    outside.forEach(said::outside);
    bad.forEach(one -> said.broken(MeetingReader.PARTICIPANTS, one.row(), one.code()));
    Map<String, List<String>> told = new HashMap<>();
    spells.stream()
        .sorted(Comparator.comparing(Spell::join).thenComparing(Spell::leaveOrNever))
        .forEach(spell -> spell(said, meeting, spell, told));
    Sums sums = new Sums(new HashMap<>(), new HashSet<>());
    totals.forEach(total -> total(said, meeting, total, sums));
  }

  private void spell(Said said, MeetingKey meeting, Spell spell, Map<String, List<String>> told) {
    Stay stay = spell.stay();
    List<String> before =
        told.computeIfAbsent(stay.person().id().orElseThrow(), any -> new ArrayList<>());
    String when = spell.join() + "/" + spell.leave();
    if (before.isEmpty() || !before.get(before.size() - 1).equals(when)) {
      before.add(when);
    }
    Cells row = row(meeting, stay, before.size());
    stay.more().forEach(row::put);
    row.put("time_zone", times.zone().getId())
        .put("join_at", spell.join().toString())
        .put("leave_at", spell.leave().map(Instant::toString))
        .put(
            "minutes",
            stay.minutes()
                .or(
                    () ->
                        spell
                            .leave()
                            .map(leave -> minutes(Duration.between(spell.join(), leave)))));
    said.row(MeetingReader.PARTICIPANTS, stay.row(), row);
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
  private static void total(Said said, MeetingKey meeting, Stay total, Sums sums) {
    Cells row =
        row(meeting, total, 0)
            .put("minutes", total.minutes().map(minutes -> sums.with(total, minutes)));
    said.row(MeetingReader.PARTICIPANTS, total.row(), row);
  }

  private static Cells row(MeetingKey meeting, Stay stay, int spell) {
    Cells row = meeting.row().put("spell_no", "" + spell);
    return stay.person().into(row).put("role", stay.role());
  }
}
