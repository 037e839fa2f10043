package org.recordlake.format.meeting;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.recordlake.format.tabular.Cells;

/**
 * Somebody in a meeting as an export names them. People are told apart by e-mail address, and by
 * name where none is given: one name under two addresses is two people, and so is one name with and
 * without an address, until somebody proves otherwise.
 *
 * @param id number within the meeting; empty if nobody may or can know who it is
 */
record Person(Optional<String> id, Optional<String> name, Optional<String> email) {
  private static final Person NOBODY =
      new Person(Optional.empty(), Optional.empty(), Optional.empty());
  private static final Set<String> NO_ADDRESS = Set.of("", "-", "--", "n/a", "na", "none");
  private static final Set<String> NO_NAME = Set.of("", "-", "--");

  /** Some exports number those who stay nameless. */
  private static final Pattern ANONYMOUS_NAMES =
      Pattern.compile("|-{1,2}|anonymous( (attendee|participant|user))?( ?\\(?\\d{1,9}\\)?)?");

  /** Somebody who was there. */
  static Person of(String name, String email) {
    Optional<String> address =
        Optional.of(email.strip())
            .filter(text -> !NO_ADDRESS.contains(text.toLowerCase(Locale.ROOT)));
    Optional<String> called = Optional.of(name.strip()).filter(text -> !NO_NAME.contains(text));
    Optional<String> known =
        address
            .map(text -> "e-mail:" + text.toLowerCase(Locale.ROOT))
            .or(() -> called.map(text -> "name:" + Labels.plain(text)));
    return new Person(known.map(StableId::of), called, address);
  }

  /**
   * Somebody who answered. A platform marks an anonymous answer by the word in the place of the
   * address or of the name; an answer without either is anonymous too. Nothing of such a row is
   * kept that says whose it is.
   */
  static Person answering(String name, String email) {
    Person person = of(name, email);
    boolean anonymous =
        person.email().isPresent()
            ? Labels.plain(email).matches("anonymous( attendee)?")
            : ANONYMOUS_NAMES.matcher(Labels.plain(name)).matches();
    return anonymous ? NOBODY : person;
  }

  boolean isKnown() {
    return id.isPresent();
  }

  /** Puts number, name and address, as far as known, into a row. */
  Cells into(Cells row) {
    return row.put("participant_id", id).put("name", name).put("email", email);
  }
}
