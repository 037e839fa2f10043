package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Files of paper about some customers, younger than the schedule lets them grow. Of customers who
 * left only such are there as may stay for three years.
 */
record PaperRows(long seed, Timeline time) implements CustomerRows {
  private static final List<String> ROOMS = Invented.words("record_rooms");
  private static final List<String> MEDIA = List.of("sheets", "sheets", "bound", "cards");
  private static final List<String> METHODS =
      List.of("shredding", "shredding", "pulping", "burning");

  /** What a file holds, and the most months it may be old. */
  private static final Map<String, Integer> OLDEST =
      Map.of("customer", 34, "ach", 22, "marketing", 34, "membership", 34);

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "paper", customer.index());
    if (!dice.chance(0.1)) {
      return;
    }
    String category =
        customer.endedOn(time).isPresent()
            ? "customer"
            : OLDEST.keySet().stream().sorted().toList().get(dice.below(OLDEST.size()));
    LocalDate last = Timeline.earlier(time.endOn(), customer.relationship().leavesOn());
    LocalDate first =
        Timeline.later(time.back(OLDEST.get(category)), customer.relationship().startedOn());
    out.accept(
        Table.PAPER_RECORDS.row(
            String.format(Locale.ROOT, "PF-%06d", customer.index() + 1),
            category,
            "Papers of " + customer.identity().accountName(),
            customer.id(),
            null,
            null,
            dice.pick(ROOMS),
            String.format(Locale.ROOT, "Box %03d", dice.between(1, 240)),
            dice.pick(MEDIA),
            dice.between(1, 60),
            dice.day(Timeline.earlier(first, last), last),
            null,
            dice.chance(0.8) ? dice.pick(METHODS) : null));
  }
}
