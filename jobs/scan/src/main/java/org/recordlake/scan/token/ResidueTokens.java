package org.recordlake.scan.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a scan looks for.
 *
 * @param saltId names the salt of the tokens
 * @param salt the salt itself, where it goes with them; otherwise the installation's keys tell it
 * @param tokens sorted, each once
 * @param notSearchable by label, how many values are too short or too common to be told from those
 *     of others, or said by what may stay: the scan says nothing of them
 */
public record ResidueTokens(
    String saltId,
    Optional<Salt> salt,
    List<ResidueToken> tokens,
    SortedMap<String, Long> notSearchable) {

  public ResidueTokens {
    tokens = tokens.stream().distinct().sorted(ResidueToken.ORDER).toList();
    notSearchable = Collections.unmodifiableSortedMap(new TreeMap<>(notSearchable));
  }

  /** These and {@code others} of the same salt. */
  public ResidueTokens and(ResidueTokens others) {
    if (!saltId.equals(others.saltId)) {
      throw new IllegalArgumentException("tokens of different salts");
    }
    SortedMap<String, Long> all = new TreeMap<>(notSearchable);
    others.notSearchable.forEach((label, count) -> all.merge(label, count, Long::sum));
    return new ResidueTokens(
        saltId, salt, Stream.concat(tokens.stream(), others.tokens.stream()).toList(), all);
  }

  /**
   * Without those that something says which may stay: they would be found for ever.
   *
   * @param said {@link ResidueToken#token} of each
   */
  public ResidueTokens without(Set<String> said) {
    SortedMap<String, Long> all = new TreeMap<>(notSearchable);
    List<ResidueToken> left = new ArrayList<>();
    for (ResidueToken token : tokens) {
      if (!said.contains(token.token())) {
        left.add(token);
      } else if (token.filter().isPresent()) {
        all.merge(token.label(), 1L, Long::sum);
      }
    }
    return new ResidueTokens(saltId, salt, left, all);
  }

  /** The same, to be written without its salt. */
  public ResidueTokens withoutSalt() {
    return new ResidueTokens(saltId, Optional.empty(), tokens, notSearchable);
  }
}
