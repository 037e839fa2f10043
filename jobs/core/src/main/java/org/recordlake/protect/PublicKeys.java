package org.recordlake.protect;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ed25519 keys that tell whether something was signed, as PEM: the form every other tool reads.
 * Several where keys were changed in the course of time.
 */
public final class PublicKeys {
  private static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410). */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]*)-----END PUBLIC KEY-----");

  private final Map<String, byte[]> keys;

  private PublicKeys(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * @param raw 32 bytes of each key
   */
  static PublicKeys of(Iterable<byte[]> raw) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (byte[] key : raw) {
      byte[] encoded = new byte[HEADER.length + key.length];
      System.arraycopy(HEADER, 0, encoded, 0, HEADER.length);
      System.arraycopy(key, 0, encoded, HEADER.length, key.length);
      keys.put(id(encoded), encoded);
    }
    return new PublicKeys(keys);
  }

  /**
   * @throws IllegalArgumentException if {@code pem} holds no key, or one of another kind
   */
  public static PublicKeys parse(String pem) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    Matcher found = PEM.matcher(pem);
    while (found.find()) {
      byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
      key(encoded);
      keys.put(id(encoded), encoded);
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no public key");
    }
    return new PublicKeys(keys);
  }

  /** These keys and {@code others}. */
  public PublicKeys and(PublicKeys others) {
    Map<String, byte[]> all = new LinkedHashMap<>(keys);
    all.putAll(others.keys);
    return new PublicKeys(all);
  }

  /** All keys, each as a block of PEM. */
  public String pem() {
    StringBuilder pem = new StringBuilder();
    keys.values()
        .forEach(
            key ->
                pem.append("-----BEGIN PUBLIC KEY-----\n")
                    .append(Base64.getEncoder().encodeToString(key))
                    .append("\n-----END PUBLIC KEY-----\n"));
    return pem.toString();
  }

  /** Their numbers, see {@link Signer#keyId}. */
  public Set<String> ids() {
    return Set.copyOf(keys.keySet());
  }

  /** Whether {@code signature} is that of the key {@code keyId} under {@code message}. */
  public boolean verify(String keyId, byte[] message, byte[] signature) {
    if (!keys.containsKey(keyId)) {
      return false;
    }
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key(keys.get(keyId)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException notEvenASignature) {
      return false;
    }
  }

  /** Sixteen hex digits of the SHA-256 of the key as it stands in PEM. */
  private static String id(byte[] encoded) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded), 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }

  private static PublicKey key(byte[] encoded) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 key");
    }
  }
}
