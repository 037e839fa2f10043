package org.recordlake.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.protect.PublicKeys;
import org.recordlake.protect.Signer;

class SignedCertificateTest {
  private static final Signer SIGNER = Signer.temporary();
  private static final SignedCertificate SIGNED =
      SignedCertificate.sign(Certificates.certificate(1, Certificate.NONE_BEFORE, SIGNER), SIGNER);

  @Test
  void isWrittenInOneFormWithSortedKeysAndReadBackTheSame() {
    String text = new String(SIGNED.file(), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("{\"certificate\":{\"authority\":{\"agency\":\"Post\",\"document\":")
        .contains("\"system_manager\":\"Präsident\"")
        .contains("\"not_searchable\":{\"a\":2,\"b\":1}")
        .contains("\"period\":\"P3Y\"")
        .contains("\"cutoff\":\"2023-11-21\"")
        .contains("\"checked_at\":\"2026-11-22T12:00:00Z\"")
        .doesNotContain("\"note\"")
        .endsWith("\"}}\n");
    SignedCertificate read = SignedCertificate.read(SIGNED.file(), "C-000001.json");
    assertThat(read.certificate()).isEqualTo(SIGNED.certificate());
    assertThat(read.sha256()).isEqualTo(SIGNED.sha256());
    assertThat(read.isSignedBy(PublicKeys.parse(SIGNER.publicKeys().pem()))).isTrue();
  }

  @Test
  void everyChangedByteIsFound() {
    byte[] file = SIGNED.file();
    PublicKeys keys = SIGNER.publicKeys();
    for (int i = 0; i < file.length; i++) {
      byte[] changed = file.clone();
      changed[i] ^= 1;
      assertThat(stands(changed, keys)).as("byte %d changed", i).isFalse();
    }
  }

  @Test
  void whatSaysTheSameInOtherBytesIsRefused() {
    String text = new String(SIGNED.file(), StandardCharsets.UTF_8);
    for (String other :
        new String[] {
          text.replaceFirst(",", ", "),
          text + "\n",
          text.strip(),
          text.replaceFirst("\"number\":1", "\"number\":1,\"number\":1"),
          text.replace(SIGNED.signature(), SIGNED.signature().toUpperCase(Locale.ROOT)),
          text.replace("ä", "\\u00e4"),
          text.replaceFirst("\\{\"certificate\"", "{\"another\":1,\"certificate\"")
        }) {
      assertThat(other).isNotEqualTo(text);
      assertThatThrownBy(
              () -> SignedCertificate.read(other.getBytes(StandardCharsets.UTF_8), "C-000001.json"))
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.DATA_CHECKS))
          .hasMessageContaining("C-000001.json: this is no certificate, or not as it was issued");
    }
    String fraction = text.replaceFirst("\"number\":1", "\"number\":1.0");
    assertThat(stands(fraction.getBytes(StandardCharsets.UTF_8), SIGNER.publicKeys())).isFalse();
  }

  @Test
  void aCertificateThatAnotherKeySignedIsRefusedUnderWhicheverKeyItNames() {
    Signer stranger = Signer.temporary();
    SignedCertificate named =
        SignedCertificate.sign(
            Certificates.certificate(1, Certificate.NONE_BEFORE, SIGNER), stranger);
    SignedCertificate own =
        SignedCertificate.sign(
            Certificates.certificate(1, Certificate.NONE_BEFORE, stranger), stranger);
    assertThat(named.isSignedBy(SIGNER.publicKeys())).isFalse();
    assertThat(named.isSignedBy(stranger.publicKeys())).isFalse();
    assertThat(own.isSignedBy(SIGNER.publicKeys())).isFalse();
    assertThat(own.isSignedBy(stranger.publicKeys())).isTrue();
  }

  @Test
  void aKeyAmongSeveralIsFoundByItsNumber() {
    String both = Signer.temporary().publicKeys().pem() + SIGNER.publicKeys().pem();
    assertThat(PublicKeys.parse(both).ids()).hasSize(2).contains(SIGNER.keyId());
    assertThat(SIGNED.isSignedBy(PublicKeys.parse(both))).isTrue();
  }

  @Test
  void publicKeysAreThoseOtherToolsRead() {
    // RFC 8032, 7.1, test 2.
    String pem =
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=
        -----END PUBLIC KEY-----
        """;
    byte[] signature =
        HexFormat.of()
            .parseHex(
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    PublicKeys keys = PublicKeys.parse(pem);
    String id = keys.ids().iterator().next();
    assertThat(keys.pem()).isEqualTo(pem);
    assertThat(keys.verify(id, new byte[] {0x72}, signature)).isTrue();
    assertThat(keys.verify(id, new byte[] {0x73}, signature)).isFalse();
    assertThat(keys.verify(id, new byte[] {0x72}, new byte[3])).isFalse();
    assertThatThrownBy(() -> PublicKeys.parse("no key"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PublicKeys.parse(pem.replace("MCowBQ", "MCowBR")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean stands(byte[] file, PublicKeys keys) {
    try {
      return SignedCertificate.read(file, "changed").isSignedBy(keys);
    } catch (Failure refused) {
      return false;
    }
  }
}
