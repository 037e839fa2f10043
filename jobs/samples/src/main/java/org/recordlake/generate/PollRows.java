package org.recordlake.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Polls held in a meeting. What people answer follows from what they need, whom they use and how
 * content they are.
 */
record PollRows(long seed) {
  private static final List<String> SERVICES =
      Stream.of(Service.values()).map(Service::label).toList();
  private static final List<Poll> MEETING = Invented.list(Poll.class, "polls");
  private static final List<Poll> TOWN_HALL = Invented.list(Poll.class, "town_hall_polls");

  /**
   * @param held chance that a meeting holds it
   */
  private record Poll(
      String id, String title, boolean anonymous, double held, List<Question> questions) {
    Poll nameless() {
      return new Poll(id, title, true, held, questions);
    }
  }

  private record Question(int number, String kind, String text, List<String> options) {}

  /** One answer and its place among the options. */
  private record Answer(String text, Integer order, Boolean correct) {}

  void write(Meeting meeting, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "polls:" + meeting.id());
    for (Poll poll : meeting.townHall() ? TOWN_HALL : polls(dice)) {
      for (Meeting.Guest guest : meeting.guests()) {
        if (guest.until() - guest.from() >= 12 && dice.chance(0.86)) {
          String key =
              poll.anonymous()
                  ? String.format(Locale.ROOT, "x%012x", dice.next() >>> 16)
                  : guest.participantId();
          respond(meeting, poll, guest, key, dice, out);
        }
      }
    }
  }

  /** Views are asked for without names in one meeting of five. */
  private static List<Poll> polls(Dice dice) {
    boolean nameless = dice.chance(0.2);
    return MEETING.stream()
        .filter(poll -> dice.chance(poll.held()))
        .map(poll -> nameless && poll.id().equals("2") ? poll.nameless() : poll)
        .toList();
  }

  private static void respond(
      Meeting meeting, Poll poll, Meeting.Guest guest, String key, Dice dice, Consumer<Row> out) {
    double minute = guest.from() + (0.3 + 0.5 * dice.unit()) * (guest.until() - guest.from());
    for (Question question : poll.questions()) {
      List<Answer> answers = answers(question, meeting, guest.contact().customer(), dice);
      for (int number = 1; number <= answers.size(); number++) {
        Answer answer = answers.get(number - 1);
        boolean known = !poll.anonymous();
        out.accept(
            Table.POLL_RESPONSES.row(
                meeting.id(),
                meeting.date(),
                poll.id(),
                poll.title(),
                question.number(),
                question.text(),
                question.kind(),
                key,
                known ? guest.participantId() : null,
                known ? guest.customerId() : null,
                known ? guest.name().text() : null,
                known ? guest.email() : null,
                number,
                answer.text(),
                answer.order(),
                answer.correct(),
                meeting.at(minute + question.number() * 0.25),
                poll.anonymous()));
      }
    }
  }

  private static List<Answer> answers(
      Question question, Meeting meeting, Customer customer, Dice dice) {
    if (dice.chance(0.04)) {
      return List.of(new Answer(null, null, null));
    }
    boolean sour = sour(meeting, customer, dice);
    return switch (question.kind()) {
      case "single" -> List.of(wished(meeting, customer, dice));
      case "multiple" -> carriers(question.options(), customer, dice);
      case "scale" -> {
        int grade = sour ? dice.between(1, 3) : 2 + dice.weighted(8, 22, 40, 30);
        yield List.of(new Answer(String.valueOf(grade), grade, null));
      }
      case "nps" -> {
        int grade = sour ? dice.between(0, 6) : 5 + dice.weighted(6, 8, 16, 26, 24, 20);
        yield List.of(new Answer(String.valueOf(grade), grade + 1, null));
      }
      case "quiz" -> {
        int choice = dice.weighted(15, 65, 20);
        yield List.of(new Answer(question.options().get(choice), choice + 1, choice == 1));
      }
      default -> List.of(new Answer(words(meeting, customer, sour, dice), null, null));
    };
  }

  /** At a town hall the smallest speak up: most of those without staff are discontented. */
  private static boolean sour(Meeting meeting, Customer customer, Dice dice) {
    double mood = ProfileRows.band(customer.identity().employees()).equals("micro") ? 0.6 : 0.15;
    return customer.zest(meeting.date()) < 0.95 || (meeting.townHall() && dice.chance(mood));
  }

  private static Answer wished(Meeting meeting, Customer customer, Dice dice) {
    Optional<Need> open = customer.open(meeting.date()).stream().findFirst();
    Service service =
        open.isPresent() && dice.chance(0.8)
            ? open.get().service()
            : dice.chance(0.4) ? meeting.service() : dice.pick(List.of(Service.values()));
    return new Answer(service.label(), SERVICES.indexOf(service.label()) + 1, null);
  }

  private static List<Answer> carriers(List<String> options, Customer customer, Dice dice) {
    TreeSet<Integer> used = new TreeSet<>();
    used.add(0);
    for (Need need : customer.needs()) {
      String rival = UsageRows.rival(customer, need.service());
      if (options.contains(rival) && dice.chance(0.7)) {
        used.add(options.indexOf(rival));
      }
    }
    return used.stream().map(place -> new Answer(options.get(place), place + 1, null)).toList();
  }

  private static String words(Meeting meeting, Customer customer, boolean sour, Dice dice) {
    Optional<Need> open = customer.open(meeting.date()).stream().findFirst();
    return sour
        ? Voice.cross(dice)
        : open.map(need -> Voice.need(need.service(), dice)).orElseGet(() -> Voice.content(dice));
  }
}
