package org.recordlake.retention;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.recordlake.catalog.Notice;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.job.JobContext;
import org.recordlake.job.Version;
import org.recordlake.lake.SparkSessions;

/** What a certificate says of some dispositions, and what it does not say. */
final class CertificateText {
  private static final Certificate.Method METHOD =
      new Certificate.Method(
          "Delta MERGE that deletes by a table of keys; then every file that the latest version of"
              + " the table does not need was deleted from storage, older versions, change data and"
              + " temporary files among them. Media files were deleted before their rows.",
          "Deleting files is at most Clear in the terms of NIST SP 800-88, and no Purge or Destroy"
              + " of the medium; the treatment of media stays with the owner of the storage.");

  private static final Certificate.Check CHECK =
      new Certificate.Check(
          "the check after a disposal, which shares no code with the deletion",
          List.of(
              "no row of the table is past its day under the rule and under no hold",
              "no file in the table's folder belongs to another than its latest version",
              "where media files were destroyed, none lies in the media folder without a row"));

  private final JobContext context;

  CertificateText(JobContext context) {
    this.context = context;
  }

  /**
   * @param before the certificate before it
   * @param key number of the key that will sign
   * @param list what {@code files} are listed as
   */
  Certificate of(
      List<Disposition> dispositions,
      Optional<SignedCertificate> before,
      String key,
      List<DestroyedFile> files,
      Optional<Certificate.Scan> scan) {
    long number = before.map(last -> last.certificate().number() + 1).orElse(1L);
    String list = SignedCertificate.sha256(DestroyedFile.list(files));
    return new Certificate(
        Certificate.FORMAT,
        number,
        before.map(SignedCertificate::sha256).orElse(Certificate.NONE_BEFORE),
        context.clock().instant(),
        context.runId(),
        key,
        authority(),
        new Certificate.Program(
            Version.PROGRAM,
            context.lake().spark().version(),
            SparkSessions.deltaVersion(),
            Runtime.version().toString()),
        METHOD,
        dispositions.stream().map(this::disposal).toList(),
        tables(files),
        new Certificate.FileList(Certificate.id(number) + "-files.csv", list, files.size()),
        TokenDigests.of(context, dispositions),
        CHECK,
        scan,
        notClaimed(scan.isPresent(), dispositions));
  }

  private Certificate.Authority authority() {
    Notice notice = context.catalog().notice();
    return new Certificate.Authority(
        notice.id(),
        notice.publication().title(),
        notice.publication().document(),
        notice.office().agency(),
        notice.office().systemManager());
  }

  private Certificate.Disposal disposal(Disposition each) {
    RetentionSchedule schedule = context.catalog().notice().scheduleOn(each.asOf());
    RetentionRule rule = schedule.rule(each.rule()).orElseThrow();
    LocalDate cutoff = rule.lastPastTrigger(each.asOf());
    return new Certificate.Disposal(
        each.id(),
        context.catalog().table(each.table()).qualifiedName(),
        new Certificate.Item(
            rule.id(),
            each.subject().citation(),
            rule.covers(),
            rule.period(),
            schedule.document(),
            schedule.effectiveOn(),
            schedule.note()),
        new Certificate.Due(rule.trigger(), cutoff, rule.dueOn(cutoff), each.asOf()),
        new Certificate.Holds(each.proof().holdsChecked(), each.rows().held(), 0),
        new Certificate.Persons(each.persons().preparedBy(), each.persons().approvedBy()),
        new Certificate.Rows(each.rows().due(), each.rows().deleted(), each.rows().media()),
        new Certificate.Versions(each.storage().versionBefore(), each.storage().versionAfter()),
        new Certificate.Times(
            each.times().planned(),
            each.times().deleted(),
            each.times().purged(),
            each.times().verified().orElseThrow()),
        each.proof().paper());
  }

  private static List<Certificate.Table> tables(List<DestroyedFile> files) {
    List<Certificate.Table> tables = new ArrayList<>();
    files.stream()
        .collect(groupingBy(DestroyedFile::table, TreeMap::new, toList()))
        .forEach(
            (table, own) ->
                tables.add(
                    new Certificate.Table(
                        table,
                        own.size(),
                        own.stream().mapToLong(DestroyedFile::bytes).sum(),
                        own.stream().filter(file -> file.sha256().isPresent()).count())));
    return tables;
  }

  private static List<String> notClaimed(boolean scanned, List<Disposition> dispositions) {
    boolean paper = dispositions.stream().anyMatch(each -> each.proof().paper().isPresent());
    List<String> limits =
        new ArrayList<>(
            List.of(
                "that the storage medium was sanitized: its blocks, snapshots, object versions and"
                    + " backups are its owner's",
                "that no copy exists outside the lake: files at their source, exports, printed"
                    + " pages, "
                    + (paper
                        ? "other paper than was confirmed; that this is gone rests on the word of"
                            + " who confirmed it"
                        : "paper records"),
                "anything of rows a hold keeps, of rows that were not due, and of the SHA-256 of"
                    + " media files, which were not read"));
    if (!scanned) {
      limits.add(
          "that no other file of the lake shows a destroyed value: no scan of all files was made");
    }
    return limits;
  }
}
