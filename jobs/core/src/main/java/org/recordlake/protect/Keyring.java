package org.recordlake.protect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * The two Tink keysets of an installation: one seals values (AES-256-GCM), one makes tokens and
 * pseudonyms (HMAC-SHA-256 as a pseudo-random function). Written as one JSON object so that a
 * single secret has to be looked after.
 */
final class Keyring {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final KeysetHandle sealing;
  private final KeysetHandle tokens;

  private Keyring(KeysetHandle sealing, KeysetHandle tokens) {
    this.sealing = sealing;
    this.tokens = tokens;
  }

  static Keyring generate() {
    try {
      HmacPrfParameters hmac =
          HmacPrfParameters.builder()
              .setKeySizeBytes(32)
              .setHashType(HmacPrfParameters.HashType.SHA256)
              .build();
      return new Keyring(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM),
          KeysetHandle.generateNew(hmac));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make keys", e);
    }
  }

  /**
   * @throws IllegalArgumentException if {@code json} is no keyring; the message holds nothing of it
   */
  static Keyring parse(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      return new Keyring(handle(root.path("sealing")), handle(root.path("tokens")));
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalArgumentException("not a keyring");
    }
  }

  /** The keyring in clear. Keep it like the records themselves. */
  String toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(Map.of("sealing", tree(sealing), "tokens", tree(tokens)));
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException("Cannot write keys", e);
    }
  }

  KeysetHandle sealing() {
    return sealing;
  }

  KeysetHandle tokens() {
    return tokens;
  }

  private static KeysetHandle handle(JsonNode json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(json.toString(), InsecureSecretKeyAccess.get());
  }

  private static JsonNode tree(KeysetHandle handle)
      throws GeneralSecurityException, JsonProcessingException {
    return JSON.readTree(
        TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
  }
}
