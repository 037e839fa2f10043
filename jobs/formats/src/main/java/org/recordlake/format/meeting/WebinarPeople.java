package org.recordlake.format.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.format.SourceRecord;
import org.recordlake.format.tabular.Cells;
import org.recordlake.format.time.FileTimes;
import org.recordlake.protect.PaymentNumbers;

/** The people of one webinar: spells of those who came, registrations of those who asked to. */
final class WebinarPeople {
  private final MeetingKey webinar;
  private final Optional<String> topic;
  private final FileTimes moments;
  private final Attendance attendance;
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
    this.attendance = new Attendance(moments);
  }

  /** With those of {@code report}. */
  WebinarPeople of(WebinarReport report) {
    report.people().forEach(section -> section.rows().forEach(row -> add(section, row)));
    return this;
  }

  private void add(WebinarReport.Section section, SourceRecord row) {
    WebinarColumns columns = section.columns();
    Person person = columns.person(row);
    Optional<Instant> registered = columns.time(row, "registration time").flatMap(moments::instant);
    if (columns.header().isTooNarrowFor(row)) {
      attendance.bad(row, "TOO_MANY_FIELDS");
    } else if (!person.isKnown()) {
      attendance.bad(row, "NO_PARTICIPANT");
    } else if (columns.time(row, "registration time").isPresent() && registered.isEmpty()) {
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
    attendance.spell(
        new Attendance.Stay(
            row,
            person,
            columns.time(row, "join time"),
            columns.time(row, "leave time"),
            columns.named(row, "minutes"),
            Optional.of(section.kind().role()),
            columns
                .named(row, "country")
                .map(country -> Map.of("location", country))
                .orElse(Map.of())));
  }

  /** Adds the rows. */
  void into(Said said) {
    attendance.into(said, webinar);
    registrations.forEach(registration -> registration(said, registration));
    registrations.forEach(registration -> answers(said, registration));
  }

  private void registration(Said said, Registration one) {
    Cells row =
        new Cells()
            .put("registration_id", StableId.of(webinar.id(), one.person().id().orElseThrow()))
            .put("event_id", webinar.id())
            .put("event_date", webinar.date())
            .put("role", "attendee")
            .put("attended", one.attended().map(Object::toString))
            // The report is made after the webinar and tells how it went, whenever it was made.
            .put("updated_on", webinar.date())
            .put("name", one.person().name().or(() -> one.person().email()))
            .put("email", one.person().email())
            .put("phone", one.columns().named(one.row(), "phone"))
            .put("registered_on", one.on());
    said.row(MeetingReader.REGISTRATIONS, one.row(), row);
  }

  private void answers(Said said, Registration one) {
    for (WebinarColumns.Asked asked : one.columns().asked(one.row())) {
      Cells row =
          new Cells()
              .put("survey_id", webinar.id())
              .put("survey_name", "Registration: " + topic.orElse("webinar"))
              .put("kind", "survey")
              .put("respondent_id", one.person().id().orElseThrow())
              .put("question_no", "" + asked.number())
              .put("question", asked.question())
              .put("answer", PaymentNumbers.answer(asked.question(), asked.answer()))
              .put("answered_on", one.on().orElse(webinar.date()))
              .put("email", one.person().email());
      said.row(MeetingReader.ANSWERS, one.row(), row);
    }
  }
}
