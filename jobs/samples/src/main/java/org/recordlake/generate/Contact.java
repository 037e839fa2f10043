package org.recordlake.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A person through whom a customer is reached; at an individual it is the customer. */
record Contact(
    String id,
    Customer customer,
    InventedPerson person,
    String title,
    String role,
    String function,
    String email,
    String phone) {
  private static final List<String[]> POSTS =
      List.of(
          new String[] {"Mailroom Manager", "user", "operations"},
          new String[] {"Shipping Supervisor", "user", "operations"},
          new String[] {"Office Manager", "influencer", "operations"},
          new String[] {"Marketing Director", "decision_maker", "marketing"},
          new String[] {"Head of Sales", "influencer", "sales"},
          new String[] {"Accounts Payable Clerk", "billing", "finance"},
          new String[] {"Systems Administrator", "technical", "technology"},
          new String[] {"Controller", "decision_maker", "finance"});

  /** The first one is the main contact. */
  static List<Contact> of(Customer customer, long seed) {
    Dice dice = Dice.of(seed, "contacts", customer.index());
    Customer.Identity identity = customer.identity();
    List<Contact> contacts = new ArrayList<>();
    int count = customer.firm() ? 1 + dice.poisson(StrictMath.min(1.6, 0.4 * customer.size())) : 1;
    for (int number = 0; number < StrictMath.min(count, 4); number++) {
      InventedPerson person = number == 0 ? identity.person() : InventedPerson.draw(dice);
      String[] post =
          number == 0 ? new String[] {"Owner", "decision_maker", "management"} : dice.pick(POSTS);
      String email =
          customer.firm() ? person.mailbox() + "@" + identity.domain() : identity.email();
      String id = String.format(Locale.ROOT, "K-%06d-%d", customer.index() + 1, number + 1);
      contacts.add(
          new Contact(
              id,
              customer,
              person,
              post[0],
              post[1],
              post[2],
              email,
              identity.place().phone(dice)));
    }
    return contacts;
  }
}
