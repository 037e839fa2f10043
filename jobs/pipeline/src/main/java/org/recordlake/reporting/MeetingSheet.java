package org.recordlake.reporting;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.recordlake.audit.AuditLog;
import org.recordlake.catalog.Role;
import org.recordlake.job.Job;
import org.recordlake.job.JobContext;
import org.recordlake.job.JobPlan;
import org.recordlake.job.JobResult;
import org.recordlake.job.MeetingSheets;
import org.recordlake.job.PackFolder;
import org.recordlake.problem.Failure;
import org.recordlake.report.Audience;
import org.recordlake.report.ReportData;
import org.recordlake.report.ReportDefinition;
import org.recordlake.report.ReportFile;
import org.recordlake.report.ReportPack;
import org.recordlake.report.ReportTable;

/**
 * Writes who attended meetings and what each attendee answered, to the restricted shelf, and notes
 * in the audit log who asked and why before the first file is written. Anonymous answers are in no
 * sheet. The next report run takes the sheets away, and so does retention when it destroys any of
 * their records.
 */
public final class MeetingSheet implements Job<MeetingSheet.Plan> {
  private static final int DIGITS = 12;

  private final MeetingChoice choice;
  private final String operator;
  private final String reason;

  public MeetingSheet(MeetingChoice choice, String operator, String reason) {
    this.choice = choice;
    this.operator = operator;
    this.reason = reason;
  }

  /** How many meetings there are. */
  public record Plan(long meetings) implements JobPlan {
    @Override
    public List<String> lines() {
      return List.of("write a sheet of " + meetings + " meetings, noted in the audit log");
    }
  }

  @Override
  public String name() {
    return "meeting sheet";
  }

  @Override
  public Plan plan(JobContext context) {
    if (context.catalog().withRole(Role.MEETING).isEmpty()) {
      throw Failure.usage(
          "no records table has the role " + Role.MEETING.word(),
          name(),
          "Give the role to the table of meetings, if the notice has one");
    }
    return new Plan(chosen(context).count());
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    if (plan.meetings() == 0) {
      throw Failure.usage(
          "no meeting is known by that " + choice.by().code().replace('_', ' '),
          name(),
          "Look it up with query");
    }
    audit(context);
    PackFolder folder = PackFolder.of(context);
    List<ReportFile> files = new ReportPack().writeSheet(folder.staging(), data(context));
    folder.copy();
    return JobResult.done(
        Map.of("meetings", plan.meetings(), "files", (long) files.size()),
        List.of(
            "Restricted sheet: "
                + folder.uri()
                + "/restricted/"
                + fileName(context)
                + ".pdf, .xlsx and .csv"));
  }

  private void audit(JobContext context) {
    String statement = choice.by().code() + " = " + choice.value();
    AuditLog.note(context, operator, name(), "records", reason, statement);
  }

  private ReportData data(JobContext context) {
    chosen(context).createOrReplaceTempView("chosen_meetings");
    SheetTables tables = new SheetTables(context);
    Map<String, ReportTable> read = new LinkedHashMap<>();
    SheetTables.NAMES.forEach(table -> read.put(table, tables.read(table)));
    ReportDefinition definition =
        new ReportDefinition(
            fileName(context),
            "Attendance and answers",
            "Who took part, and what did each attendee answer?",
            Audience.RESTRICTED,
            "meeting-sheet.jrxml",
            SheetTables.NAMES);
    return new ReportData(
        definition, context.asOf(), context.settings().zone(), context.runId(), read);
  }

  /** Nothing personal stands in a file name: the number is made of the keyed pseudonym. */
  private String fileName(JobContext context) {
    String pseudonym = context.protector().pseudonym(choice.by().code() + choice.value());
    String digits = java.util.HexFormat.of().formatHex(pseudonym.getBytes(StandardCharsets.UTF_8));
    return MeetingSheets.PREFIX + digits.substring(digits.length() - DIGITS);
  }

  /** The choice is joined and not named, so that no plan holds it. */
  private Dataset<Row> chosen(JobContext context) {
    SparkSession spark = context.lake().spark();
    MeetingSheets.tables(context.catalog())
        .forEach(table -> context.lake().read(table).createOrReplaceTempView(table));
    StructType schema = StructType.fromDDL("kind string, value string");
    spark
        .createDataFrame(List.of(RowFactory.create(choice.by().code(), choice.value())), schema)
        .createOrReplaceTempView("choice");
    return spark.sql(SheetTables.sql(context, "meetings"), Map.of("as_of", context.asOf()));
  }
}
