package org.recordlake.generate;

import java.util.List;
import java.util.function.Consumer;

/**
 * Camera images of guests who had turned the camera on, and now and then a recording of the screen
 * or the sound.
 */
record MediaRows(long seed) {

  void write(Meeting meeting, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "media:" + meeting.id());
    List<Meeting.Guest> seen =
        meeting.guests().stream().filter(Meeting.Guest::cameraOn).limit(2).toList();
    for (int number = 0; number < seen.size(); number++) {
      if (dice.chance(0.3)) {
        out.accept(
            row(meeting, "W" + (number + 1), "webcam_image", seen.get(number), ".png", dice));
      }
    }
    int kind = dice.weighted(70, 10, 10, 10);
    if (kind > 0) {
      String name = List.of("recording", "screen_share", "audio").get(kind - 1);
      out.accept(row(meeting, "R1", name, null, ".wav", dice));
    }
  }

  private static Row row(
      Meeting meeting, String number, String kind, Meeting.Guest guest, String ending, Dice dice) {
    String id = meeting.id() + "-" + number;
    boolean image = kind.equals("webcam_image");
    boolean consent = image || kind.equals("recording");
    return Table.MEETING_MEDIA.row(
        id,
        meeting.id(),
        meeting.date(),
        kind,
        guest == null ? null : guest.participantId(),
        guest == null ? null : guest.customerId(),
        id + ending,
        meeting.at(image ? guest.from() + 2 * dice.unit() : 1),
        image ? null : meeting.minutes() * 60 - 60,
        consent ? true : null);
  }
}
