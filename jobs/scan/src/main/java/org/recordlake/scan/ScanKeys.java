package org.recordlake.scan;

import java.util.Optional;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.Salt;

/**
 * What a scan can open.
 *
 * @param unsealing the installation's keys; without them sealed files and values cannot be read
 */
public record ScanKeys(Optional<Protector> unsealing) {

  public static ScanKeys of(Protector keys) {
    return new ScanKeys(Optional.of(keys));
  }

  /** Nothing: what is sealed is told as unread, and the tokens must bring their salt. */
  public static ScanKeys none() {
    return new ScanKeys(Optional.empty());
  }

  /** The salt of the tokens: their own, or the one that the keys make of its name. */
  Salt salt(ResidueTokens tokens) {
    return tokens
        .salt()
        .or(() -> unsealing.map(keys -> Salt.of(tokens.saltId(), keys)))
        .orElseThrow(
            () ->
                Failure.configuration(
                    "the salt of the tokens is not known here",
                    "salt " + tokens.saltId(),
                    "Give the installation's keys, or a token file that brings its salt"));
  }
}
