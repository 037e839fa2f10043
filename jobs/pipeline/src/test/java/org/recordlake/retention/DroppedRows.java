package org.recordlake.retention;

import java.util.List;
import org.recordlake.testing.TestRun;

/** First lines of files that tests drop, rows below them, and what is stored of them. */
final class DroppedRows {
  static final String CUSTOMERS =
      "customer_id,kind,customer_name,zip,country,relationship_started_on,relationship_ended_on,"
          + "updated_on";
  static final String CALLS = "call_id,customer_id,called_on,employee_name,outcome";
  static final String OLD_CALL = "K1,C-000001,2016-05-01,Pat,won";
  static final String MEETINGS = "meeting_id,meeting_date,topic,platform,started_at";
  static final String CHAT = "meeting_id,meeting_date,message_id,kind,message";

  private DroppedRows() {}

  /** The first column of the rows' keys, in order. */
  static List<String> stored(TestRun run, String table) {
    return run
        .table(table)
        .select(run.context().catalog().table(table).key().get(0))
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
