package org.recordlake.generate;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Chat and questions; some of the questions are needs. */
record ChatRows(long seed) {
  private static final List<String> SMALL_TALK = Invented.words("small_talk");

  void write(Meeting meeting, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "chat:" + meeting.id());
    int number = 0;
    for (Meeting.Guest guest : meeting.guests()) {
      List<Need> open = guest.contact().customer().open(meeting.date());
      boolean asks = !open.isEmpty() && dice.chance(0.5);
      if (asks || dice.chance(0.3)) {
        number++;
        out.accept(
            Table.CHAT_MESSAGES.row(
                meeting.id(),
                meeting.date(),
                String.format(Locale.ROOT, "%03d", number),
                asks && dice.chance(0.6) ? "question" : "chat",
                guest.participantId(),
                guest.customerId(),
                guest.name().text(),
                guest.email(),
                meeting.at(guest.from() + dice.unit() * (guest.until() - guest.from())),
                asks ? Voice.need(dice.pick(open).service(), dice) : dice.pick(SMALL_TALK)));
      }
    }
  }
}
