package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Two surveys a year; what somebody plans to use next is what they truly need, more often than not.
 */
record SurveyRows(long seed, Timeline time) implements CustomerRows {

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    int number = 0;
    for (LocalDate day = time.back(34).plusDays(45);
        !day.isAfter(time.endOn().minusDays(20));
        day = day.plusDays(182)) {
      number++;
      Dice dice = Dice.of(seed, "survey", number, customer.index());
      LocalDate answered = day.plusDays(dice.below(20));
      if (dice.chance(0.12) && customer.activeOn(answered)) {
        boolean contest = number % 4 == 0;
        int question = 0;
        for (Answer answer : answers(customer, contest, answered, dice)) {
          question++;
          out.accept(
              Table.SURVEY_RESPONSES.row(
                  String.format(Locale.ROOT, "S-%02d", number),
                  contest ? "Best Mailing Contest" : "Customer Survey " + number,
                  contest ? "contest" : "survey",
                  String.format(Locale.ROOT, "A-%06d", customer.index() + 1),
                  customer.id(),
                  dice.chance(0.8) ? customer.identity().email() : null,
                  question,
                  answer.question(),
                  answer.words(),
                  answered));
        }
      }
    }
  }

  private record Answer(String question, String words) {}

  private static List<Answer> answers(
      Customer customer, boolean contest, LocalDate day, Dice dice) {
    Optional<Need> open = customer.open(day.minusDays(20)).stream().findFirst();
    boolean sour = customer.zest(day) < 0.95;
    int grade = sour ? dice.between(1, 2) : List.of(3, 4, 5).get(dice.weighted(25, 45, 30));
    if (contest) {
      return List.of(
          new Answer("What made your best mailing of the year work?", Voice.content(dice)));
    }
    Service guess = dice.pick(List.of(Service.values()));
    String plan =
        dice.chance(0.65) ? open.map(need -> need.service().label()).orElse(null) : guess.label();
    String words =
        sour ? Voice.cross(dice) : open.map(need -> Voice.need(need.service(), dice)).orElse(null);
    return List.of(
        new Answer("How satisfied are you, from 1 to 5?", String.valueOf(grade)),
        new Answer("Which service do you plan to use more?", plan),
        new Answer("What should we do better?", words));
  }
}
