package org.recordlake.generate;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people say when they need a service, when they are content and when they are not. */
final class Voice {
  private static final List<String> CONTENT = Invented.words("content");
  private static final List<String> CROSS = Invented.words("cross");

  private static final Map<Service, List<String>> NEEDS =
      Stream.of(Service.values())
          .collect(toMap(identity(), service -> Invented.words("needs", service.name())));

  private Voice() {}

  static String content(Dice dice) {
    return dice.pick(CONTENT);
  }

  static String cross(Dice dice) {
    return dice.pick(CROSS);
  }

  /** A need in a customer's own words. */
  static String need(Service service, Dice dice) {
    return dice.pick(NEEDS.get(service));
  }
}
