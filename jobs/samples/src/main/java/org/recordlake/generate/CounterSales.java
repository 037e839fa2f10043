package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Lines sold over a counter to somebody the source does not know; about four in a hundred. */
record CounterSales(long seed, Timeline time) implements CohortRows {
  private static final List<Service> SOLD =
      List.of(
          Service.LETTER_MAIL,
          Service.GROUND_PARCEL,
          Service.EXPEDITED_PARCEL,
          Service.CERTIFIED_MAIL);

  @Override
  public void write(Cohort cohort, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "counter", cohort.number());
    LocalDate first = time.back(35);
    int count = (int) (cohort.customers().size() * 0.02 * StrictMath.min(35, time.months()));
    for (int number = 1; number <= count; number++) {
      Service service = dice.pick(SOLD);
      Order.Line line = new Order.Line(service, dice.between(1, 12), service.price(1), false);
      String id = String.format(Locale.ROOT, "O-R%04d%05d", cohort.number() + 1, number);
      OrderRows.lines(
          new Order(id, dice.day(first, time.endOn()), "retail", List.of(line)), null, out);
    }
  }
}
