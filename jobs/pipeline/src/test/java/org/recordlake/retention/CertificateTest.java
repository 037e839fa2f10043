package org.recordlake.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.certificate.Verification;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobResult;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Problem;
import org.recordlake.protect.PublicKeys;
import org.recordlake.testing.Bytes;

/** From a run to a certificate that a stranger checks. */
class CertificateTest {
  private static final String TODAY = "2026-11-22";
  private static final String TOMORROW = "2026-11-23";

  @TempDir Path folder;

  private SmallLake lake;

  @BeforeEach
  void twoCustomersDueOnTwoDays() {
    lake = new SmallLake(folder);
    lake.store(
        "customers",
        Map.of("customer_id", "due", "relationship_ended_on", "2023-11-21"),
        Map.of("customer_id", "later", "relationship_ended_on", "2023-11-22"),
        Map.of("customer_id", "kept"));
  }

  @Test
  void aRunIsCertifiedAndAStrangerChecksItInAnotherFolderWithThePublicKeyAlone(
      @TempDir Path elsewhere) throws IOException {
    Path table = folder.resolve("lake/records/customers");
    Set<String> before = files(table);
    Files.writeString(table.resolve("Canarydue.csv"), "Canarydue");
    List<Long> versions = List.of(lake.lake().version("customers"));
    JobResult result = disposal(TODAY);

    assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(result.output()).contains("certificate of destruction C-000001 was issued");
    assertThat(lake.dispositions())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("state")).isEqualTo("certified");
              assertThat(row.<String>getAs("certificate_id")).isEqualTo("C-000001");
              assertThat(row.<Object>getAs("certified_at")).isNotNull();
            });
    FileUtils.copyDirectory(certificates().toFile(), elsewhere.toFile());
    Verification verification = verified(elsewhere, 1);
    assertThat(verification.problems()).isEmpty();
    assertThat(verification.held()).hasSize(3).last().asString().startsWith("the list of ");

    Certificate said = read(elsewhere, 1).certificate();
    assertThat(said.previousSha256()).isEqualTo(Certificate.NONE_BEFORE);
    assertThat(said.program().delta()).matches("4\\..*");
    assertThat(said.subjectTokens())
        .singleElement()
        .returns(1L, Certificate.Tokens::count)
        .returns("customers", Certificate.Tokens::table);
    assertThat(said.disposals())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.table()).isEqualTo("records.customers");
              assertThat(each.item().citation()).isEqualTo("Retention and Disposal 3");
              assertThat(each.item().document()).isEqualTo("90 FR 15370");
              assertThat(each.due().cutoff()).isEqualTo(LocalDate.of(2023, 11, 21));
              assertThat(each.due().lastDay()).isEqualTo(LocalDate.of(2026, 11, 21));
              assertThat(each.rows()).isEqualTo(new Certificate.Rows(1, 1, 0));
              assertThat(each.holds().checkedAt()).isPresent();
              assertThat(each.versions().before().stream().toList()).isEqualTo(versions);
            });
    assertThat(Bytes.filesContaining(elsewhere, SmallLake.NAME_PREFIX)).isEmpty();
    before.removeAll(files(table));
    list(elsewhere, said, table, before);
    chain(elsewhere);
  }

  /** The files of the purge are listed with size and hash. */
  private static void list(Path elsewhere, Certificate said, Path table, Set<String> gone)
      throws IOException {
    List<DestroyedFile> listed =
        DestroyedFile.read(Files.readAllBytes(elsewhere.resolve(said.fileList().file())));
    assertThat(listed).extracting(DestroyedFile::name).containsAll(gone);
    assertThat(listed)
        .allSatisfy(file -> assertThat(file.sha256()).isPresent())
        .allSatisfy(file -> assertThat(table.resolve(file.name())).doesNotExist());
    assertThat(said.tables())
        .singleElement()
        .returns((long) listed.size(), Certificate.Table::files)
        .returns((long) listed.size(), Certificate.Table::hashed)
        .returns(listed.stream().mapToLong(DestroyedFile::bytes).sum(), Certificate.Table::bytes);
    assertThat(files(elsewhere))
        .containsExactlyInAnyOrder(
            "C-000001.json", "C-000001.pdf", "C-000001-files.csv", "recordlake-signing.pub");
  }

  /** Each run has one certificate that names the one before. */
  private void chain(Path elsewhere) throws IOException {
    assertThat(disposal(TODAY).output()).noneMatch(line -> line.contains("was issued"));
    disposal(TOMORROW);
    assertThat(read(certificates(), 2).certificate().previousSha256())
        .isEqualTo(read(elsewhere, 1).sha256());
    assertThat(verified(certificates(), 2).problems()).isEmpty();
    agreement();
    Files.delete(certificates().resolve("C-000001.json"));
    assertThat(verified(certificates(), 2).problems())
        .extracting(Problem::what)
        .contains("C-000001 is missing");
  }

  /** A lake agrees until what was destroyed is there again. */
  private void agreement() throws IOException {
    assertThat(contradictions(Optional.empty())).isEmpty();
    assertThat(contradictions(Optional.of((run, said) -> List.of(new Problem("met", "x", "y")))))
        .containsExactly("met");

    lake.store("customers", Map.of("customer_id", "due", "relationship_ended_on", "2023-11-21"));
    assertThat(contradictions(Optional.empty()))
        .containsExactly(
            "1 row(s) that were past their day on 2026-11-22 and under no hold are there");

    FileUtils.deleteDirectory(folder.resolve("lake/records/customers").toFile());
    lake.store("customers", Map.of("customer_id", "kept"));
    assertThat(contradictions(Optional.empty()))
        .singleElement()
        .asString()
        .contains("and was cleared with version", "an older state was brought back");

    FileUtils.deleteDirectory(folder.resolve("lake/governance/dispositions").toFile());
    assertThat(contradictions(Optional.empty()))
        .containsExactly("the ledger does not know this disposal as certified by it");
  }

  @Test
  void aRunKilledBetweenVerifiedAndCertifiedIsCertifiedByTheNextUnlessItsScanFoundSomething()
      throws IOException {
    List<Disposition> verified = verifiedAndNoMore();
    assertThat(states()).containsExactly("verified");
    CertificateIssuer issuer = new CertificateIssuer(lake.on(TODAY));
    CertificateIssuer.Outcome refused =
        issuer.issue(verified, Optional.of(scan(List.of("lake/x.gz: cannot be read"))));
    assertThat(refused.certificates()).isEmpty();
    assertThat(refused.problems())
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .startsWith("no certificate: the scan found or could not read something in 1 place(s)");
    assertThat(states()).containsExactly("verified");
    assertThat(certificates().resolve("C-000001.json")).doesNotExist();

    issuer.keep(scan(List.of()));
    assertThat(lake.run(TODAY, new RetentionPurge()).output())
        .contains("certificate of destruction C-000001 was issued");
    assertThat(states()).containsExactly("certified");
    SignedCertificate issued = read(certificates(), 1);
    assertThat(issued.certificate().scan()).contains(scan(List.of()));
    assertThat(issued.certificate().fileList().lines()).isPositive();

    // Killed after the certificate was written, before the ledger knew.
    new DispositionLedger(lake.on(TODAY)).update(verified);
    lake.run(TODAY, new RetentionPurge());
    assertThat(states()).containsExactly("certified");
    assertThat(read(certificates(), 1).sha256()).isEqualTo(issued.sha256());
    assertThat(certificates().resolve("C-000002.json")).doesNotExist();

    // The same, and the run that takes over destroys something itself.
    new DispositionLedger(lake.on(TODAY)).update(verified);
    disposal(TOMORROW);
    assertThat(states()).containsExactly("certified", "certified");
    assertThat(verified(certificates(), 2).problems()).isEmpty();
    assertThat(read(certificates(), 2).certificate().disposals()).hasSize(1);
    assertThat(read(certificates(), 2).certificate().scan())
        .hasValueSatisfying(
            scan -> {
              assertThat(scan.exceptions()).isEmpty();
              assertThat(scan.tokens()).isPositive();
              assertThat(scan.roots()).contains("lake");
            });

    noNumberIsGivenTwice();
  }

  private void noNumberIsGivenTwice() throws IOException {
    Files.delete(certificates().resolve("C-000002.json"));
    CertificateIssuer.Outcome lost =
        new CertificateIssuer(lake.on(TOMORROW))
            .issue(new DispositionLedger(lake.on(TOMORROW)).under("C-000002"), Optional.empty());
    assertThat(lost.certificates()).isEmpty();
    assertThat(lost.problems())
        .extracting(Problem::what)
        .containsExactly("no certificate: the one before it, C-000002, is gone");
    assertThat(certificates().resolve("C-000002.json")).doesNotExist();
  }

  private List<String> contradictions(Optional<LakeAgreement.TraceScan> scan) throws IOException {
    return new LakeAgreement(lake.on(TOMORROW), scan)
            .problems(
                read(certificates(), 1).certificate(),
                List.of(),
                Set.of("C-000001.json", "C-000002.json"))
            .stream()
            .map(Problem::what)
            .toList();
  }

  private JobResult disposal(String day) {
    lake.run(day, new RetentionDelete());
    return lake.run(day, new RetentionPurge());
  }

  /** All a run does before it certifies. */
  private List<Disposition> verifiedAndNoMore() {
    lake.run(TODAY, new RetentionDelete());
    JobContext context = lake.on(TODAY);
    DispositionLedger ledger = new DispositionLedger(context);
    DoomedFiles doomed = new DoomedFiles(context);
    List<Disposition> verified =
        ledger.open().stream()
            .map(
                each ->
                    each.purged(
                            context.lake().purge(each.table(), doomed.of(each.table())),
                            context.clock().instant())
                        .verified(context.clock().instant()))
            .toList();
    ledger.update(verified);
    return verified;
  }

  private static Certificate.Scan scan(List<String> exceptions) {
    return new Certificate.Scan(
        "scan", 1, Map.of(), List.of("lake"), 10, 100, exceptions, List.of());
  }

  private List<String> states() {
    return lake.dispositions().stream().map(row -> row.<String>getAs("state")).toList();
  }

  private Path certificates() {
    return folder.resolve("lake/certificates");
  }

  private static SignedCertificate read(Path folder, long number) throws IOException {
    String name = Certificate.id(number) + ".json";
    return SignedCertificate.read(Files.readAllBytes(folder.resolve(name)), name);
  }

  private static Verification verified(Path folder, long number) throws IOException {
    SignedCertificate signed = read(folder, number);
    Map<String, byte[]> chain = new TreeMap<>();
    for (String name : files(folder)) {
      if (name.endsWith(".json")) {
        chain.put(name, Files.readAllBytes(folder.resolve(name)));
      }
    }
    String list = signed.certificate().fileList().file();
    return Verification.of(
        signed.file(),
        "the certificate",
        PublicKeys.parse(
            Files.readString(
                folder.resolve(CertificateFolder.PUBLIC_KEYS), StandardCharsets.UTF_8)),
        chain,
        Optional.of(Files.readAllBytes(folder.resolve(list))));
  }

  /** Names of the files in a folder, not below it. */
  private static Set<String> files(Path folder) throws IOException {
    try (var found = Files.list(folder)) {
      return found
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toSet());
    }
  }
}
