package org.recordlake.retention;

import static org.recordlake.retention.SignedSheet.date;
import static org.recordlake.retention.SignedSheet.statement;
import static org.recordlake.retention.SignedSheet.text;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recordlake.catalog.PaperIndex;
import org.recordlake.catalog.RetentionRule;
import org.recordlake.catalog.RetentionSchedule;
import org.recordlake.job.JobContext;
import org.recordlake.report.ReportColumn;
import org.recordlake.report.ReportColumnType;
import org.recordlake.report.ReportTable;

/** The tables of a destruction list: what it is, what it lists, and where people sign. */
final class DestructionListTables {
  private final JobContext context;
  private final PaperIndex index;
  private final RetentionSchedule schedule;

  DestructionListTables(JobContext context, PaperIndex index) {
    this.context = context;
    this.index = index;
    this.schedule = context.catalog().notice().scheduleOn(context.asOf());
  }

  /** Name of the files of the list of {@code day}. */
  static String name(LocalDate day) {
    return "destruction-list-" + day;
  }

  /** Writes the list and says where it lies, without the endings of its files. */
  String write(List<DestructionList.Line> lines) {
    return new SignedSheet(context, name(context.asOf()))
        .write(
            "Destruction list of paper records",
            "Which files are to be destroyed, where do they lie, and how?",
            List.of(list(lines), files(lines), confirmation()));
  }

  private ReportTable list(List<DestructionList.Line> lines) {
    String methods = String.join("|", index.methods());
    return new SignedSheet(context, name(context.asOf()))
        .statements(
            "list",
            List.of(
                statement("How paper is destroyed", medium()),
                statement("Listed on", context.asOf().toString()),
                statement("Files", Integer.toString(lines.size())),
                statement(
                    "Before you destroy",
                    "A legal hold goes before this list: ask 'hold list' on the day you destroy."),
                statement(
                    "Confirm afterwards",
                    "retention confirm FILE... --operator NAME --method "
                        + methods
                        + " --on DATE; the files' rows go with the next run")));
  }

  private String medium() {
    return schedule
        .mediaRule()
        .map(rule -> rule.title() + ": " + rule.text())
        .orElseGet(() -> String.join(", ", index.methods()));
  }

  private ReportTable files(List<DestructionList.Line> lines) {
    return new ReportTable(
        "files",
        List.of(
            text("file", "File"),
            text("place", "Place"),
            new ReportColumn("pages", ReportColumnType.LONG, "Pages"),
            text("method", "Destroy by"),
            text("authority", "Rule and paragraph"),
            date("due_on", "Last day"),
            text("location", "Location"),
            text("box", "Box"),
            text("rule", "Rule"),
            text("citation", "Paragraph")),
        lines.stream().map(this::line).toList());
  }

  private Map<String, Object> line(DestructionList.Line line) {
    RetentionRule rule = schedule.rule(line.listed().rule()).orElseThrow();
    DestructionList.Place place = line.place();
    Map<String, Object> cells = new HashMap<>();
    cells.put("file", line.file());
    cells.put(
        "place",
        Stream.concat(Stream.of(place.location()), place.box().stream())
            .collect(Collectors.joining(", ")));
    cells.put("pages", place.pages().map(Integer::longValue).orElse(null));
    cells.put("method", line.method().orElseGet(() -> String.join(" or ", index.methods())));
    cells.put("authority", rule.id() + ", " + rule.citation());
    cells.put("due_on", line.listed().due().orElse(null));
    cells.put("location", place.location());
    cells.put("box", place.box().orElse(""));
    cells.put("rule", rule.id());
    cells.put("citation", rule.citation());
    return cells;
  }

  /** A line for each way in which files may be destroyed. */
  private ReportTable confirmation() {
    List<ReportColumn> columns =
        List.of(
            text("method", "Destroyed by"),
            text("files", "Files"),
            text("destroyed_on", "Date"),
            text("name", "Name"),
            text("signature", "Signature"),
            text("witness", "Witness"));
    return SignedSheet.toSign("confirmation", columns, index.methods());
  }
}
