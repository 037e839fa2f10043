package org.recordlake.retention;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.certificate.Certificate;
import org.recordlake.report.Words;

/** How, when and by whom, as lines of {@link CertificatePage}. */
final class CertificateFacts {
  private final Certificate said;
  private final DateTimeFormatter time;

  CertificateFacts(Certificate said, DateTimeFormatter time) {
    this.said = said;
    this.time = time;
  }

  List<Map<String, Object>> rows() {
    List<Map<String, Object>> facts = new ArrayList<>();
    facts.add(fact("Holds", holds()));
    facts.add(fact("Prepared by", joined(disposals().map(each -> each.persons().preparer()))));
    facts.add(fact("Approved by", approvers()));
    facts.add(fact("Course", course()));
    facts.add(fact("Method", said.method().records() + " " + said.method().medium()));
    paper().ifPresent(paper -> facts.add(fact("Paper", paper)));
    facts.add(fact("Files destroyed", files()));
    facts.add(fact("Subjects", subjects()));
    facts.add(
        fact(
            "Checked by", said.check().verifier() + ": " + joined(said.check().looked().stream())));
    facts.add(fact("Scan", said.scan().map(CertificateFacts::scan).orElse("none was made")));
    facts.add(
        fact(
            "Made with",
            "Recordlake %s, Spark %s, Delta %s, Java %s"
                .formatted(
                    said.program().recordlake(),
                    said.program().spark(),
                    said.program().delta(),
                    said.program().java())));
    facts.add(fact("System manager", said.authority().systemManager()));
    return facts;
  }

  private String holds() {
    long kept = disposals().mapToLong(each -> each.holds().rowsKept()).sum();
    String asked =
        latest(disposals().map(each -> each.holds().checkedAt()))
            .map(at -> ", asked for the last time " + time(at))
            .orElse("");
    return "%s kept by a legal hold, no hold order that could not be read%s"
        .formatted(counted(kept, "row"), asked);
  }

  private String approvers() {
    String names = joined(disposals().flatMap(each -> each.persons().approvers().stream()));
    return names.isEmpty() ? "nobody; the schedule asks for no approval" : names;
  }

  private String course() {
    List<String> steps = new ArrayList<>();
    disposals()
        .map(each -> each.times().planned())
        .min(Instant::compareTo)
        .ifPresent(at -> steps.add("planned " + time(at)));
    latest(disposals().map(each -> each.times().deleted()))
        .ifPresent(at -> steps.add("rows deleted " + time(at)));
    latest(disposals().map(each -> each.times().purged()))
        .ifPresent(at -> steps.add("files purged " + time(at)));
    latest(disposals().map(each -> Optional.of(each.times().verified())))
        .ifPresent(at -> steps.add("verified " + time(at)));
    return String.join("; ", steps);
  }

  private Optional<String> paper() {
    String told =
        joined(
            disposals()
                .flatMap(each -> each.paper().stream())
                .flatMap(paper -> paper.destroyed().stream().map(each -> paper(paper, each))));
    return Optional.of(told).filter(text -> !text.isEmpty());
  }

  private static String paper(Certificate.Paper paper, Certificate.Destroyed each) {
    return "%s of %s on %s, confirmed by %s%s"
        .formatted(
            each.method(),
            counted(each.files(), "file"),
            Words.day(each.on()),
            each.confirmedBy(),
            paper.citation().map(citation -> " (" + citation + ")").orElse(""));
  }

  private String files() {
    long files = said.tables().stream().mapToLong(Certificate.Table::files).sum();
    long bytes = said.tables().stream().mapToLong(Certificate.Table::bytes).sum();
    long hashed = said.tables().stream().mapToLong(Certificate.Table::hashed).sum();
    return ("%s of %s, %s bytes, %s of them with SHA-256; listed in %s" + " (SHA-256 %s)")
        .formatted(
            counted(files, "file"),
            counted(said.tables().size(), "table"),
            Words.count(bytes),
            Words.count(hashed),
            said.fileList().file(),
            said.fileList().sha256());
  }

  private String subjects() {
    return said.subjectTokens().isEmpty()
        ? "no tokens: rows of these tables leave none of their own"
        : said.subjectTokens().stream()
            .map(
                each ->
                    "%s of %s, SHA-256 %s"
                        .formatted(
                            counted(each.count(), "keyed token"), each.table(), each.digest()))
            .collect(joining("; "));
  }

  private static String scan(Certificate.Scan scan) {
    return "%s looked for %s values in %s files (%s bytes) of %s and found none that may not be there; %s"
        .formatted(
            scan.scanner(),
            Words.count(scan.tokens()),
            Words.count(scan.files()),
            Words.count(scan.bytes()),
            String.join(", ", scan.roots()),
            String.join("; ", scan.limits()));
  }

  private Stream<Certificate.Disposal> disposals() {
    return said.disposals().stream();
  }

  private String time(Instant at) {
    return time.format(at);
  }

  private static Optional<Instant> latest(Stream<Optional<Instant>> times) {
    return times.flatMap(Optional::stream).max(Instant::compareTo);
  }

  private static String joined(Stream<String> texts) {
    return texts.distinct().collect(joining("; "));
  }

  private static String counted(long count, String noun) {
    return Words.count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  private static Map<String, Object> fact(String label, String value) {
    return CertificatePage.row("label", label, "value", value);
  }
}
