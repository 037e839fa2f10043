package org.recordlake.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.job.JobContext;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.retention.CertificateFolder;
import org.recordlake.retention.CertificatePage;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the certificates of destruction, or gives one away. */
@Command(
    name = "certificate",
    mixinStandardHelpOptions = true,
    description = {
      "List the certificates of destruction of a lake, or print one: what it says in short, the",
      "signed JSON, or the page as PDF. With --public-key, print the keys they are checked with."
    })
final class RetentionCertificateCommand extends LakeCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "Number of a certificate: 17 or C-000017.")
  private String number;

  @ArgGroup private Form form;

  @Option(names = "--public-key", description = "Print the public keys, PEM.")
  private boolean publicKey;

  /** In which form. */
  private static final class Form {
    @Option(names = "--json", description = "Print the signed JSON as it lies in its file.")
    private boolean json;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write the page to this file.")
    private Path pdf;
  }

  RetentionCertificateCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    if (form != null && number == null) {
      throw Failure.usage(
          "no certificate is named", "retention certificate", "Give its number before the option");
    }
    JobContext context = context();
    CertificateFolder folder = new CertificateFolder(context.lake());
    if (publicKey) {
      print(
          folder.publicKeys().orElseThrow(() -> none(folder, CertificateFolder.PUBLIC_KEYS)).pem());
    } else if (number == null) {
      list(folder);
    } else {
      long wanted = wanted();
      give(
          folder.certificate(wanted).orElseThrow(() -> none(folder, Certificate.id(wanted))),
          context);
    }
    return ExitCode.DONE.code();
  }

  private void list(CertificateFolder folder) {
    Map<String, byte[]> files = folder.certificates();
    files.forEach(
        (name, file) -> print(line(SignedCertificate.read(file, name).certificate()) + "\n"));
    if (files.isEmpty()) {
      print("There is no certificate of destruction.\n");
    }
  }

  private static String line(Certificate said) {
    return "%s issued %s: %d disposal(s), %d row(s) and %d media file(s) destroyed, %s"
        .formatted(
            said.id(),
            said.issuedAt(),
            said.disposals().size(),
            said.disposals().stream().mapToLong(each -> each.rows().destroyed()).sum(),
            said.disposals().stream().mapToLong(each -> each.rows().mediaDestroyed()).sum(),
            said.scan().isPresent() ? "scanned" : "not scanned");
  }

  private void give(SignedCertificate signed, JobContext context) {
    if (form != null && form.json) {
      print(new String(signed.file(), StandardCharsets.UTF_8));
    } else if (form != null) {
      Path file = environment.workingFolder().resolve(form.pdf);
      write(file, CertificatePage.pdf(signed, context.settings().zone()));
      print("Certificate " + signed.certificate().id() + ": " + file + "\n");
    } else {
      brief(signed);
    }
  }

  private void brief(SignedCertificate signed) {
    Certificate said = signed.certificate();
    print(line(said) + "\n");
    said.disposals()
        .forEach(
            each ->
                print(
                    "  %s %s (%s, %s): %d row(s), %d kept by a hold, versions %s to %s\n"
                        .formatted(
                            each.table(),
                            each.item().rule(),
                            each.item().citation(),
                            each.item().document(),
                            each.rows().destroyed(),
                            each.holds().rowsKept(),
                            each.versions().before().map(String::valueOf).orElse("?"),
                            each.versions().after().map(String::valueOf).orElse("?"))));
    said.notClaimed().forEach(limit -> print("  It does not say " + limit + ".\n"));
    print("  SHA-256 " + signed.sha256() + ", key " + said.key() + "\n");
  }

  private long wanted() {
    String digits = number.replaceFirst("^C-", "");
    if (!digits.matches("\\d{1,15}")) {
      throw Failure.usage("this is no number of a certificate", number, "Give 17 or C-000017");
    }
    return Long.parseLong(digits);
  }

  private static Failure none(CertificateFolder folder, String what) {
    return Failure.usage(
        "there is no such certificate",
        folder.uri() + ", " + what,
        "List them with 'retention certificate'");
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw Failure.storage(
          "the page cannot be written", file.toString(), "Check the folder and its space", e);
    }
  }

  private void print(String text) {
    environment.results().print(text);
  }
}
