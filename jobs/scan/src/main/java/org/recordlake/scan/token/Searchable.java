package org.recordlake.scan.token;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which values can be told from those of others when they are met alone. */
final class Searchable {
  private static final int LETTERS = 5;
  private static final int DIGITS = 6;

  /** A ZIP code, a day, a time of day, or a day with a time. */
  private static final Pattern COMMON =
      Pattern.compile(
          "\\d{5}(-\\d{4})?"
              + "|(\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4})"
              + "([T ]\\d{1,2}:\\d{2}.*)?"
              + "|\\d{1,2}:\\d{2}(:\\d{2}.*)?");

  private static final Set<String> PLACES =
      Stream.of(
              "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida"
                  + ",Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine"
                  + ",Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana"
                  + ",Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina"
                  + ",North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina"
                  + ",South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia"
                  + ",Wisconsin,Wyoming,District of Columbia,Puerto Rico,Guam,American Samoa"
                  + ",Virgin Islands,United States,United States of America,false")
          .flatMap(text -> Stream.of(text.split(",")))
          .map(text -> text.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Searchable() {}

  /**
   * @param value as it was stored, trimmed
   * @param form one of its forms
   */
  static boolean alone(String value, List<String> form) {
    String joined = String.join("", form);
    int least = joined.chars().allMatch(Character::isDigit) ? DIGITS : LETTERS;
    return joined.codePointCount(0, joined.length()) >= least
        && !COMMON.matcher(value).matches()
        && !PLACES.contains(String.join(" ", form));
  }
}
