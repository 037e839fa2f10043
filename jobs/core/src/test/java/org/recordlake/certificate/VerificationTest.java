package org.recordlake.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recordlake.problem.Problem;
import org.recordlake.protect.Signer;

class VerificationTest {
  private static final Signer SIGNER = Signer.temporary();

  private final Map<String, byte[]> folder = new TreeMap<>(Certificates.folder(4, SIGNER));

  @Test
  void anUntouchedChainHolds() {
    assertThat(problems(3)).isEmpty();
    assertThat(verified(3).held())
        .containsExactly(
            "signed by key " + SIGNER.keyId() + ", and not changed since",
            "in an unbroken chain of 4 certificate(s)",
            "not looked at: the list of destroyed files, C-000001-files.csv, is not here");
    assertThat(CertificateChain.of(folder).last().orElseThrow().certificate().number())
        .isEqualTo(4);
    assertThat(CertificateChain.of(Map.of()).last()).isEmpty();
  }

  @Test
  void aMissingCertificateIsAGap() {
    folder.remove("C-000002.json");
    assertThat(problems(4)).containsExactly("before C-000003: C-000002 is missing");
    folder.remove("C-000001.json");
    assertThat(problems(4)).containsExactly("before C-000003: C-000001 to C-000002 are missing");
  }

  @Test
  void aChangedByteOfAnEarlierCertificateIsFound() {
    byte[] changed = folder.get("C-000002.json").clone();
    changed[changed.length / 2] ^= 1;
    folder.put("C-000002.json", changed);
    assertThat(problems(4)).isNotEmpty().anyMatch(text -> text.contains("C-000002"));
  }

  @Test
  void certificatesThatChangedPlacesAreFound() {
    byte[] second = folder.get("C-000002.json");
    folder.put("C-000002.json", folder.get("C-000003.json"));
    folder.put("C-000003.json", second);
    assertThat(problems(4))
        .containsExactly(
            "C-000003.json: this file holds C-000002.json",
            "C-000002.json: this file holds C-000003.json");
  }

  @Test
  void aNumberGivenTwiceIsFound() {
    folder.put("copy.json", folder.get("C-000002.json"));
    assertThat(problems(4))
        .containsExactly("C-000002.json, copy.json: the number 2 is there more than once");
  }

  @Test
  void aCertificateSignedAnewByTheSameKeyBreaksTheLinkOfTheNext() {
    Certificate other =
        Certificates.certificate(
            2, SignedCertificate.read(folder.get("C-000001.json"), "").sha256(), SIGNER);
    Certificate changed =
        new Certificate(
            other.format(),
            other.number(),
            other.previousSha256(),
            other.issuedAt(),
            "another run",
            other.key(),
            other.authority(),
            other.program(),
            other.method(),
            List.of(),
            other.tables(),
            other.fileList(),
            other.subjectTokens(),
            other.check(),
            other.scan(),
            other.notClaimed());
    byte[] replaced = SignedCertificate.sign(changed, SIGNER).file();
    byte[] issued = folder.put("C-000002.json", replaced);
    assertThat(problems(4))
        .containsExactly("C-000003.json: it does not follow C-000002 as that lies here");
    assertThat(what(Verification.of(issued, "mine", SIGNER.publicKeys(), folder, Optional.empty())))
        .contains(
            "folder of certificates, C-000002.json:"
                + " the chain has another certificate under this number");
  }

  @Test
  void aChainOfAStrangersKeyIsRefused() {
    assertThat(
            what(
                Verification.of(
                    folder.get("C-000001.json"),
                    "C-000001.json",
                    Signer.temporary().publicKeys(),
                    folder,
                    Optional.empty())))
        .hasSize(4)
        .allMatch(text -> text.contains("the signature is not that of key " + SIGNER.keyId()));
  }

  @Test
  void aCertificateAloneIsNoChain() {
    assertThat(
            what(
                Verification.of(
                    folder.get("C-000003.json"),
                    "mine",
                    SIGNER.publicKeys(),
                    Map.of(),
                    Optional.empty())))
        .containsExactly(
            "folder of certificates, C-000003.json: the certificate is not in its chain");
  }

  @Test
  void theListOfDestroyedFilesIsTheOneSigned() {
    byte[] list =
        DestroyedFile.list(
            List.of(
                new DestroyedFile("records.b", "y", 2, Optional.empty()),
                new DestroyedFile("records.a", "x", 1, Optional.of("ff"))));
    assertThat(list)
        .asString()
        .isEqualTo("table,file,bytes,sha256\nrecords.a,x,1,ff\nrecords.b,y,2,\n");
    assertThat(DestroyedFile.read(list)).hasSize(2);
    assertThat(DestroyedFile.read(DestroyedFile.list(List.of()))).isEmpty();
    assertThat(
            what(
                Verification.of(
                    folder.get("C-000001.json"),
                    "mine",
                    SIGNER.publicKeys(),
                    folder,
                    Optional.of(list))))
        .containsExactly(
            "C-000001-files.csv: the list of destroyed files is not the one that was signed");
  }

  private Verification verified(int number) {
    String name = Certificate.id(number) + ".json";
    return Verification.of(folder.get(name), name, SIGNER.publicKeys(), folder, Optional.empty());
  }

  private List<String> problems(int number) {
    return what(verified(number));
  }

  private static List<String> what(Verification verification) {
    return verification.problems().stream().map(VerificationTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.place() + ": " + problem.what();
  }
}
