package org.recordlake.protect;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.signature.Ed25519PublicKey;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs with the installation's own key: Ed25519, a Tink keyset apart from the keys that seal.
 * Signatures are plain (RFC 8032), so that others need no Tink to check them.
 */
public final class Signer {
  static {
    try {
      SignatureConfig.register();
    } catch (GeneralSecurityException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final KeysetHandle keyset;

  private Signer(KeysetHandle keyset) {
    this.keyset = keyset;
  }

  /** Signs with a fresh key that is kept nowhere. */
  public static Signer temporary() {
    try {
      return new Signer(
          KeysetHandle.generateNew(PredefinedSignatureParameters.ED25519WithRawOutput));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot make a key", e);
    }
  }

  /**
   * @throws IllegalArgumentException if {@code json} is no such keyset; the message holds nothing
   *     of it
   */
  static Signer parse(String json) {
    try {
      Signer signer =
          new Signer(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
      signer.publicKeys();
      return signer;
    } catch (GeneralSecurityException | ClassCastException e) {
      throw new IllegalArgumentException("not a keyset to sign with");
    }
  }

  /** The keyset in clear. Whoever has it can sign in the installation's name. */
  String toJson() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot write keys", e);
    }
  }

  /** 64 bytes. */
  public byte[] sign(byte[] message) {
    try {
      return keyset.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class).sign(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign", e);
    }
  }

  /** Number of the key that signs: 16 hex digits that follow from the key. */
  public String keyId() {
    try {
      Key primary = keyset.getPublicKeysetHandle().getPrimary().getKey();
      return PublicKeys.of(List.of(raw(primary))).ids().iterator().next();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot read keys", e);
    }
  }

  /** What tells its signatures, those of earlier keys included. */
  public PublicKeys publicKeys() {
    try {
      KeysetHandle handle = keyset.getPublicKeysetHandle();
      List<byte[]> raw = new ArrayList<>();
      for (int i = 0; i < handle.size(); i++) {
        raw.add(raw(handle.getAt(i).getKey()));
      }
      return PublicKeys.of(raw);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a keyset to sign with");
    }
  }

  /** The public part, to be handed out. */
  @AccessesPartialKey
  private static byte[] raw(Key key) {
    return ((Ed25519PublicKey) key).getPublicKeyBytes().toByteArray();
  }
}
