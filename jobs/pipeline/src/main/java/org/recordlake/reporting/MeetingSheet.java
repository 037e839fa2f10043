package org.recordlake.reporting;

import java.util.List;
import java.util.Map;
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

/**
 * Writes who attended meetings, how their polls came out and what each attendee answered, to the
 * restricted shelf, and notes in the audit log who asked and why before the first file is written.
 * Anonymous answers are counted and never told by name. The next report run takes the sheets away,
 * and so does retention when it destroys any of their records.
 */
public final class MeetingSheet implements Job<MeetingSheet.Plan> {
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
    return new Plan(new SheetTables(context, 1).chosen(List.of(choice)).count());
  }

  @Override
  public JobResult execute(Plan plan, JobContext context) {
    if (plan.meetings() == 0) {
      throw Failure.usage(
          "no meeting is known by that " + choice.by().code().replace('_', ' '),
          name(),
          "Look it up with query");
    }
    AuditLog.note(
        context, operator, name(), "records", reason, choice.by().code() + " = " + choice.value());
    PackFolder folder = PackFolder.of(context);
    String fileName = SheetTables.fileName(context, MeetingSheets.ASKED, choice);
    List<ReportFile> files = new ReportPack().writeSheet(folder.staging(), data(context, fileName));
    folder.copy();
    return JobResult.done(
        Map.of("meetings", plan.meetings(), "files", (long) files.size()),
        List.of(
            "Restricted sheet: "
                + folder.uri()
                + "/restricted/"
                + fileName
                + ".pdf, .xlsx and .csv"));
  }

  private ReportData data(JobContext context, String fileName) {
    SheetTables tables = new SheetTables(context, 1);
    tables.open(List.of(choice));
    return new ReportData(
        new ReportDefinition(
            fileName,
            "Attendance and answers",
            "Who took part, how did the polls come out, and what did each attendee answer?",
            Audience.RESTRICTED,
            "meeting-sheet.jrxml",
            SheetTables.NAMES),
        context.asOf(),
        context.settings().zone(),
        context.runId(),
        tables.read(SheetTables.NAMES));
  }
}
