package org.recordlake.protect;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Turns values that must not be readable into tokens, pseudonyms and sealed text. Serializable, so
 * that executors protect rows before the first write. Every method maps null to null.
 */
public final class Protector implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bytes that tell a sealed file from others. */
  public static final int SEALED_HEAD = SealedFile.MARK_LENGTH;

  private static final int TOKEN_BYTES = 16;
  private static final int PSEUDONYM_BYTES = 10;
  private static final byte[] NO_CONTEXT = {};

  private final String keyring;
  private transient Aead aead;
  private transient PrfSet prf;

  Protector(String keyring) {
    this.keyring = keyring;
  }

  /**
   * Keyed token of a number: equal numbers have equal tokens, and nothing else can be told from it.
   * 32 hex digits.
   */
  public String token(String number) {
    return number == null ? null : keyed("token", number, TOKEN_BYTES);
  }

  /** Keyed pseudonym of an identifier for the marts: {@code k} and 20 hex digits. */
  public String pseudonym(String identifier) {
    return identifier == null ? null : "k" + keyed("pseudonym", identifier, PSEUDONYM_BYTES);
  }

  /**
   * Name under {@code media/} for a file, random to everyone without the key and the same each
   * time.
   */
  public String mediaName(String source) {
    return source == null ? null : keyed("media", source, TOKEN_BYTES);
  }

  /** {@code text} encrypted and authenticated (AES-256-GCM), Base64. */
  public String seal(String text) {
    if (text == null) {
      return null;
    }
    try {
      return Base64.getEncoder()
          .encodeToString(aead().encrypt(text.getBytes(StandardCharsets.UTF_8), NO_CONTEXT));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal a value");
    }
  }

  /**
   * The text behind {@link #seal}.
   *
   * @throws IllegalArgumentException if it was not sealed with these keys
   */
  public String unseal(String sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      return new String(
          aead().decrypt(Base64.getDecoder().decode(sealed), NO_CONTEXT), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not sealed with these keys");
    }
  }

  /**
   * Seals a whole file while it is written.
   *
   * @param identity what the bytes are of; they can be read back under the same alone
   * @return closing it closes {@code out}
   */
  public OutputStream sealing(OutputStream out, String identity) throws IOException {
    try {
      return SealedFile.writing(out, aead(), identity.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal a file");
    }
  }

  /**
   * The bytes behind {@link #sealing}, to be read from any place.
   *
   * @param in the sealed file
   * @return closing it closes {@code in}
   * @throws IllegalArgumentException if it was not sealed with these keys for this identity
   */
  public SeekableByteChannel unsealed(SeekableByteChannel in, String identity) throws IOException {
    try {
      return SealedFile.reading(in, aead(), identity.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not sealed with these keys");
    }
  }

  /**
   * Whether a file is a sealed one, as far as its begin tells.
   *
   * @param head its first {@link #SEALED_HEAD} bytes, fewer if it is shorter
   */
  public static boolean isSealed(byte[] head) {
    return SealedFile.isMark(head);
  }

  private String keyed(String purpose, String value, int bytes) {
    try {
      byte[] input = (purpose + '\0' + value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(prf().computePrimary(input, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a token");
    }
  }

  private synchronized Aead aead() throws GeneralSecurityException {
    if (aead == null) {
      aead = Keyring.parse(keyring).sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
    return aead;
  }

  private synchronized PrfSet prf() throws GeneralSecurityException {
    if (prf == null) {
      prf = Keyring.parse(keyring).tokens().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }
    return prf;
  }
}
