package org.recordlake.dictionary;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.RetentionClause;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;

/**
 * How long rows live, in words.
 *
 * @param rule id of the rule
 * @param citation where the notice or the law says so; empty where it does not
 * @param text when rows are destroyed, or why they are not
 */
public record RetentionWords(String rule, String citation, String text) {

  static RetentionWords of(RetentionClause clause, Notice notice) {
    Optional<RetentionRule> rule = latest(notice).rule(clause.rule());
    return new RetentionWords(
        clause.rule(), rule.map(RetentionRule::citation).orElse(""), text(clause, rule));
  }

  private static RetentionSchedule latest(Notice notice) {
    return notice.schedule().get(notice.schedule().size() - 1);
  }

  private static String text(RetentionClause clause, Optional<RetentionRule> rule) {
    String rows =
        clause
            .when()
            .map(
                when -> "Rows whose " + when.column() + " is " + String.join(" or ", when.values()))
            .orElse("Rows");
    Optional<String> never = rule.flatMap(found -> found.destruction().never());
    if (never.isPresent()) {
      return rows + " are never destroyed: " + never.get() + ".";
    }
    String kept = rule.map(found -> period(found.period())).orElse("");
    if (clause instanceof RetentionClause.ByOwnDate own) {
      return rows + " are destroyed " + kept + own.column() + ".";
    } else if (clause instanceof RetentionClause.ByOtherTable other) {
      String absent =
          other
              .ownDate()
              .map(own -> kept + own)
              .orElseGet(() -> "they wait for it, from " + other.waitsFrom().orElseThrow() + " on");
      return "%s are destroyed %s%s of %s, found by %s; where there is none, %s."
          .formatted(rows, kept, other.column(), other.table(), other.by(), absent);
    }
    return rows + " are kept: " + ((RetentionClause.Kept) clause).reason() + ".";
  }

  private static String period(Period period) {
    List<String> parts = new ArrayList<>();
    part(parts, period.getYears(), "year");
    part(parts, period.getMonths(), "month");
    part(parts, period.getDays(), "day");
    return parts.isEmpty() ? "the day after " : String.join(" and ", parts) + " after ";
  }

  private static void part(List<String> parts, int count, String unit) {
    if (count != 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }
}
