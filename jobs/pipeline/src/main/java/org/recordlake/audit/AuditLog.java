package org.recordlake.audit;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;

/**
 * The hash-chained {@code governance.audit_log}. A changed, removed or inserted row breaks the
 * chain from there on; rows cut off at its end show only against the run ledger, which counts them.
 * Writers must hold the lake lock.
 */
public final class AuditLog {
  private static final String TABLE = "audit_log";

  /** The only role there is so far. */
  private static final String ROLE = "operator";

  private final Lake lake;
  private final Protector protector;

  public AuditLog(Lake lake, Protector protector) {
    this.lake = lake;
    this.protector = protector;
  }

  /**
   * Notes a command in the log of the lake that {@code context} is about.
   *
   * @param zone zones it reaches into
   * @param statement what exactly is asked; sealed before it is stored
   */
  public static void note(
      JobContext context,
      String operator,
      String command,
      String zone,
      String reason,
      String statement) {
    new AuditLog(context.lake(), context.protector())
        .append(
            new AuditEntry(
                context.clock().instant(),
                operator,
                ROLE,
                command,
                zone,
                reason,
                Optional.of(statement)));
  }

  /**
   * Adds {@code entry} behind the last link, having walked the whole chain.
   *
   * @return its place in the chain
   * @throws Failure (data checks) if the chain is broken
   */
  public long append(AuditEntry entry) {
    Head head = verify();
    AuditRow row =
        AuditRow.after(
            head.seq() + 1,
            head.hash(),
            entry,
            entry.statement().map(protector::seal).orElse(null));
    lake.ledger(TABLE).append(List.of(row.toRow()));
    return row.seq();
  }

  /** The last link: its place and hash. */
  public record Head(long seq, String hash) {}

  /**
   * Walks the chain from its start; a few hundred bytes for each restricted command ever given.
   *
   * @throws Failure (data checks) naming the first link that does not fit
   */
  public Head verify() {
    Head head = new Head(0, AuditRow.START);
    Iterator<Row> rows = lake.read(TABLE).orderBy(functions.col("seq")).toLocalIterator();
    while (rows.hasNext()) {
      AuditRow row = AuditRow.of(rows.next());
      if (!row.follows(head.seq(), head.hash())) {
        throw broken(head.seq() + 1);
      }
      head = new Head(row.seq(), row.hash());
    }
    return head;
  }

  private static Failure broken(long seq) {
    return Failure.dataChecks(
        "the chain is broken at row " + seq + ": a row was changed, removed or put in",
        "governance.audit_log",
        "Keep the lake as it is, tell the privacy office, and restore the table from a backup");
  }
}
