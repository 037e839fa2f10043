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
  private static final Post OWNER = new Post("Owner", "decision_maker", "management");
  private static final List<Post> POSTS = Invented.list(Post.class, "posts");

  private record Post(String title, String role, String function) {}

  /** The first one is the main contact. */
  static List<Contact> of(Customer customer, long seed) {
    Dice dice = Dice.of(seed, "contacts", customer.index());
    Customer.Identity identity = customer.identity();
    List<Contact> contacts = new ArrayList<>();
    int count = customer.firm() ? 1 + dice.poisson(StrictMath.min(1.6, 0.4 * customer.size())) : 1;
    for (int number = 0; number < StrictMath.min(count, 4); number++) {
      InventedPerson person = number == 0 ? identity.person() : InventedPerson.draw(dice);
      Post post = number == 0 ? OWNER : dice.pick(POSTS);
      String email =
          customer.firm() ? person.mailbox() + "@" + identity.domain() : identity.email();
      String id = String.format(Locale.ROOT, "K-%06d-%d", customer.index() + 1, number + 1);
      contacts.add(
          new Contact(
              id,
              customer,
              person,
              post.title(),
              post.role(),
              post.function(),
              email,
              identity.place().phone(dice)));
    }
    return contacts;
  }
}
