package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Contracts with suppliers, some of whom are customers; half of these only their numbers tell.
 * Obligations add up to the value.
 */
record SupplierRows(long seed, Timeline time) implements CustomerRows {
  private static final List<Goods> GOODS = Invented.list(Goods.class, "goods");
  private static final List<String> REASONS = List.of("funding", "option", "scope", "funding");

  private record Goods(String code, String description) {}

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "supplier", customer.index());
    if (!customer.firm() || !dice.chance(0.1)) {
      return;
    }
    String key = String.format(Locale.ROOT, "AW-%06d", customer.index() + 1);
    LocalDate end = dice.day(time.endOn().minusMonths(34), time.endOn().plusMonths(26));
    LocalDate start =
        Timeline.earlier(end.minusMonths(dice.between(12, 48)), time.endOn().minusDays(30));
    boolean openEnded = dice.chance(0.05);
    boolean linked = dice.chance(0.55);
    String name = customer.identity().firmName().orElse(customer.identity().accountName());
    Spelling spelling = Spelling.ofFirm(name, dice);
    long value = dice.between(12, 900) * 1_000L;
    Goods goods = dice.pick(GOODS);
    actions(customer, key, start, openEnded ? null : end, linked, value, dice, out);
    out.accept(
        Table.SUPPLIER_CONTRACTS.row(
            key,
            String.format(
                Locale.ROOT, "2B%02d-%05d", start.getYear() % 100, customer.index() + 101),
            linked ? name : spelling.text(),
            start.isBefore(LocalDate.of(2022, 4, 4)) ? null : CrmRows.uei(customer),
            CrmRows.duns(customer),
            linked ? customer.id() : null,
            start,
            openEnded ? null : end,
            Decimals.cents((double) value),
            goods.code(),
            goods.description(),
            Timeline.earlier(time.endOn(), start.plusDays(dice.between(0, 400)))));
    if (!linked) {
      out.accept(spelling.truth("supplier_contracts", key, customer));
    }
  }

  private void actions(
      Customer customer,
      String key,
      LocalDate start,
      LocalDate end,
      boolean linked,
      long value,
      Dice dice,
      Consumer<Row> out) {
    LocalDate last = end == null ? time.endOn() : Timeline.earlier(end, time.endOn());
    int changes = dice.below(4);
    long left = value;
    String id = linked ? customer.id() : null;
    for (int number = 0; number <= changes; number++) {
      long amount = number == changes ? left : (long) (left * (0.4 + 0.8 * dice.unit()));
      left -= amount;
      LocalDate day = number == 0 ? start : dice.day(start.plusDays(1), last);
      String reason = number == 0 ? null : amount < 0 ? "closeout" : dice.pick(REASONS);
      out.accept(
          Table.SUPPLIER_CONTRACT_ACTIONS.row(
              key,
              number == 0 ? "0" : String.format(Locale.ROOT, "P%05d", number),
              id,
              day,
              Decimals.cents((double) amount),
              end,
              reason));
    }
  }
}
