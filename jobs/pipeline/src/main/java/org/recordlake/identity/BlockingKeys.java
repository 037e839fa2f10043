package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.recordlake.identity.Locality.Sounds;

/**
 * The keys under which a party is compared with others. Sure keys mean one party by themselves;
 * blocks only say that a closer look may pay, and are chosen so that each kind of slip spares at
 * least one.
 */
final class BlockingKeys {
  /** Between the kind of a key and its value. */
  static final char MARK = ':';

  private static final String BLOCK = "block";
  private static final int BEGINNING = 8;

  private BlockingKeys() {}

  static Stream<String> of(Party party) {
    return Stream.concat(sure(party), blocks(party));
  }

  /** Whether {@code key} only says that a closer look may pay. */
  static boolean isBlock(String key) {
    return key.startsWith(BLOCK);
  }

  private static Stream<String> sure(Party party) {
    Features features = party.features();
    return Stream.of(
            party.numbers().stream(),
            party.emails().stream().map(email -> LinkMethod.EMAIL.key(email)),
            party.emails().stream().map(email -> LinkMethod.MAILBOX.key(Addresses.mailbox(email))),
            Stream.of(features.phone()).filter(text -> !text.isEmpty()).map(LinkMethod.PHONE::key))
        .flatMap(keys -> keys)
        .distinct();
  }

  private static Stream<String> blocks(Party party) {
    Features features = party.features();
    List<String> words = features.name().words();
    if (words.isEmpty()) {
      return Stream.empty();
    }
    List<String> blocks = new ArrayList<>();
    String first = words.get(0);
    String sounds = Sounds.of(first) + Sounds.of(words.get(words.size() - 1));
    Locality place = features.place();
    StreetAddress address = features.address();
    add(blocks, "name", features.name().fingerprint());
    add(blocks, "zip-word", place.zip(), beginning(first));
    add(blocks, "area-sounds", place.area(), sounds);
    add(blocks, "city-sounds", place.sound(), sounds);
    add(blocks, "area-street", place.area(), address.number(), Sounds.of(address.street()));
    add(blocks, "city-street", place.sound(), address.number(), Sounds.of(address.street()));
    return blocks.stream();
  }

  private static String beginning(String word) {
    return word.length() > BEGINNING ? word.substring(0, BEGINNING) : word;
  }

  private static void add(List<String> blocks, String kind, String... parts) {
    if (Stream.of(parts).noneMatch(String::isEmpty)) {
      blocks.add(BLOCK + MARK + kind + MARK + String.join("|", parts));
    }
  }
}
