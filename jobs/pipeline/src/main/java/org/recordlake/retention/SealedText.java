package org.recordlake.retention;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.recordlake.catalog.TableSpec;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.disposal.NormalText;
import org.recordlake.job.JobContext;
import org.recordlake.protect.Protector;

/**
 * Whether a row set aside may be under a hold, for the check after a disposal. Every word of what
 * is named has to stand somewhere in the row, within other words if need be.
 */
final class SealedText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Asked> asked;
  private final Protector protector;

  private SealedText(List<Asked> asked, Protector protector) {
    this.asked = asked;
    this.protector = protector;
  }

  /**
   * @param terms for each term the texts of which one must be there
   */
  private record Asked(Set<String> tables, List<Set<String>> terms) implements Serializable {}

  static SealedText of(
      JobContext context, HeldOrders orders, Optional<Map<Integer, Set<String>>> individuals) {
    List<Asked> asked = new ArrayList<>();
    for (HeldOrders.Order order : orders.inForce()) {
      Set<String> tables = new HashSet<>();
      for (TableSpec table : context.catalog().tables()) {
        if (order.predicate().admits(table)) {
          tables.add(table.name());
        }
      }
      List<Set<String>> terms = new ArrayList<>();
      order
          .terms()
          .forEach(
              (number, term) -> {
                Set<String> texts = new HashSet<>();
                texts.add(value(term));
                individuals.ifPresent(known -> texts.addAll(known.getOrDefault(number, Set.of())));
                terms.add(texts);
              });
      asked.add(new Asked(tables, terms));
    }
    return new SealedText(asked, context.protector());
  }

  private static String value(HoldTerm term) {
    return term instanceof HoldTerm.Named named ? named.value() : ((HoldTerm.Email) term).address();
  }

  boolean isHeld(String table, String sealed) {
    List<Asked> meant =
        asked.stream()
            .filter(
                order ->
                    order.tables().contains(table)
                        || order.tables().contains("quarantine")
                        || table.equals("unknown"))
            .toList();
    String text = "";
    try {
      text = sealed == null ? "" : NormalText.folded(protector.unseal(sealed));
    } catch (IllegalArgumentException notOfTheseKeys) {
      return !meant.isEmpty();
    }
    String row = text;
    return meant.stream()
        .anyMatch(
            order ->
                order.terms().stream()
                    .allMatch(texts -> texts.stream().anyMatch(value -> stands(value, row))));
  }

  private static boolean stands(String value, String row) {
    return Stream.of(NormalText.folded(value).split(" ", -1)).allMatch(row::contains);
  }
}
