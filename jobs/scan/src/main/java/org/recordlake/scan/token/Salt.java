package org.recordlake.scan.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.recordlake.protect.Protector;

/** What is mixed into tokens, so that nobody without it can try values against them. */
public final class Salt {
  static final int TOKEN_BYTES = 16;
  private static final int LEAST_BYTES = 16;
  private static final String HMAC = "HmacSHA256";

  private final String id;
  private final byte[] secret;

  private Salt(String id, byte[] secret) {
    if (secret.length < LEAST_BYTES) {
      throw new IllegalArgumentException("a salt has at least " + LEAST_BYTES + " bytes");
    }
    this.id = id;
    this.secret = secret.clone();
  }

  /**
   * @param id names the salt wherever it is not told itself
   * @param secret at least 16 random bytes
   */
  public static Salt of(String id, byte[] secret) {
    return new Salt(id, secret);
  }

  /** The salt of that name that belongs to an installation's keys, the same each time. */
  public static Salt of(String id, Protector keys) {
    return new Salt(id, HexFormat.of().parseHex(keys.token("salt of a scan " + id)));
  }

  public String id() {
    return id;
  }

  /** In hexadecimal, for a token file that goes to somebody without the keys. */
  String hex() {
    return HexFormat.of().formatHex(secret);
  }

  static Salt parse(String id, String hex) {
    return new Salt(id, HexFormat.of().parseHex(hex));
  }

  /** HMAC-SHA-256 under this salt; one for each thread. */
  Mac mac() {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make tokens", e);
    }
  }

  /** The first stage's key: another purpose, another key. */
  SipHash firstStage() {
    return SipHash.keyed(mac().doFinal("first stage".getBytes(StandardCharsets.UTF_8)));
  }
}
