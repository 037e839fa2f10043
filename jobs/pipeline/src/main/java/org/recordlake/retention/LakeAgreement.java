package org.recordlake.retention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.catalog.TableSpec;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.DestroyedFile;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Purge;
import org.recordlake.problem.Failure;
import org.recordlake.problem.Problem;
import org.recordlake.retention.Disposition.State;

/**
 * Whether a lake is still as a certificate says: the ledger tells the same, no table went back
 * behind the deletion, no destroyed file is there again, and no row the disposals should have
 * destroyed. Reads only.
 */
public final class LakeAgreement {
  private final JobContext context;
  private final DispositionLedger ledger;
  private final Optional<TraceScan> scan;

  /**
   * @param scan looks into all files; without it, only tables and the ledger are asked
   */
  public LakeAgreement(JobContext context, Optional<TraceScan> scan) {
    this.context = context;
    this.ledger = new DispositionLedger(context);
    this.scan = scan;
  }

  /**
   * Looks for what was destroyed in all files of a lake. It is another's work than retention's, and
   * has to be handed in.
   */
  @FunctionalInterface
  public interface TraceScan {
    /** What is wrong; nothing if all was read and nothing found. */
    List<Problem> of(JobContext context, Certificate certificate);
  }

  /**
   * What contradicts the certificate.
   *
   * @param files the list of destroyed files, where it is at hand
   * @param chain names of the certificates at hand
   */
  public List<Problem> problems(
      Certificate certificate, List<DestroyedFile> files, Set<String> chain) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Disposition> known =
        ledger.under(certificate.id()).stream()
            .collect(Collectors.toMap(Disposition::id, each -> each));
    for (Certificate.Disposal told : certificate.disposals()) {
      Optional<Disposition> noted = Optional.ofNullable(known.get(told.id()));
      noted.ifPresentOrElse(
          each -> problems.addAll(differences(told, each)), () -> problems.add(unknown(told)));
    }
    if (known.size() > certificate.disposals().size()) {
      problems.add(
          problem("the ledger has disposals under it that it does not tell of", certificate.id()));
    }
    lastIsThere(chain).ifPresent(problems::add);
    problems.addAll(filesAgain(files));
    problems.addAll(rows(List.copyOf(known.values())));
    scan.ifPresent(all -> problems.addAll(all.of(context, certificate)));
    return problems;
  }

  private List<Problem> differences(Certificate.Disposal told, Disposition noted) {
    List<Problem> problems = new ArrayList<>();
    String table = context.catalog().table(noted.table()).qualifiedName();
    if (noted.state() != State.CERTIFIED
        || !table.equals(told.table())
        || noted.rows().deleted() != told.rows().destroyed()
        || !noted.storage().versionAfter().equals(told.versions().after())) {
      problems.add(problem("the ledger says otherwise of the disposal", told.id()));
    }
    long version = context.lake().version(noted.table());
    if (told.versions().after().filter(after -> version < after).isPresent()) {
      problems.add(
          new Problem(
              "the table is at version "
                  + version
                  + ", and was cleared with version "
                  + told.versions().after().get()
                  + ": an older state was brought back",
              told.table(),
              "Run 'retention replay', then verify again"));
    }
    return problems;
  }

  private static Problem unknown(Certificate.Disposal told) {
    return problem("the ledger does not know this disposal as certified by it", told.id());
  }

  private static Problem problem(String what, String place) {
    return new Problem(
        what, "governance.dispositions, " + place, "Ask who restored or changed the ledger");
  }

  private Optional<Problem> lastIsThere(Set<String> chain) {
    return ledger
        .lastCertificate()
        .filter(id -> !chain.contains(id + ".json"))
        .map(
            id ->
                new Problem(
                    "the ledger knows a later certificate that is not there",
                    "folder of certificates, " + id + ".json",
                    "Restore the folder of certificates from a copy"));
  }

  private List<Problem> filesAgain(List<DestroyedFile> files) {
    FileSystem storage = Purge.bare(context.lake().fileSystem());
    Map<String, Long> again = new HashMap<>();
    Map<String, String> folders =
        context.catalog().tables().stream()
            .collect(
                Collectors.toMap(
                    TableSpec::qualifiedName, table -> context.lake().location(table.name())));
    for (DestroyedFile file : files) {
      String folder = folders.get(file.table());
      if (folder != null && exists(storage, new Path(folder, file.name()))) {
        again.merge(file.table(), 1L, Long::sum);
      }
    }
    return again.entrySet().stream()
        .map(
            each ->
                new Problem(
                    each.getValue() + " file(s) that were destroyed are there again",
                    each.getKey(),
                    "Find out who restored them, then run 'retention run'"))
        .toList();
  }

  private static boolean exists(FileSystem storage, Path path) {
    try {
      return storage.exists(path);
    } catch (IOException e) {
      throw Failure.storage(
          "storage cannot be reached", path.toString(), "Check the address and the network", e);
    }
  }

  private List<Problem> rows(List<Disposition> dispositions) {
    Map<String, Long> left =
        dispositions.isEmpty() ? Map.of() : ResidualRows.count(context, dispositions);
    return dispositions.stream()
        .filter(each -> left.getOrDefault(each.id(), 0L) > 0)
        .map(
            each ->
                new Problem(
                    left.get(each.id())
                        + " row(s) that were past their day on "
                        + each.asOf()
                        + " and under no hold are there",
                    context.catalog().table(each.table()).qualifiedName() + " " + each.rule(),
                    "Run 'retention run' or, after a restored backup, 'retention replay'"))
        .toList();
  }
}
