package org.recordlake.retention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recordlake.protect.Protector;
import org.recordlake.scan.decode.Examiner;
import org.recordlake.scan.decode.ScanLimits;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.Salt;
import org.recordlake.scan.token.TokenFile;
import org.recordlake.scan.token.TokenIndex;

/**
 * Which of some tokens a text mentions. Serializable, so that rows are looked at where they lie.
 */
final class Mentions implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<String> lines;
  private final Protector keys;
  private transient TokenIndex index;

  Mentions(ResidueTokens tokens, Protector keys) {
    this.lines = List.copyOf(TokenFile.lines(tokens.withoutSalt()));
    this.keys = keys;
  }

  /** Looks at texts, one after the other; one for each thread. */
  Reader reader() {
    return new Reader(index(), keys);
  }

  /** Gathers what the texts it is given mention. */
  static final class Reader {
    private final Map<String, String> met = new HashMap<>();
    private final Examiner examiner;

    private Reader(TokenIndex index, Protector keys) {
      this.examiner = new Examiner(index, Optional.of(keys), ScanLimits.DEFAULT, this::meet);
    }

    Reader read(String text) {
      if (text != null) {
        examiner.value(text);
      }
      return this;
    }

    /** Since the last time it was asked: each token with its label. */
    Map<String, String> met() {
      Map<String, String> told = Map.copyOf(met);
      met.clear();
      return told;
    }

    private void meet(ResidueToken token) {
      met.put(token.token(), token.label());
    }
  }

  private synchronized TokenIndex index() {
    if (index == null) {
      try (BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines)))) {
        ResidueTokens tokens = TokenFile.read(in, "tokens");
        index = new TokenIndex(tokens, Salt.of(tokens.saltId(), keys));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return index;
  }
}
