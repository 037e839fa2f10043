package org.recordlake.job;

import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.problem.Failure;
import org.recordlake.report.Audience;

/**
 * The sheets of meetings that lie on the restricted shelf. They hold copies of records and can be
 * asked for again, so all of them go whenever a row they may hold is destroyed.
 */
public final class MeetingSheets {
  /** How the names of all sheets begin. */
  public static final String PREFIX = "meeting-sheet-";

  /** Records they copy. */
  public static final Set<String> TABLES =
      Set.of("meetings", "meeting_participants", "poll_responses");

  private final String reports;
  private final Configuration hadoop;

  private MeetingSheets(String reports, Configuration hadoop) {
    this.reports = reports;
    this.hadoop = hadoop;
  }

  public static MeetingSheets of(JobContext context) {
    return new MeetingSheets(
        context.settings().reportsUri(),
        context.lake().spark().sparkContext().hadoopConfiguration());
  }

  /** Destroys every sheet, half-written ones and checksums among them. */
  public void destroy() {
    Path shelf = new Path(reports, Audience.RESTRICTED.folder());
    try {
      FileSystem storage = shelf.getFileSystem(hadoop);
      FileStatus[] files = storage.globStatus(new Path(shelf, "{,.}" + PREFIX + "*"));
      for (FileStatus file : files == null ? new FileStatus[0] : files) {
        storage.delete(file.getPath(), false);
      }
    } catch (IOException e) {
      throw Failure.storage(
          "the restricted shelf cannot be read or written",
          shelf.toString(),
          "Check the address and the permissions",
          e);
    }
  }
}
