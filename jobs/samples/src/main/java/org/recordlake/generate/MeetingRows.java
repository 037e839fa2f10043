package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * A meeting a month and two town halls in every district, within the 24 months of the schedule,
 * with all that platforms report about it.
 */
record MeetingRows(long seed, Timeline time) implements CohortRows {
  private static final List<String> CAMERAS = Invented.words("cameras");

  /** Months, counted from the first, in which a district holds a town hall. */
  private static final List<Integer> TOWN_HALLS = List.of(9, 20);

  private static final List<String> SOUND = Invented.words("sound");

  @Override
  public void write(Cohort cohort, Consumer<Row> out) {
    LocalDate first = time.back(23);
    for (int number = 0; !first.plusMonths(number).isAfter(time.endOn()); number++) {
      LocalDate day =
          first
              .plusMonths(number)
              .plusDays(Dice.of(seed, "meeting-day", cohort.number(), number).below(25));
      Meeting meeting = Meeting.draw(seed, cohort, number, workday(day));
      if (meeting.guests().size() > 1 && !meeting.date().isAfter(time.endOn())) {
        write(meeting, cohort, out);
      }
    }
    for (int number = 0; number < TOWN_HALLS.size(); number++) {
      LocalDate day = workday(first.plusMonths(TOWN_HALLS.get(number)).plusDays(13));
      if (!day.isAfter(time.endOn())) {
        write(Meeting.drawTownHall(seed, cohort, number, day), cohort, out);
      }
    }
  }

  private static LocalDate workday(LocalDate day) {
    return day.getDayOfWeek().getValue() > 5 ? day.plusDays(2) : day;
  }

  private void write(Meeting meeting, Cohort cohort, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "meeting-rows:" + meeting.id());
    out.accept(meeting(meeting, dice));
    out.accept(host(meeting, cohort));
    for (Meeting.Guest guest : meeting.guests()) {
      spells(meeting, guest, dice, out);
      if (guest.stranger()) {
        String key = meeting.id() + "/" + guest.participantId();
        out.accept(guest.name().truth("meeting_participants", key, guest.contact().customer()));
      }
    }
    new DeviceRows(seed).write(meeting, out);
    new PollRows(seed).write(meeting, out);
    new ChatRows(seed).write(meeting, out);
    if (!meeting.townHall()) {
      new MediaRows(seed).write(meeting, out);
    }
  }

  private static Row meeting(Meeting meeting, Dice dice) {
    return Table.MEETINGS.row(
        meeting.id(),
        meeting.date(),
        meeting.topic(),
        meeting.kind(),
        meeting.platform(),
        dice.digits(6),
        meeting.host().full(),
        meeting.hostEmail(),
        meeting.at(0),
        meeting.at(meeting.minutes()),
        meeting.minutes(),
        meeting.guests().size() + 1);
  }

  private static Row host(Meeting meeting, Cohort cohort) {
    return Table.MEETING_PARTICIPANTS.row(
        meeting.id(),
        meeting.date(),
        "16778240",
        1,
        null,
        meeting.host().full(),
        meeting.hostEmail(),
        meeting.at(0),
        meeting.at(meeting.minutes()),
        Decimals.of(meeting.minutes(), 1),
        cohort.place().cityAndState(),
        CAMERAS.get(2),
        SOUND.get(0),
        SOUND.get(0),
        true,
        "host",
        "sales");
  }

  /** One spell, or two for whoever dropped out and came back. */
  private static void spells(Meeting meeting, Meeting.Guest guest, Dice dice, Consumer<Row> out) {
    int stay = guest.until() - guest.from();
    if (stay > 20 && dice.chance(0.12)) {
      double gone = guest.from() + stay * 0.4;
      out.accept(spell(meeting, guest, 1, guest.from(), gone, dice));
      out.accept(spell(meeting, guest, 2, gone + dice.between(1, 4), guest.until(), dice));
    } else {
      out.accept(spell(meeting, guest, 1, guest.from(), guest.until(), dice));
    }
  }

  private static Row spell(
      Meeting meeting, Meeting.Guest guest, int number, double from, double until, Dice dice) {
    Customer.Identity identity = guest.contact().customer().identity();
    boolean camera = dice.chance(0.8) || guest.cameraOn();
    return Table.MEETING_PARTICIPANTS.row(
        meeting.id(),
        meeting.date(),
        guest.participantId(),
        number,
        guest.customerId(),
        guest.name().text(),
        guest.email(),
        meeting.at(from),
        meeting.at(until),
        Decimals.of(until - from, 1),
        identity.place().cityAndState(),
        camera ? CAMERAS.get(dice.weighted(70, 30)) : null,
        dice.pick(SOUND),
        dice.pick(SOUND),
        camera ? guest.cameraOn() : null,
        meeting.kind().equals("webinar") || dice.chance(0.9) ? "attendee" : "presenter",
        guest.contact().function());
  }
}
