package org.recordlake.scan.decode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** Ways in which a text may hide letters: of JSON, of addresses (per cent) and of markup. */
final class Escapes {
  private static final Pattern BACKSLASH = Pattern.compile("\\\\(?:u+([0-9a-fA-F]{4})|(.))");
  private static final Pattern PER_CENT = Pattern.compile("(?:%[0-9a-fA-F]{2})+");
  private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z#][a-zA-Z0-9]{0,31};");

  private Escapes() {}

  /** Whether {@link #undone} could say anything new. */
  static boolean in(byte[] text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      byte each = text[i];
      if (each == '\\' || each == '%' || each == '&') {
        return true;
      }
    }
    return false;
  }

  /** The text without its escapes; the same if there are none. */
  static String undone(String text) {
    String markup = ENTITY.matcher(text).find() ? StringEscapeUtils.unescapeHtml4(text) : text;
    String address = PER_CENT.matcher(markup).replaceAll(Escapes::bytes);
    return BACKSLASH.matcher(address).replaceAll(Escapes::character);
  }

  private static String bytes(MatchResult escaped) {
    byte[] bytes = HexFormat.ofDelimiter("%").parseHex(escaped.group().substring(1));
    return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
  }

  private static String character(MatchResult escaped) {
    String code = escaped.group(1);
    if (code != null) {
      return Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(code, 16)));
    }
    return switch (escaped.group(2)) {
      case "n", "r", "t", "b", "f" -> " ";
      default -> Matcher.quoteReplacement(escaped.group(2));
    };
  }
}
