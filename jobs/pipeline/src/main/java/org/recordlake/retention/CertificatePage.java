package org.recordlake.retention;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recordlake.certificate.Certificate;
import org.recordlake.certificate.SignedCertificate;
import org.recordlake.report.Audience;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportData;
import org.recordlake.report.ReportDefinition;
import org.recordlake.report.ReportPack;
import org.recordlake.report.ReportTable;
import org.recordlake.report.Words;

/** A certificate as a page to print and file. It says nothing that the signed file does not. */
public final class CertificatePage {
  private static final List<String> TABLES = List.of("certificate", "disposals", "facts");

  private final SignedCertificate signed;
  private final Certificate said;
  private final DateTimeFormatter time;

  private CertificatePage(SignedCertificate signed, ZoneId zone) {
    this.signed = signed;
    this.said = signed.certificate();
    this.time = DateTimeFormatter.ofPattern("MMM d, yyyy, HH:mm:ss z", Locale.US).withZone(zone);
  }

  /** The page as PDF; the same certificate and zone give the same bytes. */
  public static byte[] pdf(SignedCertificate signed, ZoneId zone) {
    CertificatePage page = new CertificatePage(signed, zone);
    ReportDefinition definition =
        new ReportDefinition(
            signed.certificate().id().toLowerCase(Locale.ROOT),
            "Certificate of destruction",
            "What was destroyed, under which rule, and how was it shown?",
            Audience.RESTRICTED,
            "certificate.jrxml",
            TABLES);
    LocalDate day = LocalDate.ofInstant(signed.certificate().issuedAt(), zone);
    return ReportPack.pdf(
        new ReportData(definition, day, zone, signed.certificate().runId(), page.tables()));
  }

  private Map<String, ReportTable> tables() {
    return Map.of(
        "certificate", table("certificate", List.of(whole())),
        "disposals", table("disposals", said.disposals().stream().map(this::disposal).toList()),
        "facts", table("facts", facts()));
  }

  private Map<String, Object> whole() {
    Certificate.Authority authority = said.authority();
    return row(
        "number",
        said.id(),
        "system",
        authority.agency() + "   ·   " + authority.notice() + ", " + authority.title(),
        "issued",
        "No. %s   ·   issued %s   ·   run %s"
            .formatted(said.id(), time(said.issuedAt()), said.runId()),
        "statement",
        ("The records counted here were destroyed under the retention schedule of the notice (%s)."
                + " Each was past its last day, and under no legal hold when the holds were asked"
                + " for the last time before the deletion.")
            .formatted(authority.document()),
        "limits",
        "It does not say " + String.join(";\nnor ", said.notClaimed()) + ".",
        "proof",
        """
        retention verify %s.json --public-key recordlake-signing.pub
        signed file  %s.json, SHA-256 %s
        before it    %s
        key          Ed25519 %s
        signature    %s
                     %s"""
            .formatted(
                said.id(),
                said.id(),
                signed.sha256(),
                said.previousSha256().equals(Certificate.NONE_BEFORE)
                    ? "none, it is the first"
                    : Certificate.id(said.number() - 1) + ".json, SHA-256 " + said.previousSha256(),
                said.key(),
                signed.signature().substring(0, 64),
                signed.signature().substring(64)));
  }

  private Map<String, Object> disposal(Certificate.Disposal each) {
    return row(
        "records",
        each.table() + "\n" + each.item().covers(),
        "item",
        "%s: %s\n%s, in force %s%s"
            .formatted(
                each.item().rule(),
                each.item().citation(),
                each.item().document(),
                Words.day(each.item().effectiveOn()),
                each.item().note().map(note -> " (" + note + ")").orElse("")),
        "due",
        "From %s, on %s or before; kept for %s, to %s or before"
            .formatted(
                each.due().trigger(),
                Words.day(each.due().cutoff()),
                period(each),
                Words.day(each.due().lastDay())),
        "rows",
        Words.count(each.rows().destroyed())
            + (each.rows().mediaDestroyed() == 0
                ? ""
                : "\n" + Words.count(each.rows().mediaDestroyed()) + " media"),
        "held",
        Words.count(each.holds().rowsKept()),
        "versions",
        "%s → %s"
            .formatted(
                each.versions().before().map(String::valueOf).orElse("?"),
                each.versions().after().map(String::valueOf).orElse("?")));
  }

  private static String period(Certificate.Disposal each) {
    return each.item().period().isZero()
        ? "no longer"
        : Stream.of(
                counted(each.item().period().getYears(), "year"),
                counted(each.item().period().getMonths(), "month"),
                counted(each.item().period().getDays(), "day"))
            .flatMap(Optional::stream)
            .collect(joining(" "));
  }

  private static Optional<String> counted(int number, String noun) {
    return number == 0
        ? Optional.empty()
        : Optional.of(number + " " + noun + (number == 1 ? "" : "s"));
  }

  private List<Map<String, Object>> facts() {
    List<Map<String, Object>> facts = new ArrayList<>();
    facts.add(fact("Holds", holds()));
    facts.add(fact("Prepared by", joined(disposals().map(each -> each.persons().preparer()))));
    facts.add(fact("Approved by", approvers()));
    facts.add(fact("Course", course()));
    facts.add(fact("Method", said.method().records() + " " + said.method().medium()));
    facts.add(fact("Files destroyed", files()));
    facts.add(fact("Subjects", subjects()));
    facts.add(fact("Checked by", said.check().verifier() + ": " + joined(said.check().looked().stream())));
    facts.add(fact("Scan", said.scan().map(CertificatePage::scan).orElse("none was made")));
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
        .formatted(rows(kept), asked);
  }

  private String approvers() {
    String names = joined(disposals().flatMap(each -> each.persons().approvers().stream()));
    return names.isEmpty() ? "nobody; the schedule asks for no approval" : names;
  }

  private String course() {
    List<String> steps = new ArrayList<>();
    disposals().map(each -> each.times().planned()).min(Instant::compareTo)
        .ifPresent(at -> steps.add("planned " + time(at)));
    latest(disposals().map(each -> each.times().deleted()))
        .ifPresent(at -> steps.add("rows deleted " + time(at)));
    latest(disposals().map(each -> each.times().purged()))
        .ifPresent(at -> steps.add("files purged " + time(at)));
    latest(disposals().map(each -> Optional.of(each.times().verified())))
        .ifPresent(at -> steps.add("verified " + time(at)));
    return String.join("; ", steps);
  }

  private String files() {
    long files = said.tables().stream().mapToLong(Certificate.Table::files).sum();
    long bytes = said.tables().stream().mapToLong(Certificate.Table::bytes).sum();
    long hashed = said.tables().stream().mapToLong(Certificate.Table::hashed).sum();
    return "%s files of %s tables, %s bytes, %s of them with their SHA-256; listed in %s (SHA-256 %s)"
        .formatted(
            Words.count(files),
            Words.count((long) said.tables().size()),
            Words.count(bytes),
            Words.count(hashed),
            said.fileList().file(),
            said.fileList().sha256());
  }

  private String subjects() {
    return said.subjectTokens().isEmpty()
        ? "no tokens: what was destroyed hangs from rows that are told of elsewhere"
        : said.subjectTokens().stream()
            .map(
                each ->
                    "%s keyed tokens of %s, SHA-256 %s"
                        .formatted(Words.count(each.count()), each.table(), each.digest()))
            .collect(joining("; "));
  }

  private static String scan(Certificate.Scan scan) {
    return "%s looked for %s values in %s files (%s bytes) of %s and found none; %s"
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

  private static String rows(long count) {
    return Words.count(count) + (count == 1 ? " row" : " rows");
  }

  private static Map<String, Object> fact(String label, String value) {
    return row("label", label, "value", value);
  }

  private static Map<String, Object> row(String... pairs) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      row.put(pairs[i], pairs[i + 1]);
    }
    return row;
  }

  private static ReportTable table(String name, List<Map<String, Object>> rows) {
    List<ReportColumn> columns =
        rows.get(0).keySet().stream()
            .map(column -> new ReportColumn(column, ReportColumnType.STRING, column))
            .toList();
    return new ReportTable(name, columns, rows);
  }
}
