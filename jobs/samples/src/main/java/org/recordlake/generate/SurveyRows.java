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
        answers(customer, number, answered, dice, out);
      }
    }
  }

  private static void answers(
      Customer customer, int number, LocalDate day, Dice dice, Consumer<Row> out) {
    boolean contest = number % 4 == 0;
    Optional<Need> open = customer.open(day.minusDays(20)).stream().findFirst();
    boolean sour = customer.zest(day) < 0.95;
    int grade = sour ? dice.between(1, 2) : List.of(3, 4, 5).get(dice.weighted(25, 45, 30));
    if (contest) {
      answer(
          customer,
          number,
          day,
          1,
          "What made your best mailing of the year work?",
          Voice.content(dice),
          dice,
          out);
      return;
    }
    Service guess = dice.pick(List.of(Service.values()));
    String plan =
        dice.chance(0.65) ? open.map(need -> need.service().label()).orElse(null) : guess.label();
    String words =
        sour ? Voice.cross(dice) : open.map(need -> Voice.need(need.service(), dice)).orElse(null);
    answer(
        customer,
        number,
        day,
        1,
        "How satisfied are you, from 1 to 5?",
        String.valueOf(grade),
        dice,
        out);
    answer(customer, number, day, 2, "Which service do you plan to use more?", plan, dice, out);
    answer(customer, number, day, 3, "What should we do better?", words, dice, out);
  }

  private static void answer(
      Customer customer,
      int number,
      LocalDate day,
      int questionNo,
      String question,
      String answer,
      Dice dice,
      Consumer<Row> out) {
    out.accept(
        Table.SURVEY_RESPONSES.row(
            String.format(Locale.ROOT, "S-%02d", number),
            number % 4 == 0 ? "Best Mailing Contest" : "Customer Survey " + number,
            number % 4 == 0 ? "contest" : "survey",
            String.format(Locale.ROOT, "A-%06d", customer.index() + 1),
            customer.id(),
            dice.chance(0.8) ? customer.identity().email() : null,
            questionNo,
            question,
            answer,
            day));
  }
}
