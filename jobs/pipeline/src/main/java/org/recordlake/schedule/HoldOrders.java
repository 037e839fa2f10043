package org.recordlake.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.disposal.Hold;
import org.recordlake.disposal.HoldPredicate;
import org.recordlake.disposal.HoldTerm;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;

/**
 * The legal holds in force on a day, and those stored that cannot be understood.
 *
 * @param orders those understood
 * @param unread what is wrong with the others, told by number of the hold
 */
record HoldOrders(List<Order> orders, List<Problem> unread) {
  static final String TABLE = "legal_holds";

  HoldOrders {
    orders = List.copyOf(orders);
    unread = List.copyOf(unread);
  }

  /**
   * One hold.
   *
   * @param terms numbers of its terms that say whom or what records are about
   */
  record Order(String id, HoldPredicate predicate, List<Integer> terms) {
    Order {
      terms = List.copyOf(terms);
    }
  }

  static HoldOrders on(JobContext context) {
    return since(context.asOf(), context);
  }

  /** Those in force on some day from {@code from} to the context's day. */
  static HoldOrders since(LocalDate from, JobContext context) {
    List<Order> orders = new ArrayList<>();
    List<Problem> unread = new ArrayList<>();
    int number = 0;
    for (Hold hold : stored(context, unread)) {
      if (hold.releasedOn().filter(day -> !from.isBefore(day)).isPresent()) {
        continue;
      }
      try {
        HoldPredicate predicate = HoldPredicate.of(hold.scope(), context.catalog());
        List<Integer> terms = new ArrayList<>();
        for (HoldTerm ignored : predicate.subjects()) {
          terms.add(number++);
        }
        if (hold.inForceBetween(from, context.asOf())) {
          orders.add(new Order(hold.id(), predicate, terms));
        }
      } catch (HoldPredicate.Unreadable e) {
        unread.add(
            new Problem(
                e.reason(),
                "hold " + hold.id(),
                "Correct it in a new file of holds, or release it"));
      }
    }
    return new HoldOrders(orders, unread);
  }

  private static List<Hold> stored(JobContext context, List<Problem> unread) {
    try {
      return context.lake().read(TABLE).collectAsList().stream().map(HoldRows::hold).toList();
    } catch (RuntimeException e) {
      unread.add(
          new Problem(
              "the legal holds cannot be read",
              context.catalog().table(TABLE).qualifiedName(),
              "Restore the table from its backup"));
      return List.of();
    }
  }

  /** Those that may cover rows of {@code table}; rows of ledgers may be about any table. */
  List<Order> admitting(TableSpec table) {
    return orders.stream()
        .filter(order -> isAboutTables(table) || order.predicate().admits(table))
        .toList();
  }

  /** Whether rows of a ledger say which table they are about. */
  static boolean isAboutTables(TableSpec table) {
    return table.zone() == Zone.GOVERNANCE && table.storedColumn("table_name").isPresent();
  }
}
