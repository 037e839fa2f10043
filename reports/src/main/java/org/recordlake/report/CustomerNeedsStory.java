package org.recordlake.report;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which customers matter, where competitors hold them, and which needs are worth the most. */
final class CustomerNeedsStory implements Story {
  private static final int TOP = 20;
  private static final int FRESH_DAYS = 30;

  @Override
  public List<Figure> figures(ReportData data) {
    List<ReportRow> segments = data.table("segments").read();
    if (segments.isEmpty()) {
      return List.of();
    }
    BigDecimal spend = sum(segments, "spend_12m");
    BigDecimal before = sum(segments, "spend_previous_12m");
    long customers = segments.stream().mapToLong(row -> (long) row.number("customers")).sum();
    return List.of(
        new Figure("Customers", Words.count(customers), Words.counted(segments.size(), "segment")),
        new Figure("Spend, 12 months", Words.shortMoney(spend), changeNote(spend, before)),
        wallet(data.table("services").read()),
        expected(data.table("need_kinds").read()));
  }

  private static String changeNote(BigDecimal spend, BigDecimal before) {
    return before.signum() == 0
        ? "no earlier year to compare"
        : Words.change(part(spend.subtract(before), before)) + " on the year before";
  }

  private static Figure wallet(List<ReportRow> services) {
    BigDecimal usps = sum(services, "usps_spend_compared");
    BigDecimal all = usps.add(sum(services, "competitor_spend"));
    return all.signum() == 0
        ? new Figure("USPS share of wallet", "–", "no competitor data")
        : new Figure(
            "USPS share of wallet",
            Words.percent(part(usps, all)),
            "of " + Words.shortMoney(all) + " known");
  }

  private static Figure expected(List<ReportRow> kinds) {
    return kinds.isEmpty()
        ? new Figure("Expected value of needs", "–", "no need found")
        : new Figure(
            "Expected value of needs",
            Words.shortMoney(sum(kinds, "expected_value")),
            Words.counted(kinds.size(), "kind") + " of need");
  }

  @Override
  public List<String> findings(ReportData data) {
    return Stream.of(
            worthMost(data.table("need_kinds").read()),
            topNeeds(data.table("needs").read()),
            competitors(data.table("services").read()),
            steepestFall(data.table("segments").read()).or(() -> largest(data)),
            provenRight(data.table("backtest").read()),
            grownOld(data))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> largest(ReportData data) {
    return largestSegment(data.table("segments").read());
  }

  private static Optional<String> provenRight(List<ReportRow> backtest) {
    return backtest.stream()
        .findFirst()
        .map(
            row ->
                "Scored on %s, the first need was what %s of %s customers with a new purchase then bought; the most popular service would have been right for %s."
                    .formatted(
                        row.text("scored_on"),
                        Words.roundPercent(row.decimal("hit_rate")),
                        row.text("buyers"),
                        Words.roundPercent(row.decimal("popular_rate"))));
  }

  /** A back-test older than a month speaks of rules and customers that have moved on. */
  private static Optional<String> grownOld(ReportData data) {
    return data.table("backtest").rows().stream()
        .findFirst()
        .map(row -> (LocalDate) row.get("bought_until"))
        .filter(until -> until.plusDays(FRESH_DAYS).isBefore(data.asOf()))
        .map(
            until ->
                "The back-test ends with %s; ./recordlake insights --backtest makes it anew."
                    .formatted(Words.longDay(until)));
  }

  private static Optional<String> largestSegment(List<ReportRow> segments) {
    BigDecimal all = sum(segments, "spend_12m");
    double customers = segments.stream().mapToDouble(row -> row.number("customers")).sum();
    return segments.stream()
        .filter(row -> row.decimal("spend_12m").signum() > 0)
        .max(comparing(row -> row.decimal("spend_12m")))
        .map(
            row ->
                "The segment “%s” brings %s of all spend with %s of the customers (%s from %s)."
                    .formatted(
                        row.text("segment"),
                        Words.roundPercent(part(row.decimal("spend_12m"), all)),
                        Words.roundPercent(BigDecimal.valueOf(row.number("customers") / customers)),
                        Words.shortMoney(row.decimal("spend_12m")),
                        Words.counted((long) row.number("customers"), "customer")));
  }

  private static Optional<String> steepestFall(List<ReportRow> segments) {
    return segments.stream()
        .filter(row -> row.decimal("trend").signum() < 0)
        .min(comparing(row -> row.decimal("spend_12m").subtract(row.decimal("spend_previous_12m"))))
        .map(
            row ->
                "The segment “%s” lost the most: %s against the year before, from %s to %s."
                    .formatted(
                        row.text("segment"),
                        Words.change(row.decimal("trend")),
                        Words.shortMoney(row.decimal("spend_previous_12m")),
                        Words.shortMoney(row.decimal("spend_12m"))));
  }

  private static Optional<String> competitors(List<ReportRow> services) {
    return services.stream()
        .filter(row -> row.decimal("competitor_spend").signum() > 0)
        .max(comparing(row -> row.decimal("competitor_spend")))
        .map(
            row ->
                "Competitors take the most money in %s: %s, %s of what customers spend on it%s."
                    .formatted(
                        spoken(row.text("service")),
                        Words.shortMoney(row.decimal("competitor_spend")),
                        Words.roundPercent(BigDecimal.ONE.subtract(row.decimal("usps_share"))),
                        row.has("leading_competitor")
                            ? ", led by " + row.text("leading_competitor")
                            : ""));
  }

  private static Optional<String> worthMost(List<ReportRow> kinds) {
    return kinds.stream()
        .filter(row -> row.decimal("expected_value").signum() > 0)
        .max(comparing(row -> row.decimal("expected_value")))
        .map(
            row ->
                "Of all kinds of need, “%s” is worth the most: %s expected from %s."
                    .formatted(
                        Words.plain(row.text("need_kind")),
                        Words.shortMoney(row.decimal("expected_value")),
                        Words.counted((long) row.number("customers"), "customer")));
  }

  private static Optional<String> topNeeds(List<ReportRow> needs) {
    BigDecimal all = sum(needs, "expected_value");
    if (needs.size() <= TOP || all.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal top = sum(needs.subList(0, TOP), "expected_value");
    return Optional.of(
        "The first %d of the %d needs listed hold %s of their expected value: start there."
            .formatted(TOP, needs.size(), Words.roundPercent(part(top, all))));
  }

  @Override
  public List<String> notes(ReportData data) {
    return List.of(
        "Customers appear under pseudonyms. The same customer has the same pseudonym in every"
            + " report.",
        "Spend is what customers paid USPS in the 12 months up to the as-of date; change compares"
            + " it with the 12 months before.",
        "Share of wallet is USPS spend over all spend on a service, of those customers of whose use"
            + " of competitors something is recorded; where there are too few of them it stays"
            + " empty.",
        "Chance is how likely a need leads to a purchase within 90 days: the win share of each kind"
            + " of evidence, as conf/needs states it, times its strength, added up like independent"
            + " chances.",
        "Whom to call: customers who opted out, left all publications, whose relationship ended or"
            + " who had as many contacts as conf/campaigns.yaml allows are not among the needs"
            + " listed. Where something stays, another channel or another contact of the firm, they"
            + " stand under Contact in part.",
        "Expected value is the amount at stake in a year times that chance. Confidence tells how"
            + " far the evidence itself can be trusted and is not part of it.",
        "The back-test scores needs as of an earlier day, from what was known then, and counts"
            + " customers who since bought a service new to them. Popular is the hit rate of the"
            + " most popular services the customer did not buy yet; lift is the ratio of the two."
            + " With eleven services, ten needs nearly always hold one.",
        "Groups of fewer than %d customers are taken together as other, in every format."
            .formatted(data.minimumGroup()));
  }

  private static String spoken(String code) {
    return code.replace('_', ' ');
  }

  private static BigDecimal sum(List<ReportRow> rows, String column) {
    return rows.stream().map(row -> row.decimal(column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal part(BigDecimal some, BigDecimal all) {
    return some.divide(all, MathContext.DECIMAL64);
  }
}
