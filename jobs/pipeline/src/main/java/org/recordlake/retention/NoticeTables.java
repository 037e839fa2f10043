package org.recordlake.retention;

import static org.recordlake.retention.SignedSheet.date;
import static org.recordlake.retention.SignedSheet.statement;
import static org.recordlake.retention.SignedSheet.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.recordlake.catalog.RetentionRule.Destruction;
import org.recordlake.disposal.Clearance;
import org.recordlake.job.JobContext;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportTable;

/** The tables of a Records Disposal Notice: what it is, what it lists, and where people sign. */
final class NoticeTables {
  private final JobContext context;

  NoticeTables(JobContext context) {
    this.context = context;
  }

  /** Name of the files of the notice given on {@code day}. */
  static String name(LocalDate day) {
    return "disposal-notice-" + day;
  }

  /** Writes the notice and says where it lies, without the endings of its files. */
  String write(List<DisposalNotice.Entry> entries) {
    return new SignedSheet(context, name(context.asOf()))
        .write(
            "Records Disposal Notice",
            "Which records are to be destroyed, by which paragraph, and from which day on?",
            List.of(notice(entries), records(entries), signed(entries)));
  }

  private ReportTable notice(List<DisposalNotice.Entry> entries) {
    long rows = entries.stream().mapToLong(entry -> entry.item().rowsDue()).sum();
    long held = entries.stream().mapToLong(entry -> entry.item().rowsHeld()).sum();
    String numbers =
        String.join(" ", entries.stream().map(entry -> entry.disposition().id()).toList());
    return new SignedSheet(context, name(context.asOf()))
        .statements(
            "notice",
            List.of(
                statement("Given on", context.asOf().toString()),
                statement("Rows listed", Long.toString(rows - held)),
                statement("Left out because a legal hold keeps them", Long.toString(held)),
                statement(
                    "What follows",
                    "Each line is destroyed on the day it names or later, once approved. A legal"
                        + " hold goes before this notice; what it covers needs another notice."),
                statement(
                    "How to approve",
                    "retention approve " + numbers + " --operator NAME --reason TEXT")));
  }

  private static ReportTable records(List<DisposalNotice.Entry> entries) {
    return new ReportTable(
        "records",
        List.of(
            text("disposition", "Disposition"),
            text("table_name", "Table"),
            text("authority", "Rule and paragraph"),
            new ReportColumn("rows", ReportColumnType.LONG, "Rows"),
            text("last_days", "Last days of the rows"),
            date("not_before", "Not destroyed before"),
            text("rule", "Rule"),
            text("citation", "Paragraph"),
            date("earliest_due", "First last day"),
            date("latest_due", "Last last day"),
            new ReportColumn("rows_held", ReportColumnType.LONG, "Rows held")),
        entries.stream().map(NoticeTables::line).toList());
  }

  private static Map<String, Object> line(DisposalNotice.Entry entry) {
    RetentionPlan.Item item = entry.item();
    Map<String, Object> line = new HashMap<>();
    line.put("disposition", entry.disposition().id());
    line.put("table_name", item.qualifiedName());
    line.put("authority", item.rule().id() + ", " + item.rule().citation());
    line.put("rows", item.rowsDue() - item.rowsHeld());
    line.put("last_days", item.span().map(RetentionPlan.Span::toString).orElse(""));
    line.put(
        "not_before", Clearance.stoodOn(item.rule().destruction(), entry.disposition().asOf()));
    line.put("rule", item.rule().id());
    line.put("citation", item.rule().citation());
    line.put("earliest_due", item.span().map(RetentionPlan.Span::first).orElse(null));
    line.put("latest_due", item.span().map(RetentionPlan.Span::last).orElse(null));
    line.put("rows_held", item.rowsHeld());
    return line;
  }

  /** A line for the manager, and one for each person who must approve. */
  private static ReportTable signed(List<DisposalNotice.Entry> entries) {
    int approvals =
        entries.stream()
            .map(entry -> entry.item().rule().destruction())
            .mapToInt(Destruction::approvals)
            .max()
            .orElse(0);
    List<String> roles = new ArrayList<>(List.of("Concurrence of the manager"));
    IntStream.rangeClosed(1, approvals).forEach(number -> roles.add("Approval " + number));
    List<ReportColumn> columns =
        List.of(
            text("role", "Role"),
            text("decision", "Concurs: yes or no"),
            text("name", "Name"),
            text("signature", "Signature"),
            text("signed_on", "Date"));
    return SignedSheet.toSign("concurrence", columns, roles);
  }
}
