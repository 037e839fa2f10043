package org.recordlake.scan.token;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scan looks for.
 *
 * @param saltId names the salt of the tokens
 * @param salt the salt itself, where it goes with them; otherwise the installation's keys tell it
 * @param tokens sorted, each once
 * @param notSearchable by label, how many values are too short or too common to be told from those
 *     of others: the scan says nothing of them
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

  /** The same, to be written without its salt. */
  public ResidueTokens withoutSalt() {
    return new ResidueTokens(saltId, Optional.empty(), tokens, notSearchable);
  }
}
