package org.recordlake.retention;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.config.Settings;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;
import org.recordlake.protect.Keys;
import org.recordlake.protect.Signer;

/**
 * Issues certificates of destruction. A certificate is written before the ledger names it, so a run
 * killed in between leaves one that tells of dispositions still {@code verified}: the next run
 * finds it and issues no other.
 */
public final class CertificateIssuer {
  private static final String SCAN = ".notes/scan.json";

  private final JobContext context;
  private final CertificateFolder folder;
  private final DispositionLedger ledger;

  public CertificateIssuer(JobContext context) {
    this.context = context;
    this.folder = new CertificateFolder(context.lake());
    this.ledger = new DispositionLedger(context);
  }

  /**
   * What came of it.
   *
   * @param certificates numbers of what was issued; none if nothing was due, or could be certified
   * @param problems why none could be given
   */
  public record Outcome(List<String> certificates, List<Problem> problems) {
    /** Both. */
    Outcome and(Outcome other) {
      return new Outcome(
          Stream.concat(certificates.stream(), other.certificates.stream()).toList(),
          Stream.concat(problems.stream(), other.problems.stream()).toList());
    }
  }

  /**
   * Keeps what a scan found, before dispositions become {@code verified} by it: whichever run
   * certifies them then tells of it.
   */
  void keep(Certificate.Scan scan) {
    folder.write(SCAN, scan.toJson());
  }

  /** Certifies what an earlier run verified and could not certify any more. */
  public Outcome issueLate() {
    return issue(ledger.uncertified(), folder.find(SCAN).map(Certificate.Scan::read));
  }

  /**
   * Issues one certificate for all {@code verified}, and notes it in the ledger.
   *
   * @param verified dispositions that are verified and not certified
   * @param scan what a scan of all files after the purge found; with an exception in it, nothing is
   *     certified
   */
  public Outcome issue(List<Disposition> verified, Optional<Certificate.Scan> scan) {
    Optional<Problem> against = verified.isEmpty() ? Optional.empty() : refusal(scan);
    if (verified.isEmpty() || against.isPresent()) {
      return new Outcome(List.of(), against.stream().toList());
    }
    Optional<SignedCertificate> last = folder.last();
    List<String> issued = new ArrayList<>();
    List<Disposition> told =
        verified.stream()
            .filter(each -> last.filter(one -> one.tellsOf(each.id())).isPresent())
            .toList();
    if (!told.isEmpty()) {
      issued.add(noted(last.orElseThrow(), told));
    }
    List<Disposition> untold = verified.stream().filter(each -> !told.contains(each)).toList();
    if (!untold.isEmpty()) {
      issued.add(noted(written(untold, last, scan), untold));
    }
    folder.remove(SCAN);
    return new Outcome(issued, List.of());
  }

  private String noted(SignedCertificate signed, List<Disposition> dispositions) {
    Certificate certificate = signed.certificate();
    String page = certificate.id() + ".pdf";
    if (folder.find(page).isEmpty()) {
      folder.write(page, CertificatePage.pdf(signed, context.settings().zone()));
    }
    Instant now = context.clock().instant().truncatedTo(ChronoUnit.MICROS);
    ledger.update(
        dispositions.stream().map(each -> each.certified(certificate.id(), now)).toList());
    new DoomedFiles(context).forget(listed(certificate));
    return certificate.id();
  }

  private List<DestroyedFile> listed(Certificate certificate) {
    return folder.find(certificate.fileList().file()).map(DestroyedFile::read).orElse(List.of());
  }

  private Optional<Problem> refusal(Optional<Certificate.Scan> scan) {
    long exceptions = scan.map(done -> (long) done.exceptions().size()).orElse(0L);
    if (exceptions > 0) {
      return Optional.of(
          new Problem(
              "no certificate: the scan found or could not read something in "
                  + exceptions
                  + " place(s)",
              "dispositions",
              "Clear what the scan names, then run 'retention run' again"));
    }
    Optional<String> last = folder.last().map(signed -> signed.certificate().id());
    return ledger
        .lastCertificate()
        .filter(id -> last.isEmpty() || id.compareTo(last.get()) > 0)
        .map(
            id ->
                new Problem(
                    "no certificate: the one before it, " + id + ", is gone",
                    folder.uri(),
                    "Restore the folder from a copy, then run 'retention run' again"));
  }

  private static Set<String> tables(List<Disposition> dispositions) {
    return dispositions.stream().map(Disposition::table).collect(Collectors.toSet());
  }

  /** The list first, the certificate last: what it names is there. */
  private SignedCertificate written(
      List<Disposition> verified,
      Optional<SignedCertificate> last,
      Optional<Certificate.Scan> scan) {
    Signer signer = signer();
    List<DestroyedFile> files = new DoomedFiles(context).noted(tables(verified));
    Certificate certificate =
        new CertificateText(context).of(verified, last, signer.keyId(), files, scan);
    SignedCertificate signed = SignedCertificate.sign(certificate, signer);
    folder.add(signer.publicKeys());
    folder.write(certificate.fileList().file(), DestroyedFile.list(files));
    folder.write(certificate.id() + ".json", signed.file());
    return signed;
  }

  private Signer signer() {
    Settings.Keys own = Keys.signing(context.settings().keys());
    boolean missing = Keys.missing(own);
    Signer signer =
        Keys.signer(
            context.settings().keys(),
            context.lake().spark().sparkContext().hadoopConfiguration()::getPassword);
    if (missing) {
      context
          .progress()
          .note(
              "A DEVELOPMENT KEY to sign certificates was made in "
                  + own.location()
                  + ". Whoever reads that file can sign certificates in your name: set keys.source"
                  + " before real records come in, and keep "
                  + CertificateFolder.PUBLIC_KEYS
                  + " where others can compare it.");
    }
    return signer;
  }
}
