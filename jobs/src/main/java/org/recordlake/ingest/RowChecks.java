package org.recordlake.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
  private static final Set<String> SOURCES = Set.of("customers", "personnel", "list_providers");

  private final ArrayList<Rule> rules = new ArrayList<>();
  private final ArrayList<String> identity = new ArrayList<>();
  private final boolean anonymity;

  RowChecks(TableSpec table) {
    table.checks().forEach(check -> rules.add(Rule.of(check)));
    this.anonymity = table.column(ANONYMOUS).isPresent();
    IDENTITY.stream().filter(name -> table.column(name).isPresent()).forEach(identity::add);
  }

  /** Typed values by column name; null for an empty or unreadable one. */
  interface Values {
    Object of(String column);
  }

  /** Adds {@code column:CODE} for every check that {@code values} break. */
  void addTo(List<String> problems, Values values) {
    for (Rule rule : rules) {
      if (rule.applies(values) && rule.test().isBroken(values)) {
        problems.add(rule.problem());
      }
    }
    Object source = values.of(TableSpec.RECORD_SOURCE);
    if (source != null && !SOURCES.contains(source)) {
      problems.add(TableSpec.RECORD_SOURCE + ":NOT_ALLOWED");
    }
    if (anonymity && Boolean.TRUE.equals(values.of(ANONYMOUS))) {
      // An answer that is anonymous must carry nothing that says whose it is.
      identity.stream()
          .filter(name -> values.of(name) != null)
          .forEach(name -> problems.add(name + ":NOT_ANONYMOUS"));
    }
  }

  /** Whether a row breaks a check. */
  private interface Test extends Serializable {
    boolean isBroken(Values values);
  }

  /**
   * A check with the problem it states.
   *
   * @param column column of the check's condition, or null
   */
  private record Rule(String problem, String column, Set<String> among, Test test)
      implements Serializable {
    static Rule of(Check check) {
      Optional<Condition> when = check.when();
      return new Rule(
          check.column() + ":" + check.code(),
          when.map(Condition::column).orElse(null),
          when.map(condition -> Set.copyOf(condition.values())).orElse(Set.of()),
          RowChecks.test(check));
    }

    boolean applies(Values values) {
      if (column == null) {
        return true;
      }
      Object value = values.of(column);
      return value != null && among.contains(CellType.text(value));
    }
  }

  private static Test test(Check check) {
    String column = check.column();
    if (check instanceof Check.Min min) {
      BigDecimal least = min.least();
      return given(column, value -> number(value).compareTo(least) < 0);
    } else if (check instanceof Check.Max max) {
      BigDecimal most = max.most();
      return given(column, value -> number(value).compareTo(most) > 0);
    } else if (check instanceof Check.In in) {
      Set<String> allowed = Set.copyOf(in.values());
      return given(column, value -> !allowed.contains(CellType.text(value)));
    } else if (check instanceof Check.Matches matches) {
      Pattern pattern = Pattern.compile(matches.pattern().regex());
      return given(column, value -> !pattern.matcher(CellType.text(value)).find());
    } else if (check instanceof Check.NotBefore notBefore) {
      String other = notBefore.other();
      return values -> isBefore(values.of(column), values.of(other));
    } else if (check instanceof Check.Equals equals) {
      String wanted = equals.value();
      return values -> {
        Object value = values.of(column);
        return value == null || !CellType.text(value).equals(wanted);
      };
    }
    throw new IllegalStateException("Cannot check " + check.getClass().getSimpleName());
  }

  /** Whether a value that is there breaks a check. */
  private interface ValueTest extends Serializable {
    boolean isBroken(Object value);
  }

  private static Test given(String column, ValueTest test) {
    return values -> {
      Object value = values.of(column);
      return value != null && test.isBroken(value);
    };
  }

  private static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
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
