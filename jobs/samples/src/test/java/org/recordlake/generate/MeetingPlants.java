package org.recordlake.generate;

/**
 * Meetings on both sides of 24 months and one that is held, each with rows in every meeting table;
 * cameras without consent; a poll that nobody signed; one name under two addresses.
 */
final class MeetingPlants {
  private static final String CONSENT =
      "an image or recording is stored only where the camera was turned on by choice";
  private final SampleFolder folder;

  private MeetingPlants(SampleFolder folder) {
    this.folder = folder;
  }

  static void plant(SampleFolder folder) {
    MeetingPlants plants = new MeetingPlants(folder);
    plants.meeting("701-0001-961", "2024-11-22", Outcome.STORED, "meeting exactly 24 months ago");
    plants.meeting(
        "701-0001-962", "2024-11-21", Outcome.EXPIRED, "meeting 24 months and a day ago");
    plants.meeting(
        "701-0001-963", "2024-10-10", Outcome.STORED, "meeting over 24 months ago, held by H-0003");
    plants.cameras();
    plants.anonymousPoll();
    plants.oneNameTwice();
  }

  private void meeting(String id, String date, Outcome outcome, String what) {
    String why =
        id.endsWith("963")
            ? "a hold beats the schedule"
            : "R4 and R5: goes 24 months after the meeting";
    String start = date + "T15:00:00Z";
    Row meeting =
        folder
            .clean(Table.MEETINGS, 1)
            .with("started_at", start)
            .with("ended_at", date + "T15:45:00Z");
    plant(
        meeting.with("duration_minutes", 45).with("participant_count", 1),
        id,
        date,
        outcome,
        what,
        why);
    Row guest =
        folder
            .clean(Table.MEETING_PARTICIPANTS, 4, row -> row.value("customer_id") != null)
            .with("participant_id", "1")
            .with("spell_no", 1);
    guest =
        guest
            .with("join_at", start)
            .with("leave_at", date + "T15:44:00Z")
            .with("minutes", "44.0")
            .with("camera_on", true);
    plant(guest, id, date, outcome, what, why);
    Row answer =
        folder.clean(
            Table.POLL_RESPONSES,
            3,
            row -> row.value("question_kind").equals("single") && row.value("answer") != null);
    answer =
        answer
            .with("participant_id", "1")
            .with("respondent_key", "1")
            .with("answered_at", date + "T15:30:00Z");
    plant(answer, id, date, outcome, what, why);
    Row message =
        folder
            .clean(Table.CHAT_MESSAGES, 2)
            .with("participant_id", "1")
            .with("sent_at", date + "T15:20:00Z");
    plant(message, id, date, outcome, what, why);
    plant(
        folder.clean(Table.DEVICE_USAGE, 2).with("participant_id", "1"),
        id,
        date,
        outcome,
        what,
        why);
    Row image =
        folder
            .clean(Table.MEETING_MEDIA, 0, row -> row.value("kind").equals("webcam_image"))
            .with("participant_id", "1");
    image =
        image
            .with("media_id", id + "-W1")
            .with("file_name", id + "-W1.png")
            .with("captured_at", date + "T15:01:00Z");
    plant(image, id, date, outcome, what, why);
    Row record =
        image
            .with("media_id", id + "-R1")
            .with("kind", "recording")
            .with("file_name", id + "-R1.wav");
    plant(
        record
            .with("participant_id", null)
            .with("customer_id", null)
            .with("duration_seconds", 2640),
        id,
        date,
        outcome,
        what,
        why);
  }

  private void plant(Row row, String id, String date, Outcome outcome, String what, String why) {
    folder.plant(row.with("meeting_id", id).with("meeting_date", date), outcome, what, why);
  }

  private void cameras() {
    Row dark =
        folder.clean(
            Table.MEETING_PARTICIPANTS,
            3,
            row ->
                Boolean.FALSE.equals(row.value("camera_on")) && row.value("customer_id") != null);
    Row image =
        folder.clean(Table.MEETING_MEDIA, 1, row -> row.value("kind").equals("webcam_image"));
    for (String column :
        java.util.List.of("meeting_id", "meeting_date", "participant_id", "customer_id")) {
      image = image.with(column, dark.value(column));
    }
    String id = dark.value("meeting_id") + "-X";
    image = image.with("captured_at", dark.value("join_at"));
    folder.fault(
        image.with("media_id", id + "1").with("file_name", id + "1.png").with("camera_on", false),
        "camera image of a guest whose camera was off",
        CONSENT);
    folder.fault(
        image.with("media_id", id + "2").with("file_name", id + "2.png").with("camera_on", null),
        "camera image without a word about the camera",
        CONSENT + "; unknown counts as no");
    Row recording =
        image.with("media_id", id + "3").with("file_name", id + "3.wav").with("kind", "recording");
    folder.fault(
        recording.with("duration_seconds", 600).with("camera_on", false),
        "recording against the wish of those shown",
        CONSENT);
  }

  private void anonymousPoll() {
    Row answer =
        folder.clean(
            Table.POLL_RESPONSES,
            30,
            row -> row.value("question_kind").equals("scale") && row.value("answer") != null);
    Row nobody =
        answer
            .with("poll_id", "9")
            .with("poll_title", "Unsigned: how did we do?")
            .with("question_no", 1);
    for (String column : java.util.List.of("participant_id", "customer_id", "name", "email")) {
      nobody = nobody.with(column, null);
    }
    Dice dice = Dice.of(SampleLake.SEED, "anonymous");
    for (int number = 0; number < 12; number++) {
      int grade = dice.between(1, 5);
      Row row =
          nobody
              .with("respondent_key", "x" + Long.toHexString(dice.next() >>> 16))
              .with("answer", String.valueOf(grade));
      folder.plant(
          row.with("answer_order", grade).with("anonymous", true),
          Outcome.STORED,
          "answer to an anonymous poll",
          "random respondent number, nothing that leads to a person; never joined to one");
    }
  }

  private void oneNameTwice() {
    Row answer =
        folder.clean(
            Table.POLL_RESPONSES,
            40,
            row ->
                row.value("question_kind").equals("single")
                    && row.value("email") != null
                    && row.value("answer") != null);
    for (int number = 1; number <= 2; number++) {
      Row row =
          answer
              .with("respondent_key", "96000" + number)
              .with("participant_id", "96000" + number)
              .with("name", "Pat Winslow");
      folder.plant(
          row.with("customer_id", null)
              .with(
                  "email",
                  number == 1 ? "pat.winslow@mail.example.com" : "p.winslow@post.example.net"),
          Outcome.STORED,
          "one name under two e-mail addresses in one poll",
          "two respondents until somebody proves that they are one");
    }
  }
}
