package org.recordlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.CatalogLoader;
import org.recordlake.lake.Lake;
import org.recordlake.problem.ExitCode;
import org.recordlake.protect.PublicKeys;
import org.recordlake.retention.RetentionDelete;
import org.recordlake.retention.RetentionPurge;
import org.recordlake.testing.ProjectFolder;
import org.recordlake.testing.SharedSpark;
import org.recordlake.testing.WrittenRows;

@DisplayName("retention certificate and retention verify")
class CertificateCommandsTest {
  private static final Map<String, String> DUE = ended("C-Canary-1");

  /** The steps that certify, without the marts and reports between them. */
  private static final Jobs.Entry RUN =
      new Jobs.Entry(
          "retention run",
          "",
          Jobs.Kind.WHOLE,
          () -> List.of(new RetentionDelete(), new RetentionPurge()));

  @TempDir static Path folder;
  private static WrittenRows rows;

  @TempDir Path elsewhere;

  @BeforeAll
  static void twoRuns() throws IOException {
    Catalog catalog = CatalogLoader.load(ProjectFolder.conf(), "usps-890-000");
    Lake lake = new Lake(SharedSpark.session(), folder.resolve("lake").toString(), catalog);
    rows = new WrittenRows(lake, catalog);
    rows.add("customers", DUE);
    Cli.Answer first = run("2029-10-02T17:00:00Z");
    assertThat(first.code()).isZero();
    assertThat(first.results()).contains("certificate of destruction C-000001 was issued");
    assertThat(first.messages()).contains("A DEVELOPMENT KEY to sign certificates was made in");
    rows.add("customers", ended("C-Canary-2"));
    Cli.Answer second = run("2029-10-03T17:00:00Z");
    assertThat(second.results()).contains("certificate of destruction C-000002 was issued");
    assertThat(second.messages()).doesNotContain("DEVELOPMENT KEY");
  }

  @BeforeEach
  void takeTheCertificatesElsewhere() throws IOException {
    FileUtils.copyDirectory(
        folder.resolve("lake/certificates").toFile(), elsewhere.resolve("filed").toFile());
    Files.move(
        elsewhere.resolve("filed/recordlake-signing.pub"), elsewhere.resolve("published.pub"));
  }

  @Test
  @DisplayName("list certificates and print one in each form")
  void listed() throws IOException {
    String counts = ": 1 disposal(s), 1 row(s) and 0 media file(s) destroyed, scanned";
    assertThat(certificate().results().lines())
        .containsExactly(
            "C-000001 issued 2029-10-02T17:00:00Z" + counts,
            "C-000002 issued 2029-10-03T17:00:00Z" + counts);
    assertThat(certificate("1").results())
        .contains("records.customers R3 (Retention and Disposal 3, 90 FR 15370): 1 row(s)")
        .contains("It does not say that the storage medium was sanitized")
        .doesNotContain("Canary");
    assertThat(certificate("C-000002", "--json").results())
        .isEqualTo(Files.readString(filed(2), StandardCharsets.UTF_8));
    assertThat(PublicKeys.parse(certificate("--public-key").results()).ids()).hasSize(1);
    Path page = elsewhere.resolve("page.pdf");
    assertThat(certificate("1", "--pdf", page.toString()).code()).isZero();
    assertThat(page).hasSameBinaryContentAs(folder.resolve("lake/certificates/C-000001.pdf"));
    try (PDDocument document = Loader.loadPDF(page.toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("Certificate of destruction", "C-000001", "records.customers")
          .contains("Retention and Disposal 3", "at most Clear", "does not say")
          .doesNotContain("Canary");
    }
  }

  @Test
  @DisplayName("know what is wrong use")
  void wrongUse() {
    assertThat(certificate("9").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(certificate("nine").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(certificate("--json").code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(verify(elsewhere.resolve("none.json")).code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(cli().run("retention", "verify", filed(1).toString()).messages())
        .contains("recordlake-signing.pub: there is no such file");
  }

  @Test
  @DisplayName("verify elsewhere, without a lake, with the public key alone")
  void elsewhere() {
    Cli.Answer answer = verify(filed(2));
    assertThat(answer.code()).isZero();
    assertThat(answer.results())
        .contains("and not changed since", "unbroken chain of 2 certificate(s)", "as it was signed")
        .endsWith("C-000002.json holds\n");
  }

  @Test
  @DisplayName("say what does not hold, and end with 4")
  void broken() throws IOException {
    byte[] changed = Files.readAllBytes(filed(1));
    String text = new String(changed, StandardCharsets.UTF_8);
    Files.writeString(filed(1), text.replace("\"destroyed\":1", "\"destroyed\":2"));
    assertThat(verify(filed(1)))
        .returns(ExitCode.DATA_CHECKS.code(), Cli.Answer::code)
        .extracting(Cli.Answer::results)
        .asString()
        .contains("DOES NOT HOLD", "the signature is not that of key", "does not hold");
    assertThat(verify(filed(2)).results()).contains("C-000002.json: it does not follow C-000001");
    Files.delete(filed(1));
    assertThat(verify(filed(2)).results()).contains("C-000001 is missing");
    assertThat(verify(filed(2), "--chain", folder.resolve("lake/certificates").toString()).code())
        .isZero();
    Files.writeString(elsewhere.resolve("filed/C-000002-files.csv"), "table,file,bytes,sha256\n");
    assertThat(verify(filed(2)).results())
        .contains("the list of destroyed files is not the one that was signed");
  }

  @Test
  @DisplayName("hold a certificate against its lake")
  void againstTheLake() throws IOException {
    String[] lake = {"--lake", folder.resolve("lake").toString()};
    assertThat(verify(filed(1), lake).results())
        .contains("the ledger and the tables of the lake agree with it");

    Files.delete(filed(2));
    assertThat(verify(filed(1), lake))
        .returns(ExitCode.DATA_CHECKS.code(), Cli.Answer::code)
        .extracting(Cli.Answer::results)
        .asString()
        .contains("C-000002.json: the ledger knows a later certificate that is not there");

    rows.add("customers", DUE);
    String gone =
        Files.readString(elsewhere.resolve("filed/C-000001-files.csv"))
            .lines()
            .map(line -> line.split(",", -1)[1])
            .filter(name -> name.startsWith("part-"))
            .findFirst()
            .orElseThrow();
    Files.writeString(folder.resolve("lake/records/customers").resolve(gone), "restored");
    assertThat(verify(filed(1), lake).results())
        .contains("1 row(s) that were past their day on 2029-10-02 and under no hold are there")
        .contains("records.customers: 1 file(s) that were destroyed are there again");
  }

  /** A customer whose relationship ended on 2026-10-01. */
  private static Map<String, String> ended(String customer) {
    return Map.of("customer_id", customer, "relationship_ended_on", "2026-10-01");
  }

  private Cli.Answer verify(Path file, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("retention", "verify", file.toString()));
    arguments.addAll(List.of("--public-key", elsewhere.resolve("published.pub").toString()));
    arguments.addAll(List.of(more));
    if (arguments.contains("--lake")) {
      arguments.addAll(List.of("--set", "keys.location=" + folder.resolve("keys.json")));
    }
    return cli().run(arguments.toArray(String[]::new));
  }

  private static Cli.Answer certificate(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "retention";
    all[1] = "certificate";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return cli().onOwnLake(all);
  }

  private static Cli.Answer run(String instant) throws IOException {
    // The samples' own hold orders, dropped and not taken in, would stop every disposal.
    Path nothingDropped = Files.createDirectories(folder.resolve("landing"));
    return cli()
        .at(instant)
        .onOwnLake("retention", "run", "--set", "landing.folder=" + nothingDropped);
  }

  private static Cli cli() {
    return new Cli(folder, List.of(RUN));
  }

  private Path filed(int number) {
    return elsewhere.resolve("filed/C-00000" + number + ".json");
  }
}
