package org.recordlake.retention;

import static org.recordlake.retention.HistoryTable.CHAT_MESSAGES;
import static org.recordlake.retention.HistoryTable.CUSTOMERS;
import static org.recordlake.retention.HistoryTable.MEETINGS;
import static org.recordlake.retention.HistoryTable.MEETING_PARTICIPANTS;
import static org.recordlake.retention.HistoryTable.PAYMENTS;
import static org.recordlake.retention.HistoryTable.SUPPLIER_CONTRACTS;
import static org.recordlake.retention.HistoryTable.SUPPLIER_CONTRACT_ACTIONS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What lives of one history, night after night, as the documents tell it: maps and loops, and
 * nothing of the program.
 */
final class PlainModel {
  private static final Set<HistoryTable> PARENTS = Set.of(CUSTOMERS, MEETINGS, SUPPLIER_CONTRACTS);

  /** Rows of a step know those of the steps before, and not each other. */
  private static final List<Set<HistoryTable>> SIDE_BY_SIDE =
      List.of(
          Set.of(CUSTOMERS, MEETINGS),
          Set.of(SUPPLIER_CONTRACTS),
          Set.of(MEETING_PARTICIPANTS, PAYMENTS),
          Set.of(CHAT_MESSAGES, SUPPLIER_CONTRACT_ACTIONS));

  private final Map<RowKey, Said> stored = new LinkedHashMap<>();
  private final Map<RowKey, LocalDate> destroyed = new HashMap<>();
  private final Map<RowKey, LocalDate> tooLate = new HashMap<>();
  private final Map<String, HistoryOrder> orders = new HashMap<>();
  private LocalDate today = LocalDate.MIN;

  private record RowKey(HistoryTable table, String key) {
    static RowKey of(Said row) {
      return new RowKey(row.table(), row.key());
    }
  }

  /** Takes in what the files of {@code day} say, and destroys what is due. */
  void night(LocalDate day, List<Said> said, List<HistoryOrder> ordered) {
    today = day;
    ordered.forEach(order -> orders.put(order.id(), order));
    new Arrival().takeIn(said);
    destroyWhatIsDue();
  }

  /** The rows of {@code table} that live. */
  Set<String> living(HistoryTable table) {
    Set<String> rows = new TreeSet<>();
    stored.values().stream()
        .filter(row -> row.table() == table)
        .forEach(row -> rows.add(row.toString()));
    return rows;
  }

  private void destroyWhatIsDue() {
    List<Said> all = List.copyOf(stored.values());
    List<Said> gone =
        all.stream()
            .filter(row -> isGoneWithItsParent(row) || isPast(row, stored))
            .filter(row -> !isHeld(row, all))
            .toList();
    for (Said row : gone) {
      stored.remove(RowKey.of(row));
      if (PARENTS.contains(row.table()) || row.table() == PAYMENTS) {
        destroyed.put(RowKey.of(row), today);
      }
    }
  }

  private boolean isGoneWithItsParent(Said row) {
    return parent(row)
        .filter(parent -> !stored.containsKey(parent))
        .filter(parent -> isKnownToBeGone(parent, row))
        .isPresent();
  }

  private boolean isKnownToBeGone(RowKey parent, Said row) {
    return isNotAfter(age(row), destroyed.get(parent)) || isNotAfter(age(row), tooLate.get(parent));
  }

  private static boolean isNotAfter(LocalDate day, LocalDate until) {
    return until != null && !day.isAfter(until);
  }

  /** Whether the row's last day is over, by what its parent among {@code words} says. */
  private boolean isPast(Said row, Map<RowKey, Said> words) {
    return lastDay(row, words).filter(today::isAfter).isPresent();
  }

  private static Optional<LocalDate> lastDay(Said row, Map<RowKey, Said> words) {
    Optional<RowKey> parent = parent(row);
    if (parent.isPresent()) {
      Said word = words.get(parent.get());
      return word == null
          ? row.day("meeting_date").map(day -> day.plusMonths(24))
          : lastDay(word, words);
    }
    return switch (row.table()) {
      case CUSTOMERS -> row.day("relationship_ended_on").map(day -> day.plusYears(3));
      case SUPPLIER_CONTRACTS -> row.day("current_end_on").map(day -> day.plusYears(3));
      case MEETINGS -> row.day("meeting_date").map(day -> day.plusMonths(24));
      case PAYMENTS -> row.day("paid_on").filter(day -> isAch(row)).map(day -> day.plusYears(2));
      default -> Optional.empty();
    };
  }

  private static boolean isAch(Said row) {
    return row.cell("method").equals(Optional.of("ach"));
  }

  /** The row from which another counts its date. */
  private static Optional<RowKey> parent(Said row) {
    return row.table() == PAYMENTS && isAch(row) ? Optional.empty() : mayHangFrom(row);
  }

  private static Optional<RowKey> mayHangFrom(Said row) {
    return switch (row.table()) {
      case CUSTOMERS, MEETINGS, SUPPLIER_CONTRACTS -> Optional.empty();
      case PAYMENTS -> key(CUSTOMERS, row, "customer_id");
      case MEETING_PARTICIPANTS, CHAT_MESSAGES -> key(MEETINGS, row, "meeting_id");
      case SUPPLIER_CONTRACT_ACTIONS -> key(SUPPLIER_CONTRACTS, row, "award_key");
    };
  }

  private static Optional<RowKey> key(HistoryTable table, Said row, String column) {
    return row.cell(column).map(value -> new RowKey(table, value));
  }

  /** How old a row is. */
  private static LocalDate age(Said row) {
    String column =
        switch (row.table()) {
          case CUSTOMERS, SUPPLIER_CONTRACTS -> "updated_on";
          case MEETINGS, MEETING_PARTICIPANTS, CHAT_MESSAGES -> "meeting_date";
          case PAYMENTS -> "paid_on";
          case SUPPLIER_CONTRACT_ACTIONS -> "action_on";
        };
    return row.day(column).orElseThrow();
  }

  /** Whether a row says which version of its key it is. */
  private static boolean isVersioned(Said row) {
    return row.table() == CUSTOMERS || row.table() == SUPPLIER_CONTRACTS;
  }

  /**
   * Whether a hold covers the row, or one that is stored and hangs from it.
   *
   * @param leading rows through which others may lead to what is held
   */
  private boolean isHeld(Said row, List<Said> leading) {
    RowKey own = RowKey.of(row);
    return isCovered(row, leading)
        || stored.values().stream()
            .filter(child -> mayHangFrom(child).filter(own::equals).isPresent())
            .anyMatch(child -> isCovered(child, leading));
  }

  private boolean isCovered(Said row, List<Said> leading) {
    return orders.values().stream()
        .filter(order -> order.isInForce(today))
        .filter(order -> order.tables().contains(row.table()))
        .anyMatch(
            order ->
                says(row, order) || owners(row, leading).anyMatch(owner -> says(owner, order)));
  }

  /** Rows that the row names, and so belongs to. */
  private static Stream<Said> owners(Said row, List<Said> leading) {
    List<RowKey> named =
        Stream.of(
                key(CUSTOMERS, row, "customer_id"),
                key(MEETINGS, row, "meeting_id"),
                key(SUPPLIER_CONTRACTS, row, "award_key"),
                row.cell("participant_id")
                    .map(who -> row.cell("meeting_id").orElseThrow() + "/" + who)
                    .map(key -> new RowKey(MEETING_PARTICIPANTS, key)))
            .flatMap(Optional::stream)
            .toList();
    return leading.stream()
        .filter(owner -> owner.table() != row.table())
        .filter(owner -> named.contains(RowKey.of(owner)));
  }

  /** Whether a row says itself what the order names. */
  private static boolean says(Said row, HistoryOrder order) {
    return row.cell(order.column()).filter(order.value()::equals).isPresent();
  }

  /** The rows of one day's files on their way in. Nothing of it is stored before all is judged. */
  private final class Arrival {
    private final Map<RowKey, Said> words = new HashMap<>(stored);
    private final List<Said> leading = new ArrayList<>(stored.values());
    private final Map<RowKey, Said> after = new LinkedHashMap<>(stored);
    private final Map<RowKey, LocalDate> newest = new HashMap<>();
    private final Map<RowKey, LocalDate> refused = new HashMap<>();

    void takeIn(List<Said> said) {
      stored.forEach((key, row) -> newest.put(key, age(row)));
      for (Set<HistoryTable> tables : SIDE_BY_SIDE) {
        List<Said> known = List.copyOf(leading);
        Map<RowKey, Said> told = Map.copyOf(words);
        said.stream()
            .filter(row -> tables.contains(row.table()) && !row.broken())
            .forEach(row -> takeIn(row, told, known));
      }
      stored.clear();
      stored.putAll(after);
      refused.forEach((key, age) -> tooLate.merge(key, age, PlainModel::later));
    }

    private void takeIn(Said row, Map<RowKey, Said> told, List<Said> known) {
      RowKey key = RowKey.of(row);
      boolean held = isHeld(row, known);
      if (!held && (isOldCopy(row, told) || isOlderThanRefused(row))) {
        return;
      }
      boolean past = !held && isPast(row, told);
      if (past && !after.containsKey(key)) {
        if (PARENTS.contains(row.table())) {
          refused.merge(key, age(row), PlainModel::later);
          tell(row);
        }
      } else if (!row.equals(after.get(key)) && !isOlderVersion(row)) {
        after.put(key, row);
        newest.put(key, age(row));
        leading.add(row);
        tell(row);
      }
    }

    /** What hangs from the row listens to it, unless something newer was told. */
    private void tell(Said row) {
      words.merge(
          RowKey.of(row),
          row,
          (known, given) -> isVersioned(row) && age(given).isBefore(age(known)) ? known : given);
    }

    private boolean isOldCopy(Said row, Map<RowKey, Said> told) {
      RowKey key = RowKey.of(row);
      boolean own =
          isNotAfter(age(row), destroyed.get(key))
              || (tooLate.containsKey(key) && age(row).isBefore(tooLate.get(key)));
      return own
          || parent(row)
              .filter(
                  parent ->
                      isNotAfter(age(row), destroyed.get(parent))
                          || (!told.containsKey(parent)
                              && isNotAfter(age(row), tooLate.get(parent))))
              .isPresent();
    }

    private boolean isOlderThanRefused(Said row) {
      LocalDate age = refused.get(RowKey.of(row));
      return age != null && isVersioned(row) && age(row).isBefore(age);
    }

    private boolean isOlderVersion(Said row) {
      LocalDate age = newest.get(RowKey.of(row));
      return age != null && isVersioned(row) && age(row).isBefore(age);
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
