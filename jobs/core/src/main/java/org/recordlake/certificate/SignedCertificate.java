package org.recordlake.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.recordlake.problem.Failure;
import org.recordlake.protect.PublicKeys;
import org.recordlake.protect.Signer;

/**
 * A certificate as it lies in its file: what it says, and an Ed25519 signature over the canonical
 * form of that. There is one way to write it, so a file that differs in any byte is another one.
 */
public final class SignedCertificate {
  private static final String ALGORITHM = "Ed25519";

  private final byte[] file;
  private final JsonNode said;
  private final Certificate certificate;
  private final byte[] signature;

  private SignedCertificate(byte[] file, JsonNode said, Certificate certificate, byte[] signature) {
    this.file = file;
    this.said = said;
    this.certificate = certificate;
    this.signature = signature;
  }

  /** The file's form. */
  private record Envelope(JsonNode certificate, Seal signature) {}

  /**
   * @param key number of the key
   * @param value 128 hex digits
   */
  private record Seal(String algorithm, String key, String value) {}

  /** Signs; the certificate names the key that does. */
  public static SignedCertificate sign(Certificate certificate, Signer signer) {
    JsonNode said = CanonicalJson.tree(certificate);
    byte[] signature = signer.sign(CanonicalJson.bytes(said));
    return new SignedCertificate(
        written(said, certificate.key(), signature), said, certificate, signature);
  }

  /**
   * Reads one from its file. This tells nothing of its truth yet: see {@link #isSignedBy}.
   *
   * @param place name of the file, for the error
   * @throws Failure (data checks) if it is no certificate, or one that was written otherwise than
   *     certificates are
   */
  public static SignedCertificate read(byte[] file, String place) {
    try {
      JsonNode tree = CanonicalJson.read(file);
      Envelope envelope = CanonicalJson.value(tree, Envelope.class);
      Certificate certificate = CanonicalJson.value(envelope.certificate(), Certificate.class);
      byte[] signature = HexFormat.of().parseHex(envelope.signature().value());
      byte[] written = written(envelope.certificate(), certificate.key(), signature);
      if (certificate.format() != Certificate.FORMAT || !Arrays.equals(file, written)) {
        throw new IllegalArgumentException("another form");
      }
      return new SignedCertificate(file.clone(), envelope.certificate(), certificate, signature);
    } catch (IOException | RuntimeException e) {
      throw Failure.dataChecks(
          "this is no certificate, or not as it was issued",
          place,
          "Take the file as it lies in the lake's folder of certificates");
    }
  }

  private static byte[] written(JsonNode said, String key, byte[] signature) {
    Seal seal = new Seal(ALGORITHM, key, HexFormat.of().formatHex(signature));
    byte[] json =
        CanonicalJson.bytes(
            CanonicalJson.tree(Map.of("certificate", said, "signature", CanonicalJson.tree(seal))));
    byte[] line = Arrays.copyOf(json, json.length + 1);
    line[json.length] = '\n';
    return line;
  }

  public Certificate certificate() {
    return certificate;
  }

  /** Whether it tells of the disposition of that number. */
  public boolean tellsOf(String disposition) {
    return certificate.disposals().stream().anyMatch(each -> each.id().equals(disposition));
  }

  /** The bytes of its file. */
  public byte[] file() {
    return file.clone();
  }

  /** SHA-256 of its file, 64 hex digits: what the next certificate names. */
  public String sha256() {
    return sha256(file);
  }

  /** 128 hex digits. */
  public String signature() {
    return HexFormat.of().formatHex(signature);
  }

  /** Whether the key it names is one of {@code keys}, and signed it as it is. */
  public boolean isSignedBy(PublicKeys keys) {
    return keys.verify(certificate.key(), CanonicalJson.bytes(said), signature);
  }

  /** SHA-256 of some bytes, 64 hex digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }
}
