package org.recordlake.retention;

import static org.recordlake.retention.HistoryTable.CHAT_MESSAGES;
import static org.recordlake.retention.HistoryTable.MEETINGS;
import static org.recordlake.retention.HistoryTable.MEETING_PARTICIPANTS;
import static org.recordlake.retention.HistoryTable.PAYMENTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What files say, day after day, of one customer, one meeting and one contract and of what hangs
 * from them: relationships that end, are resumed and corrected, meetings that are moved, parents
 * that come late or broken or never, holds in any order, and rows that are said again.
 */
final class RandomHistory {
  private static final Set<HistoryTable> CATEGORY_9 =
      EnumSet.of(MEETINGS, MEETING_PARTICIPANTS, CHAT_MESSAGES);

  /** Place of the day on which the first hold may be placed, and on which all are released. */
  private static final int FIRST_HELD = 1;

  private static final int LAST_RELEASED = 3;

  private final int number;
  private final Random random;
  private final List<List<Said>> rows = new ArrayList<>();
  private final List<List<HistoryOrder>> orders = new ArrayList<>();
  private final List<Said> saidBefore = new ArrayList<>();
  private final Map<String, HistoryOrder> standing = new TreeMap<>();
  private final int busyness;
  private final boolean isHeld;
  private LocalDate today = LocalDate.MIN;
  private LocalDate meetingDay = LocalDate.MIN;

  private RandomHistory(long seed, int number) {
    this.number = number;
    this.random = new Random(seed * 1_000_003 + number);
    random.nextInt();
    this.busyness = 10 + random.nextInt(40);
    this.isHeld = happens(15);
  }

  /** The history of that number, always the same for the same seed. */
  static RandomHistory of(long seed, int number, List<LocalDate> days) {
    RandomHistory history = new RandomHistory(seed, number);
    days.forEach(history::live);
    return history;
  }

  /** What the files of the day say, in the order in which they say it. */
  List<Said> rows(int day) {
    return rows.get(day);
  }

  /** The hold orders of the day, in their order. */
  List<HistoryOrder> orders(int day) {
    return orders.get(day);
  }

  private void live(LocalDate day) {
    today = day;
    if (meetingDay.equals(LocalDate.MIN) || happens(20)) {
      meetingDay = meetingDay();
    }
    List<Said> said = new ArrayList<>();
    for (HistoryTable table : HistoryTable.values()) {
      for (int i = 0; i < 2; i++) {
        if (happens(busyness)) {
          said.add(row(table));
        }
      }
    }
    while (!saidBefore.isEmpty() && happens(40)) {
      said.add(random.nextInt(said.size() + 1), one(saidBefore));
    }
    rows.add(List.copyOf(said));
    saidBefore.addAll(said);
    orders.add(isHeld ? ordered(orders.size()) : List.of());
  }

  private Said row(HistoryTable table) {
    List<String> cells =
        switch (table) {
          case CUSTOMERS -> List.of(id("C"), word(), email("c"), "2010-01-01", end(), version());
          case MEETINGS -> List.of(id("M"), meetingDay.toString(), word(), email("h"));
          case SUPPLIER_CONTRACTS -> List.of(id("A"), maybe(id("C")), end(), version(), word());
          case MEETING_PARTICIPANTS ->
              List.of(id("M"), one("p1", "p2"), maybe(id("C")), toldMeetingDay(), word());
          case PAYMENTS -> payment();
          case CHAT_MESSAGES ->
              List.of(id("M"), one("1", "2"), one("p1", "p2", ""), toldMeetingDay(), word());
          case SUPPLIER_CONTRACT_ACTIONS -> List.of(id("A"), one("0", "1"), event(), word());
        };
    return new Said(table, cells, happens(6));
  }

  private List<String> payment() {
    String which = one("a", "b", "c");
    String method = which.equals("a") ? "ach" : "card";
    return List.of(id("P") + which, happens(90) ? id("C") : "", method, event(), word());
  }

  private String id(String letter) {
    return "%s-%06d".formatted(letter, number);
  }

  private String email(String name) {
    return "%s%06d@x.gov".formatted(name, number);
  }

  private String word() {
    return one("red", "green", "blue");
  }

  private String maybe(String id) {
    return happens(60) ? id : "";
  }

  /** The end of a relationship: three years ago to the day or nearly so, much earlier, or never. */
  private String end() {
    return switch (random.nextInt(6)) {
      case 0, 1 -> "";
      case 2 -> today.minusYears(3).plusDays(random.nextInt(4) - 2).toString();
      case 3 -> one("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02");
      case 4 -> today.minusYears(5).toString();
      default -> today.minusDays(random.nextInt(30)).toString();
    };
  }

  /** The day a row was written in the source system. */
  private String version() {
    return today.minusDays(one(0, 0, 1, 2, 3, 10, 400)).toString();
  }

  private LocalDate meetingDay() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> today.minusMonths(24).plusDays(random.nextInt(4) - 2);
      case 2 -> today.minusDays(random.nextInt(10));
      case 3 -> today.minusDays(400);
      default -> today.minusYears(3);
    };
  }

  private String toldMeetingDay() {
    return (happens(60) ? meetingDay : meetingDay()).toString();
  }

  private String event() {
    return switch (random.nextInt(4)) {
      case 0 -> today.minusDays(random.nextInt(4)).toString();
      case 1 -> today.minusYears(2).plusDays(random.nextInt(4) - 2).toString();
      case 2 -> today.minusDays(300).toString();
      default -> today.minusYears(6).toString();
    };
  }

  /**
   * Holds are placed, released, and placed anew under the same number. They stand in few nights,
   * since these take long.
   */
  private List<HistoryOrder> ordered(int day) {
    List<HistoryOrder> said = new ArrayList<>();
    if (day >= FIRST_HELD && day < LAST_RELEASED && happens(70)) {
      HistoryOrder order = order("H%06d-%d".formatted(number, random.nextInt(2)));
      standing.put(order.id(), order);
      said.add(order);
    }
    for (HistoryOrder order : List.copyOf(standing.values())) {
      if (day >= LAST_RELEASED) {
        said.add(standing.remove(order.id()).releasedOn(today));
      } else if (happens(25)) {
        said.add(standing.remove(order.id()).releasedOn(today.plusDays(one(0, 0, 1, -2))));
      }
    }
    return List.copyOf(said);
  }

  private HistoryOrder order(String id) {
    Set<HistoryTable> all = EnumSet.allOf(HistoryTable.class);
    LocalDate placed = today.minusDays(one(0, 0, 5, -1));
    return switch (random.nextInt(5)) {
      case 0 -> order(id, "customer_id", id("C"), "", all, placed);
      case 1 -> order(id, "meeting_id", id("M"), "", all, placed);
      case 2 -> order(id, "host_email", email("h"), "", all, placed);
      case 3 -> order(id, "customer_id", id("C"), "table payments", EnumSet.of(PAYMENTS), placed);
      default -> order(id, "customer_id", id("C"), "category 9", CATEGORY_9, placed);
    };
  }

  private static HistoryOrder order(
      String id,
      String column,
      String value,
      String limit,
      Set<HistoryTable> tables,
      LocalDate placed) {
    return new HistoryOrder(id, column, value, limit, tables, placed, Optional.empty());
  }

  private boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  @SafeVarargs
  private <T> T one(T... things) {
    return one(List.of(things));
  }
}
