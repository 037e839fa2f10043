package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.time.FileTimes;
import org.recordlake.protect.PaymentNumbers;

/** The people of one webinar: spells of those who came, registrations of those who asked to. */
final class WebinarPeople {
  private final MeetingKey webinar;
  private final Optional<String> topic;
  private final FileTimes moments;
  private final Attendance attendance = new Attendance();
  private final List<Registration> registrations = new ArrayList<>();

  /**
   * @param on day of registration, if the report says
   * @param attended whether the person came, if the report says
   */
  private record Registration(
      SourceRecord row,
      Person person,
      WebinarColumns columns,
      Optional<String> on,
      Optional<Boolean> attended) {}

  WebinarPeople(MeetingKey webinar, Optional<String> topic, FileTimes moments) {
    this.webinar = webinar;
    this.topic = topic;
    this.moments = moments;
  }

  /** With those of {@code report}. */
  WebinarPeople of(WebinarReport report) {
    report.people().forEach(section -> section.rows().forEach(row -> add(section, row)));
    return this;
  }

  private void add(WebinarReport.Section section, SourceRecord row) {
    WebinarColumns columns = section.columns();
    Person person = columns.person(row);
    Optional<Instant> registered = columns.registered(row).flatMap(moments::instant);
    if (columns.overflows(row)) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (columns.registered(row).isPresent() && registered.isEmpty()) {
      attendance.bad(row, "NOT_A_TIME");
    } else {
      register(section, row, person, registered);
      attend(section, row, person);
    }
  }

  /** Only the first of somebody's lines tells of the registration; that of an absentee always. */
  private void register(
      WebinarReport.Section section,
      SourceRecord row,
      Person person,
      Optional<Instant> registered) {
    boolean unknown = section.columns().isOfRegistrations();
    boolean attended = !unknown && section.columns().attended(row);
    boolean guest = section.kind() == WebinarReport.Kind.ATTENDEE;
    if (guest && (registered.isPresent() || !attended)) {
      Optional<String> day =
          registered.map(at -> LocalDate.ofInstant(at, moments.zone()).toString());
      Optional<Boolean> came = unknown ? Optional.empty() : Optional.of(attended);
      registrations.add(new Registration(row, person, section.columns(), day, came));
    }
  }

  private void attend(WebinarReport.Section section, SourceRecord row, Person person) {
    WebinarColumns columns = section.columns();
    if (columns.isOfRegistrations()) {
      return;
    }
    if (!columns.attended(row)) {
      if (section.kind() != WebinarReport.Kind.ATTENDEE) {
        // Nobody registers a host or panelist, so there is nothing to say of one who stayed away.
        attendance.outside(row);
      }
      return;
    }
    Map<String, String> more = new HashMap<>();
    columns.country(row).ifPresent(country -> more.put("location", country));
    attendance.spell(
        row,
        person,
        columns.join(row).map(text -> new Attendance.Time(moments.instant(text))),
        columns.leave(row).map(text -> new Attendance.Time(moments.instant(text))),
        columns.minutes(row),
        Optional.of(section.kind().role()),
        more);
  }

  /** Adds the rows. */
  void into(Said said) {
    attendance.into(said, webinar, moments.zone());
    registrations.forEach(registration -> registration(said, registration));
    registrations.forEach(registration -> answers(said, registration));
  }

  private void registration(Said said, Registration one) {
    Map<String, String> row = new HashMap<>();
    row.put("registration_id", StableId.of(webinar.id(), one.person().id().orElseThrow()));
    row.put("event_id", webinar.id());
    row.put("event_date", webinar.date());
    row.put("role", "attendee");
    one.attended().ifPresent(came -> row.put("attended", "" + came));
    // The report is made after the webinar and tells how it went, whenever it was made.
    row.put("updated_on", webinar.date());
    one.person().name().or(() -> one.person().email()).ifPresent(name -> row.put("name", name));
    one.person().email().ifPresent(email -> row.put("email", email));
    one.columns().phone(one.row()).ifPresent(phone -> row.put("phone", phone));
    one.on().ifPresent(day -> row.put("registered_on", day));
    said.row(MeetingReader.REGISTRATIONS, one.row().line(), row, one.row().csv());
  }

  private void answers(Said said, Registration one) {
    for (WebinarColumns.Asked asked : one.columns().asked(one.row())) {
      Map<String, String> row = new HashMap<>();
      row.put("survey_id", webinar.id());
      row.put("survey_name", "Registration: " + topic.orElse("webinar"));
      row.put("kind", "survey");
      row.put("respondent_id", one.person().id().orElseThrow());
      row.put("question_no", "" + asked.number());
      row.put("question", asked.question());
      row.put("answer", PaymentNumbers.answer(asked.question(), asked.answer()));
      row.put("answered_on", one.on().orElse(webinar.date()));
      one.person().email().ifPresent(email -> row.put("email", email));
      said.row(MeetingReader.ANSWERS, one.row().line(), row, one.row().csv());
    }
  }
}
