package org.recordlake.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.certificate.Verification;
import org.recordlake.problem.ExitCode;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.protect.PublicKeys;
import org.recordlake.retention.CertificateFolder;
import org.recordlake.retention.LakeAgreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a certificate: on any machine, and against its lake where that is given. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Check a certificate of destruction: its signature, the chain of certificates in its folder",
      "and the list of destroyed files. This needs no lake and no network. With --lake it is held",
      "against the ledger and the tables besides. Ends with 4 if something does not hold."
    })
final class RetentionVerifyCommand extends LakeCommand {
  @Parameters(paramLabel = "CERTIFICATE", description = "The certificate's JSON file.")
  private Path certificate;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description = {
        "Public keys of the issuer, PEM, from where you trust them. Default: those beside the",
        "certificate, which show that it is whole, but not who issued it."
      })
  private Path publicKey;

  @Option(
      names = "--chain",
      paramLabel = "FOLDER",
      description = "Folder with all certificates of the lake. Default: the certificate's own.")
  private Path chain;

  RetentionVerifyCommand(CliEnvironment environment) {
    super(environment);
  }

  @Override
  public Integer call() {
    Path file = environment.workingFolder().resolve(certificate);
    Path own = file.toAbsolutePath().getParent();
    Path folder = chain == null ? own : environment.workingFolder().resolve(chain);
    byte[] bytes = read(file);
    PublicKeys keys = keys(own);
    Map<String, byte[]> certificates = certificates(folder);
    Optional<byte[]> list = list(bytes, folder);
    Verification verification =
        Verification.of(bytes, certificate.toString(), keys, certificates, list);
    List<String> held = new ArrayList<>(verification.held());
    List<Problem> problems = new ArrayList<>(verification.problems());
    if (publicKey == null) {
      held.add("not looked at: whose key it is, since the key lay beside the certificate");
    }
    if (common.lakeGiven() && signed(bytes).isPresent()) {
      List<Problem> contradicted = againstLake(signed(bytes).get(), list, certificates);
      problems.addAll(contradicted);
      held.add("not looked at: files of the lake that are not of the tables it tells of");
      if (contradicted.isEmpty()) {
        held.add("the ledger and the tables of the lake agree with it");
      }
    }
    held.forEach(line -> environment.results().println("  " + line));
    problems.forEach(
        problem -> environment.results().println("  DOES NOT HOLD: " + problem.toString()));
    environment.results().println(certificate + (problems.isEmpty() ? " holds" : " does not hold"));
    return (problems.isEmpty() ? ExitCode.DONE : ExitCode.DATA_CHECKS).code();
  }

  private List<Problem> againstLake(
      Certificate said, Optional<byte[]> list, Map<String, byte[]> certificates) {
    List<DestroyedFile> files =
        list.filter(file -> SignedCertificate.sha256(file).equals(said.fileList().sha256()))
            .map(DestroyedFile::read)
            .orElse(List.of());
    return new LakeAgreement(context(), Optional.empty())
        .problems(said, files, certificates.keySet());
  }

  private Optional<Certificate> signed(byte[] bytes) {
    try {
      return Optional.of(SignedCertificate.read(bytes, certificate.toString()).certificate());
    } catch (Failure toldAlready) {
      return Optional.empty();
    }
  }

  private PublicKeys keys(Path folder) {
    Path file =
        publicKey == null
            ? folder.resolve(CertificateFolder.PUBLIC_KEYS)
            : environment.workingFolder().resolve(publicKey);
    try {
      return PublicKeys.parse(new String(read(file), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw Failure.usage(
          "this file holds no Ed25519 public key in PEM",
          file.toString(),
          "Name with --public-key the file " + CertificateFolder.PUBLIC_KEYS);
    }
  }

  private static Map<String, byte[]> certificates(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(folder)) {
      found
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .forEach(file -> files.put(file.getFileName().toString(), read(file)));
      return files;
    } catch (IOException e) {
      throw Failure.usage(
          "the folder of certificates cannot be read",
          folder.toString(),
          "Name with --chain the folder with all certificates of the lake");
    }
  }

  private Optional<byte[]> list(byte[] bytes, Path folder) {
    return signed(bytes)
        .map(said -> folder.resolve(said.id() + "-files.csv"))
        .filter(Files::exists)
        .map(RetentionVerifyCommand::read);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Failure.usage("there is no such file", file.toString(), "Check its name and folder");
    } catch (IOException e) {
      throw Failure.usage("the file cannot be read", file.toString(), "Check its permissions");
    }
  }
}
