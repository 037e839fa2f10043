package org.recordlake.retention;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
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
        "facts", table("facts", new CertificateFacts(said, time).rows()));
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

  private String time(Instant at) {
    return time.format(at);
  }

  static Map<String, Object> row(String... pairs) {
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
