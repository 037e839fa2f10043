package org.recordlake.generate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Polls held in a meeting. What people answer follows from what they need, whom they use and how
 * content they are.
 */
record PollRows(long seed) {
  private static final List<String> CARRIERS =
      List.of("USPS", "UPS", "FedEx", "DHL", "Amazon", "Regional");
  private static final List<String> DATES = List.of("December 10", "December 16", "December 22");
  private static final List<String> SERVICES =
      List.of(Service.values()).stream().map(Service::label).toList();

  private static final List<String> LABELS =
      List.of("Certified mail", "Returns", "Post office box");
  private static final String RETURN_LABEL = "Which service puts a prepaid label into the box?";
  private static final List<Poll> TOWN_HALL =
      List.of(
          new Poll(
              "1",
              "Next steps",
              false,
              List.of(
                  new Question(1, "single", "Which service would help you most next year?"),
                  new Question(2, "multiple", "Which carriers do you use today?"))),
          new Poll(
              "2",
              "Your view of us",
              false,
              List.of(
                  new Question(
                      1, "scale", "How easy is it to work with us, from 1 (hard) to 5 (easy)?"),
                  new Question(2, "nps", "How likely are you to recommend us, from 0 to 10?"))),
          new Poll(
              "3",
              "Quick quiz",
              false,
              List.of(
                  new Question(
                      1,
                      "quiz",
                      "By which day must ground parcels be mailed to arrive by December 25?"),
                  new Question(2, "quiz", RETURN_LABEL))),
          new Poll(
              "4",
              "Before we go",
              true,
              List.of(new Question(1, "text", "What should we change first?"))));

  private record Poll(String id, String title, boolean anonymous, List<Question> questions) {}

  private record Question(int number, String kind, String text) {}

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

  private static List<Poll> polls(Dice dice) {
    List<Poll> all =
        List.of(
            new Poll(
                "1",
                "Next steps",
                false,
                List.of(
                    new Question(1, "single", "Which service would help you most next year?"),
                    new Question(2, "multiple", "Which carriers do you use today?"))),
            new Poll(
                "2",
                "Your view of us",
                dice.chance(0.2),
                List.of(
                    new Question(
                        1, "scale", "How easy is it to work with us, from 1 (hard) to 5 (easy)?"),
                    new Question(2, "nps", "How likely are you to recommend us, from 0 to 10?"))),
            new Poll(
                "3",
                "Before we go",
                false,
                List.of(
                    new Question(1, "text", "What should we change first?"),
                    new Question(
                        2,
                        "quiz",
                        "By which day must ground parcels be mailed to arrive by December 25?"))));
    double[] chances = {0.55, 0.45, 0.18};
    return all.stream()
        .filter(poll -> dice.chance(chances[Integer.parseInt(poll.id()) - 1]))
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
      case "multiple" -> carriers(customer, dice);
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
        List<String> options = question.text().equals(RETURN_LABEL) ? LABELS : DATES;
        yield List.of(new Answer(options.get(choice), choice + 1, choice == 1));
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

  private static List<Answer> carriers(Customer customer, Dice dice) {
    TreeSet<Integer> used = new TreeSet<>();
    used.add(0);
    for (Need need : customer.needs()) {
      String rival = UsageRows.rival(customer, need.service());
      if (CARRIERS.contains(rival) && dice.chance(0.7)) {
        used.add(CARRIERS.indexOf(rival));
      }
    }
    return used.stream().map(place -> new Answer(CARRIERS.get(place), place + 1, null)).toList();
  }

  private static String words(Meeting meeting, Customer customer, boolean sour, Dice dice) {
    Optional<Need> open = customer.open(meeting.date()).stream().findFirst();
    return sour
        ? Voice.cross(dice)
        : open.map(need -> Voice.need(need.service(), dice)).orElseGet(() -> Voice.content(dice));
  }
}
