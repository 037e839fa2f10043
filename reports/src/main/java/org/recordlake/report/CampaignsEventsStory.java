package org.recordlake.report;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What campaigns changed, what a response cost, what events were followed by, whom to leave alone.
 */
final class CampaignsEventsStory implements Story {
  @Override
  public List<Figure> figures(ReportData data) {
    List<ReportRow> campaigns = data.table("campaigns").read();
    List<ReportRow> events = data.table("events").read();
    if (campaigns.isEmpty() && events.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Figure(
            "Contacts",
            Words.count(total(campaigns, "contacts")),
            "in " + Words.counted(having(campaigns, "contacts").size(), "campaign")),
        credited(data),
        proven(campaigns),
        came(events));
  }

  /** Amounts that are hidden are left out: the sum is what is credited at least. */
  private static Figure credited(ReportData data) {
    List<ReportRow> told = having(data.table("credits").read(), "amount_linear");
    return told.isEmpty()
        ? new Figure("Orders credited", "–", "no campaign shows any")
        : new Figure(
            "Orders credited",
            Words.shortMoney(
                told.stream()
                    .map(row -> row.decimal("amount_linear"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)),
            "to " + Words.counted(told.size(), "campaign") + ", in equal parts");
  }

  private static Figure proven(List<ReportRow> campaigns) {
    List<ReportRow> tested = having(campaigns, "lift");
    long proven = tested.stream().filter(row -> row.number("lift_low") > 0).count();
    return tested.isEmpty()
        ? new Figure("Proven to bring orders", "–", "no campaign has a hold-out to compare with")
        : new Figure(
            "Proven to bring orders",
            Words.count(proven),
            "of " + Words.counted(tested.size(), "campaign") + " with a hold-out to compare");
  }

  private static Figure came(List<ReportRow> events) {
    List<ReportRow> told = having(events, "attended");
    return told.isEmpty()
        ? new Figure("Came to events", "–", "no event shows who came")
        : new Figure(
            "Came to events",
            Words.count(total(told, "attended")),
            "at " + Words.counted(told.size(), "event"));
  }

  @Override
  public List<String> findings(ReportData data) {
    List<ReportRow> campaigns = data.table("campaigns").read();
    return Stream.of(
            changed(campaigns),
            price(campaigns),
            mostCredited(data.table("credits").read()),
            followed(data.table("events").read()),
            alone(data.table("leave_alone").read()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> changed(List<ReportRow> campaigns) {
    List<ReportRow> tested = having(campaigns, "lift");
    if (tested.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        tested.stream()
            .max(comparing(row -> row.decimal("lift_low")))
            .filter(row -> row.decimal("lift_low").signum() > 0)
            .map(
                row ->
                    "“%s” surely brought orders: %s more than among those held out (%s to %s)."
                        .formatted(
                            row.text("campaign_name"),
                            Words.points(row.decimal("lift")),
                            Words.points(row.decimal("lift_low")),
                            Words.points(row.decimal("lift_high"))))
            .orElse(
                "No campaign is proven to have brought orders: with or without it, as many may have ordered (%s compared)."
                    .formatted(Words.counted(tested.size(), "campaign"))));
  }

  private static Optional<String> price(List<ReportRow> campaigns) {
    List<ReportRow> priced = having(campaigns, "cost_per_response");
    if (priced.size() < 2) {
      return Optional.empty();
    }
    ReportRow least = priced.stream().min(comparing(CampaignsEventsStory::cost)).orElseThrow();
    ReportRow most = priced.stream().max(comparing(CampaignsEventsStory::cost)).orElseThrow();
    return Optional.of(
        "A response cost %s in “%s” and %s in “%s”."
            .formatted(
                Words.money(cost(least)),
                least.text("campaign_name"),
                Words.money(cost(most)),
                most.text("campaign_name")));
  }

  private static BigDecimal cost(ReportRow row) {
    return row.decimal("cost_per_response");
  }

  private static Optional<String> mostCredited(List<ReportRow> credits) {
    return having(credits, "amount_linear").stream()
        .max(comparing(row -> row.decimal("amount_linear")))
        .map(
            row ->
                "Most is credited to “%s”: %s in equal parts over all contacts before an order, %s by the last contact alone."
                    .formatted(
                        row.text("campaign_name"),
                        Words.shortMoney(row.decimal("amount_linear")),
                        Words.shortMoney(row.decimal("amount_last"))));
  }

  private static Optional<String> followed(List<ReportRow> events) {
    return having(events, "amount_ordered").stream()
        .max(comparing(row -> row.decimal("amount_ordered")))
        .map(
            row ->
                "Of %s who came to “%s”, %s ordered within 90 days, for %s; those who come may be those who buy anyway."
                    .formatted(
                        Words.counted((long) row.number("customers_attended"), "customer"),
                        row.text("event_name"),
                        row.text("customers_ordered"),
                        Words.shortMoney(row.decimal("amount_ordered"))));
  }

  private static Optional<String> alone(List<ReportRow> reasons) {
    return reasons.stream()
        .filter(row -> row.text("reason").equals("opted_out") && row.has("contacts"))
        .findFirst()
        .map(
            row ->
                "%s people and firms asked not to be contacted again; ./recordlake marketing do-not-contact lists them for mailing."
                    .formatted(row.text("contacts")));
  }

  @Override
  public List<String> notes(ReportData data) {
    return List.of(
        "Response rate: responses over contacts. Conversion rate: recipients who ordered over"
            + " contacts. Both with the 95% interval of Wilson (1927).",
        "Lift: the conversion rate less that of recipients held out on purpose, in percentage"
            + " points, with the 95% interval of Newcombe (1998). Only where the whole interval"
            + " lies above zero has a campaign surely brought orders.",
        "Credit: an order is credited to the contacts of its customer in the days before it that"
            + " conf/campaigns.yaml says, whole to the first, whole to the last, or in equal parts"
            + " to all. Credit is not cause; lift is.",
        "Events: people once per event; show rate is those who came over those registered. What"
            + " followed are the orders of customers of whom somebody came, within 90 days after"
            + " the event or until the day told.",
        "Whoever has two reasons to be left alone is counted under both.",
        "Campaigns and events of fewer than %d people show no figures; smaller parts of a campaign are taken together as other."
                .formatted(data.minimumGroup())
            + " A dash stands for a figure that nobody counted, or that fewer people stand"
            + " behind.");
  }

  private static List<ReportRow> having(List<ReportRow> rows, String column) {
    return rows.stream().filter(row -> row.has(column)).toList();
  }

  private static long total(List<ReportRow> rows, String column) {
    return rows.stream().mapToLong(row -> (long) row.number(column)).sum();
  }
}
