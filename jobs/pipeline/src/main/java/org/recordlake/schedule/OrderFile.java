package org.recordlake.schedule;

import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Row;

/**
 * What the ledger of files says of a file of hold orders.
 *
 * @param name name under which it was dropped
 * @param modifiedAt when storage says the dropped file was last changed
 * @param stored rows stored
 * @param quarantined rows set aside
 */
record OrderFile(
    String sha256,
    String folder,
    String name,
    long size,
    Instant modifiedAt,
    boolean isCommitted,
    long stored,
    long quarantined,
    Instant ingestedAt) {
  static OrderFile of(Row row) {
    String name = row.getAs("file_name");
    return new OrderFile(
        row.getAs("file_sha256"),
        row.getAs("source_folder"),
        name == null ? "" : name,
        row.<Long>getAs("size_bytes"),
        row.<Timestamp>getAs("file_modified_at").toInstant(),
        row.getAs("status").equals("committed"),
        row.<Long>getAs("stored") + row.<Long>getAs("updated"),
        row.<Long>getAs("quarantined"),
        row.<Timestamp>getAs("ingested_at").toInstant());
  }

  boolean isWholeAndGood() {
    return isCommitted && quarantined == 0;
  }

  /** Whether it is a later file of the same name as {@code other}. */
  boolean replaces(OrderFile other) {
    return folder.equals(other.folder)
        && name.equals(other.name)
        && ingestedAt.isAfter(other.ingestedAt);
  }
}
