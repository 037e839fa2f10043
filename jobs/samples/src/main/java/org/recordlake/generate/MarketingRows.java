package org.recordlake.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Campaign contacts and publication subscriptions of a customer. */
record MarketingRows(long seed, Timeline time, List<Campaign> campaigns) implements CustomerRows {
  private static final List<Publication> PUBLICATIONS =
      Invented.list(Publication.class, "publications");

  private record Publication(String name, String list, Service service) {}

  @Override
  public void write(Customer customer, Consumer<Row> out) {
    for (Campaign campaign : campaigns) {
      campaign.touch(customer, seed, time).ifPresent(touch -> contact(customer, touch, out));
    }
    Dice dice = Dice.of(seed, "subscriptions", customer.index());
    for (int number = 0; number < PUBLICATIONS.size(); number++) {
      Publication publication = PUBLICATIONS.get(number);
      boolean interested = customer.need(publication.service()).isPresent();
      if (dice.chance(interested ? 0.28 : 0.03) && customer.endedOn(time).isEmpty()) {
        out.accept(subscription(customer, number, publication, dice));
      }
    }
  }

  private void contact(Customer customer, Campaign.Touch touch, Consumer<Row> out) {
    Dice dice = Dice.of(seed, "campaign-contact", touch.campaign().number(), customer.index());
    boolean prospect = customer.firm() && dice.chance(0.07);
    Spelling spelling =
        Spelling.ofFirm(
            customer.identity().firmName().orElse(customer.identity().accountName()), dice);
    String recipient = String.format(Locale.ROOT, "R-%06d", customer.index() + 1);
    out.accept(row(customer, touch, recipient, prospect ? spelling.text() : null, dice));
    if (prospect) {
      String key = touch.campaign().id() + "/" + recipient;
      out.accept(spelling.truth("campaign_contacts", key, customer));
    }
  }

  private Row row(
      Customer customer, Campaign.Touch touch, String recipient, String prospectName, Dice dice) {
    Campaign campaign = touch.campaign();
    boolean prospect = prospectName != null;
    LocalDate answered = touch.orderedOn().orElse(touch.contactedOn().plusDays(dice.below(12)));
    boolean responded =
        touch.response() != null
            && !touch.response().equals("none")
            && !answered.isAfter(time.endOn());
    LocalDate updated = Timeline.earlier(time.endOn(), touch.contactedOn().plusDays(50));
    Customer.Identity identity = customer.identity();
    return Table.CAMPAIGN_CONTACTS.row(
        campaign.id(),
        recipient,
        prospect ? null : customer.id(),
        prospect ? prospectName : identity.firmName().orElse(null),
        prospect && dice.chance(0.5) ? null : identity.person().full(),
        prospect ? null : identity.email(),
        customer.naics(),
        campaign.channel(),
        customer.segment().code(),
        touch.holdout(),
        touch.contactedOn(),
        responded ? answered : null,
        touch.holdout() ? null : responded ? touch.response() : "none",
        touch.orderedOn().isPresent(),
        touch.holdout() ? Decimals.of(0, 2) : campaign.cost(),
        responded && touch.response().equals("declined") && dice.chance(0.4),
        Timeline.later(updated, responded ? answered : updated));
  }

  private Row subscription(Customer customer, int number, Publication publication, Dice dice) {
    Customer.Identity identity = customer.identity();
    boolean paper = dice.chance(0.4);
    LocalDate asked = dice.day(customer.relationship().startedOn(), time.endOn());
    return Table.PUBLICATION_SUBSCRIPTIONS.row(
        String.format(Locale.ROOT, "U-%06d%d", customer.index() + 1, number + 1),
        customer.id(),
        identity.person().full(),
        paper ? null : identity.email(),
        paper ? identity.address().line() : null,
        publication.name(),
        publication.list(),
        paper ? "paper" : "email",
        asked,
        null,
        asked);
  }

  /** The campaigns themselves, which belong to no customer. */
  static void campaigns(List<Campaign> campaigns, Consumer<Row> out) {
    for (Campaign campaign : campaigns) {
      String name =
          campaign.service().label()
              + ", "
              + campaign
                  .startsOn()
                  .getMonth()
                  .getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH)
              + " "
              + campaign.startsOn().getYear();
      String offer =
          campaign.number() % 3 == 0
              ? "Ten percent off the first order"
              : campaign.number() % 3 == 1 ? "Free trial month" : null;
      out.accept(
          Table.CAMPAIGNS.row(
              campaign.id(),
              name,
              campaign.kind(),
              campaign.service().code(),
              offer,
              campaign.startsOn(),
              campaign.endsOn(),
              Decimals.cents(5_000 + 500.0 * (campaign.number() % 9))));
    }
  }
}
