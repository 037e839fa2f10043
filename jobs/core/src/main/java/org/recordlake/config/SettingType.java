package org.recordlake.config;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which values a setting may have.
 *
 * @param expected what a value is, for people, such as {@code a whole number from 1 to 256}
 * @param written how it stands in YAML; on the command line everything is text
 * @param parse gives the value, or throws {@link IllegalArgumentException} or {@link
 *     java.time.DateTimeException} where the text is none
 */
record SettingType<T>(String expected, JsonNodeType written, Function<String, T> parse) {

  static SettingType<String> text(String expected) {
    return new SettingType<>(
        expected, JsonNodeType.STRING, text -> valid(!text.isBlank(), text.strip()));
  }

  static SettingType<String> fileName() {
    return new SettingType<>(
        "the name of a file, without folder and ending",
        JsonNodeType.STRING,
        text -> valid(text.matches("[A-Za-z0-9][A-Za-z0-9_-]*"), text));
  }

  static SettingType<ZoneId> zone() {
    return new SettingType<>(
        "a time zone such as America/New_York", JsonNodeType.STRING, ZoneId::of);
  }

  static SettingType<Boolean> yesOrNo() {
    return new SettingType<>(
        "true or false",
        JsonNodeType.BOOLEAN,
        text -> valid(text.equals("true") || text.equals("false"), text.equals("true")));
  }

  static SettingType<Integer> wholeNumber(int least, int most) {
    return new SettingType<>(
        String.format(Locale.ROOT, "a whole number from %d to %d", least, most),
        JsonNodeType.NUMBER,
        text -> {
          int number = Integer.parseInt(text);
          return valid(number >= least && number <= most, number);
        });
  }

  static SettingType<Double> share() {
    return new SettingType<>(
        "a number from 0 to 1",
        JsonNodeType.NUMBER,
        text -> {
          double share = new BigDecimal(text).doubleValue();
          return valid(share >= 0 && share <= 1, share);
        });
  }

  static <E extends Enum<E>> SettingType<E> choice(Class<E> type) {
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new SettingType<>(
        "one of " + choices,
        JsonNodeType.STRING,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
  }

  private static <T> T valid(boolean valid, T value) {
    if (!valid) {
      throw new IllegalArgumentException("not " + value);
    }
    return value;
  }
}
