package org.recordlake.reporting;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.recordlake.catalog.Role;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.job.MeetingSheets;
import org.recordlake.job.PackFolder;
import org.recordlake.report.Audience;
import org.recordlake.report.ReportData;
import org.recordlake.report.ReportDefinition;
import org.recordlake.report.ReportFile;
import org.recordlake.report.ReportPack;
import org.recordlake.report.ReportTable;

/**
 * Writes for hosts and staff how the polls of each meeting of the last 30 days came out: every
 * answer, and who said what where respondents are known. They lie on the restricted shelf until the
 * next reports.
 */
final class PollSheets {
  private static final int DAYS = 30;
  private static final int TOGETHER = 20;

  /** Meetings, participants and answers: a notice without one of them has no such sheets. */
  private static final int ROLES = 3;

  private final JobContext context;

  PollSheets(JobContext context) {
    this.context = context;
  }

  /** Puts the sheets of today in the place of those before. */
  List<ReportFile> write(PackFolder folder) {
    MeetingSheets.of(context).destroy(MeetingSheets.NIGHTLY);
    List<ReportFile> files = new ArrayList<>();
    List<String> meetings = meetings();
    for (int from = 0; from < meetings.size(); from += TOGETHER) {
      List<String> some = meetings.subList(from, Math.min(from + TOGETHER, meetings.size()));
      List<MeetingChoice> choices =
          some.stream().map(id -> new MeetingChoice(MeetingChoice.By.MEETING, id)).toList();
      SheetTables tables = new SheetTables(context, choices.size());
      tables.open(choices);
      Map<String, ReportTable> read = tables.read(SheetTables.OF_POLLS);
      choices.stream()
          .map(choice -> data(choice, read))
          .filter(sheet -> !sheet.table(SheetTables.MEETINGS).isEmpty())
          .forEach(sheet -> files.addAll(new ReportPack().writeSheet(folder.staging(), sheet)));
    }
    return files;
  }

  /** Numbers of the meetings of the last days in which a poll was held, the latest first. */
  private List<String> meetings() {
    LocalDate first = context.asOf().minusDays(DAYS - 1L);
    if (MeetingSheets.tables(context.catalog()).size() < ROLES) {
      return List.of();
    }
    return context.catalog().withRole(Role.POLL_ANSWER).stream()
        .map(TableSpec::name)
        .filter(context.lake()::exists)
        .flatMap(
            table ->
                context
                    .lake()
                    .read(table)
                    .where("meeting_date between '%s' and '%s'".formatted(first, context.asOf()))
                    .groupBy("meeting_id")
                    .agg(max("meeting_date").as("day"))
                    .orderBy(col("day").desc(), col("meeting_id"))
                    .select("meeting_id")
                    .as(Encoders.STRING())
                    .collectAsList()
                    .stream())
        .toList();
  }

  private ReportData data(MeetingChoice meeting, Map<String, ReportTable> read) {
    Map<String, ReportTable> own = new LinkedHashMap<>();
    read.forEach((name, table) -> own.put(name, of(meeting.value(), table)));
    return new ReportData(
        new ReportDefinition(
            SheetTables.fileName(context, MeetingSheets.NIGHTLY, meeting),
            "How the polls came out",
            "What did the people in this meeting answer, and who said what?",
            Audience.RESTRICTED,
            "poll-sheet.jrxml",
            SheetTables.OF_POLLS),
        context.asOf(),
        context.settings().zone(),
        context.runId(),
        own);
  }

  private static ReportTable of(String meeting, ReportTable table) {
    return new ReportTable(
        table.name(),
        table.columns(),
        table.rows().stream().filter(row -> meeting.equals(row.get("meeting_id"))).toList());
  }
}
