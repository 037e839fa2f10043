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

  private final ArrayList<Rule> rules = new ArrayList<>();
  private final HashMap<String, Integer> places;
  private final HashSet<String> recordSources;

  /**
   * @param places where the columns' values stand in a row
   * @param recordSources ids of the record sources a row may name
   */
  RowChecks(TableSpec table, Map<String, Integer> places, Set<String> recordSources) {
    this.places = new HashMap<>(places);
    this.recordSources = new HashSet<>(recordSources);
    table.checks().forEach(check -> rules.add(rule(check)));
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
      return values -> values[place] != null && number(values[place]).compareTo(least) < 0;
    } else if (check instanceof Check.Max max) {
      BigDecimal most = max.most();
      return values -> values[place] != null && number(values[place]).compareTo(most) > 0;
    } else if (check instanceof Check.In in) {
      Set<String> allowed = Set.copyOf(in.values());
      return values -> values[place] != null && !allowed.contains(CellType.text(values[place]));
    } else if (check instanceof Check.Matches matches) {
      Pattern pattern = Pattern.compile(matches.pattern().regex());
      return values ->
          values[place] != null && !pattern.matcher(CellType.text(values[place])).find();
    } else if (check instanceof Check.NotBefore notBefore) {
      int other = places.get(notBefore.other());
      return values -> isBefore(values[place], values[other]);
    } else if (check instanceof Check.Equals equals) {
      String wanted = equals.value();
      return values -> values[place] == null || !CellType.text(values[place]).equals(wanted);
    } else if (check instanceof Check.Empty) {
      return values -> values[place] != null;
    }
    throw new IllegalStateException("Cannot check " + check.getClass().getSimpleName());
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
