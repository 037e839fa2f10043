package org.recordlake.job;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Role;
import org.recordlake.catalog.TableSpec;
import org.recordlake.problem.Failure;
import org.recordlake.report.Audience;

/**
 * The sheets of meetings that lie on the restricted shelf. They hold copies of records and can be
 * asked for again, so all of them go whenever a row they may hold is destroyed.
 */
public final class MeetingSheets {
  /** How the names of sheets begin that somebody asked for. */
  public static final String ASKED = "meeting-sheet-";

  /** How the names of sheets begin that the reports are written with. */
  public static final String NIGHTLY = "poll-sheet-";

  private final String reports;
  private final Configuration hadoop;

  private MeetingSheets(String reports, Configuration hadoop) {
    this.reports = reports;
    this.hadoop = hadoop;
  }

  /** Records tables they copy rows of. */
  public static List<String> tables(Catalog catalog) {
    return Stream.of(Role.MEETING, Role.MEETING_PARTICIPANT, Role.POLL_ANSWER)
        .flatMap(role -> catalog.withRole(role).stream())
        .map(TableSpec::name)
        .toList();
  }

  public static MeetingSheets of(JobContext context) {
    return new MeetingSheets(
        context.settings().reportsUri(),
        context.lake().spark().sparkContext().hadoopConfiguration());
  }

  /** Destroys every sheet, half-written ones and checksums among them. */
  public void destroy() {
    destroy(ASKED);
    destroy(NIGHTLY);
  }

  /** Destroys the sheets whose names begin so. */
  public void destroy(String prefix) {
    Path shelf = new Path(reports, Audience.RESTRICTED.folder());
    try {
      FileSystem storage = shelf.getFileSystem(hadoop);
      FileStatus[] files = storage.globStatus(new Path(shelf, "{,.}" + prefix + "*"));
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
