package org.recordlake.scan.token;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;

/**
 * Makes tokens of values that are about to be destroyed. Not for several threads at once. Of a
 * value that a living row has as well, no token may be made: it would be found for ever.
 */
public final class TokenMaker {
  private final Salt salt;
  private final Mac mac;
  private final SipHash firstStage;
  private final List<ResidueToken> tokens = new ArrayList<>();
  private final SortedMap<String, Long> notSearchable = new TreeMap<>();

  public TokenMaker(Salt salt) {
    this.salt = salt;
    this.mac = salt.mac();
    this.firstStage = salt.firstStage();
  }

  /**
   * Takes one value.
   *
   * @param label {@code table.column}
   * @param value as it was stored, a number or a key as text; what is blank is left out
   */
  public void add(String label, String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    Set<List<String>> forms = NormalForms.of(text);
    List<String> itself = forms.stream().findFirst().orElse(List.of());
    forms.removeIf(form -> !Searchable.alone(text, form));
    if (forms.isEmpty()) {
      leaveOut(label);
    }
    forms.forEach(form -> tokens.add(token(label, form, value, form.equals(itself))));
  }

  /** Counts a value that cannot be told from those of others. */
  public void leaveOut(String label) {
    notSearchable.merge(label, 1L, Long::sum);
  }

  /** Everything taken so far. */
  public ResidueTokens made() {
    return new ResidueTokens(salt.id(), Optional.of(salt), tokens, notSearchable);
  }

  private ResidueToken token(String label, List<String> form, String value, boolean itself) {
    String token = TokenMatch.token(mac, bytes(form));
    return new ResidueToken(
        label,
        form.size(),
        firstStage.of(bytes(first(form))),
        token,
        itself
            ? OptionalLong.of(FilterHash.of(value) ^ FilterHash.mask(mac, token))
            : OptionalLong.empty());
  }

  static List<String> first(List<String> form) {
    return form.subList(0, Math.min(form.size(), ResidueToken.FIRST_WORDS));
  }

  static byte[] bytes(List<String> words) {
    return String.join(" ", words).getBytes(StandardCharsets.UTF_8);
  }
}
