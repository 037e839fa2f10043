package org.recordlake.format.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.config.Settings.DateOrder;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.DateEvidence;
import org.recordlake.format.time.FileTimes;

/**
 * The zones in which a poll report writes its times. Some reports give the meeting in local time
 * and the answers in UTC, or the reverse, without saying so. Where the report gives the length of
 * the meeting and its answers cannot lie within it in one zone, but do if one of the two is UTC,
 * that is taken; otherwise all times are of one zone.
 */
record PollClock(FileTimes meeting, FileTimes answers) {
  /** Polls are answered in a meeting; clocks and the end of it are not exact. */
  private static final Duration TOLERANCE = Duration.ofMinutes(15);

  static PollClock of(PollReport report, DateOrder ambiguous, ZoneId configured) {
    List<String> times = new ArrayList<>();
    report.meeting().flatMap(ZoomMeeting::start).ifPresent(times::add);
    report.rows().forEach(row -> times.add(row.field(3)));
    ZoneId zone =
        report.tables().stream()
            .map(table -> table.header().zone())
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(configured);
    FileTimes local = new FileTimes(zone, DateEvidence.order(times, ambiguous));
    PollClock one = new PollClock(local, local);
    FileTimes utc = local.in(ZoneId.of("UTC"));
    List<PollClock> mixed = List.of(new PollClock(local, utc), new PollClock(utc, local));
    if (one.fits(report)) {
      return one;
    }
    return mixed.stream().filter(clock -> clock.fits(report)).findFirst().orElse(one);
  }

  /** Whether every answer lies within the meeting, as far as the report tells. */
  private boolean fits(PollReport report) {
    Optional<Instant> start =
        report.meeting().flatMap(ZoomMeeting::start).flatMap(meeting::instant);
    Optional<Duration> length = report.meeting().flatMap(ZoomMeeting::duration);
    if (start.isEmpty() || length.isEmpty()) {
      return true;
    }
    Instant earliest = start.get().minus(TOLERANCE);
    Instant latest = start.get().plus(length.get()).plus(TOLERANCE);
    return report.rows().stream()
        .map((SourceRecord row) -> answers.instant(row.field(3)))
        .flatMap(Optional::stream)
        .allMatch(at -> !at.isBefore(earliest) && !at.isAfter(latest));
  }
}
