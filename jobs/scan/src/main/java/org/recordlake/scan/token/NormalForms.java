package org.recordlake.scan.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The forms in which a value may lie about: its words without case and accents (a name, an e-mail
 * address, a key alike), the digits of a number however they are grouped, a telephone number's last
 * ten, and the beginnings that statistics keep of a long text.
 */
final class NormalForms {
  /** Delta's statistics keep so many characters. */
  private static final int DELTA_CHARACTERS = 32;

  /** Parquet's column indexes keep so many bytes, and raise the last character of a maximum. */
  private static final int PARQUET_BYTES = 64;

  private static final int PHONE_DIGITS = 10;
  private static final int LONGEST_PHONE = 15;
  private static final int LONGEST_NUMBER = 19;
  private static final Pattern GROUPED =
      Pattern.compile("(?:tel:)?[+(]?\\d[\\d ()./+-]*", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION =
      Pattern.compile("\\s*(?:x|ext\\.?|extension)\\s*\\d{1,6}$", Pattern.CASE_INSENSITIVE);

  private NormalForms() {}

  /** Each as words; the value itself first. */
  static Set<List<String>> of(String value) {
    String text = value.strip();
    Set<List<String>> forms = new LinkedHashSet<>();
    forms.add(beginning(words(text)));
    digits(text, forms);
    cut(text, forms);
    forms.removeIf(List::isEmpty);
    return forms;
  }

  /** A text's words without case, accents and whatever parts them. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              byte[] folded = Fold.of(each);
              if (Fold.parts(folded)) {
                end(word, words);
              } else {
                word.append(new String(folded, StandardCharsets.UTF_8));
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  private static List<String> beginning(List<String> words) {
    return words.subList(0, Math.min(words.size(), ResidueToken.MOST_WORDS));
  }

  private static void digits(String text, Set<List<String>> forms) {
    String number = EXTENSION.matcher(text).replaceFirst("");
    if (!GROUPED.matcher(number).matches()) {
      return;
    }
    String digits = number.replaceAll("\\D", "");
    if (digits.length() <= LONGEST_NUMBER) {
      forms.add(List.of(digits));
    }
    if (digits.length() >= PHONE_DIGITS && digits.length() <= LONGEST_PHONE) {
      forms.add(List.of(digits.substring(digits.length() - PHONE_DIGITS)));
    }
  }

  private static void cut(String text, Set<List<String>> forms) {
    if (text.codePointCount(0, text.length()) > DELTA_CHARACTERS) {
      forms.add(words(text.substring(0, text.offsetByCodePoints(0, DELTA_CHARACTERS))));
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > PARQUET_BYTES) {
      String begin = bytes(text);
      int last = begin.codePointBefore(begin.length());
      forms.add(words(begin));
      forms.add(
          words(
              begin.substring(0, begin.length() - Character.charCount(last))
                  + Character.toString(last + 1)));
    }
  }

  /** As many whole characters as the bytes allow. */
  private static String bytes(String text) {
    int end = 0;
    int bytes = 0;
    while (end < text.length()) {
      int each = text.codePointAt(end);
      bytes += Character.toString(each).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > PARQUET_BYTES) {
        break;
      }
      end += Character.charCount(each);
    }
    return text.substring(0, end);
  }
}
