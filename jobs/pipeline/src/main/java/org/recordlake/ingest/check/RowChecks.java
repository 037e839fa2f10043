package org.recordlake.ingest.check;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.recordlake.catalog.Check;
import org.recordlake.catalog.Condition;
import org.recordlake.catalog.TableSpec;

/** The catalogue's checks of one table, made ready to travel and to run on millions of rows. */
final class RowChecks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ANONYMOUS = "anonymous";
  private static final List<String> IDENTITY =
      List.of("name", "email", "customer_id", "participant_id");

  private final ArrayList<Rule> rules = new ArrayList<>();
  private final ArrayList<String> identity = new ArrayList<>();
  private final HashMap<String, Integer> places;
  private final HashSet<String> recordSources;

  /** Place of the column that says a row is anonymous; -1 if there is none. */
  private final int anonymous;

  /**
   * @param places where the columns' values stand in a row
   * @param recordSources ids of the record sources a row may name
   */
  RowChecks(TableSpec table, Map<String, Integer> places, Set<String> recordSources) {
    this.places = new HashMap<>(places);
    this.recordSources = new HashSet<>(recordSources);
    this.anonymous = table.column(ANONYMOUS).isPresent() ? places.get(ANONYMOUS) : -1;
    table.checks().forEach(check -> rules.add(rule(check)));
    IDENTITY.stream().filter(name -> table.column(name).isPresent()).forEach(identity::add);
  }

  /**
   * Adds {@code column:CODE} for every check that {@code values} break.
   *
   * @param values typed, by place; null for an empty or unreadable one
   */
  void addTo(List<String> problems, Object[] values) {
    for (Rule rule : rules) {
      if (rule.applies(values) && rule.test().isBroken(values)) {
        problems.add(rule.problem());
      }
    }
    Object source = values[places.get(TableSpec.RECORD_SOURCE)];
    if (source != null && !recordSources.contains(source)) {
      problems.add(TableSpec.RECORD_SOURCE + ":NOT_ALLOWED");
    }
    if (anonymous >= 0 && Boolean.TRUE.equals(values[anonymous])) {
      // An answer that is anonymous must carry nothing that says whose it is.
      identity.stream()
          .filter(name -> values[places.get(name)] != null)
          .forEach(name -> problems.add(name + ":NOT_ANONYMOUS"));
    }
  }

  /** Whether a row breaks a check. */
  private interface Test extends Serializable {
    boolean isBroken(Object[] values);
  }

  /**
   * A check with the problem it states.
   *
   * @param place of the column of the check's condition, or -1
   */
  private record Rule(String problem, int place, Set<String> among, Test test)
      implements Serializable {
    boolean applies(Object[] values) {
      return place < 0 || values[place] != null && among.contains(CellType.text(values[place]));
    }
  }

  private Rule rule(Check check) {
    Optional<Condition> when = check.when();
    return new Rule(
        check.column() + ":" + check.code(),
        when.map(condition -> places.get(condition.column())).orElse(-1),
        when.map(condition -> Set.copyOf(condition.values())).orElse(Set.of()),
        test(check, places.get(check.column())));
  }

  private Test test(Check check, int place) {
    if (check instanceof Check.Min min) {
      BigDecimal least = min.least();
      return given(place, value -> number(value).compareTo(least) < 0);
    } else if (check instanceof Check.Max max) {
      BigDecimal most = max.most();
      return given(place, value -> number(value).compareTo(most) > 0);
    } else if (check instanceof Check.In in) {
      Set<String> allowed = Set.copyOf(in.values());
      return given(place, value -> !allowed.contains(CellType.text(value)));
    } else if (check instanceof Check.Matches matches) {
      Pattern pattern = Pattern.compile(matches.pattern().regex());
      return given(place, value -> !pattern.matcher(CellType.text(value)).find());
    } else if (check instanceof Check.NotBefore notBefore) {
      int other = places.get(notBefore.other());
      return values -> isBefore(values[place], values[other]);
    } else if (check instanceof Check.Equals equals) {
      String wanted = equals.value();
      return values -> values[place] == null || !CellType.text(values[place]).equals(wanted);
    }
    throw new IllegalStateException("Cannot check " + check.getClass().getSimpleName());
  }

  /** Whether a value that is there breaks a check. */
  private interface ValueTest extends Serializable {
    boolean isBroken(Object value);
  }

  private static Test given(int place, ValueTest test) {
    return values -> values[place] != null && test.isBroken(values[place]);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    return value instanceof Long || value instanceof Integer
        ? BigDecimal.valueOf(((Number) value).longValue())
        : new BigDecimal(value.toString());
  }

  private static boolean isBefore(Object value, Object other) {
    return value != null && other != null && moment(value).isBefore(moment(other));
  }

  private static Instant moment(Object value) {
    return value instanceof LocalDate day
        ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
        : (Instant) value;
  }
}
