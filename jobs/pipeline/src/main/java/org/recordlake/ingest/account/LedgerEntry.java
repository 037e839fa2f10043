package org.recordlake.ingest.account;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.recordlake.ingest.land.KnownFiles;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.resolve.RetryPolicy;

/**
 * What the ledger says of a file and a table.
 *
 * @param file the file, lying in the lake's landing zone
 * @param status as the ledger writes it
 * @param copyDueOn day after which the copy is destroyed
 */
public record LedgerEntry(
    LandedFile file,
    String table,
    String status,
    Balance balance,
    LocalDate copyDueOn,
    LocalDate asOf,
    Instant ingestedAt) {
  public static LedgerEntry of(Row row) {
    return new LedgerEntry(
        new LandedFile(
            row.getAs("source_folder"),
            row.getAs("file_name"),
            row.getAs("landing_copy"),
            "",
            row.getAs("size_bytes"),
            row.<java.sql.Timestamp>getAs("file_modified_at").toInstant(),
            row.getAs("file_sha256")),
        row.getAs("table_name"),
        row.getAs("status"),
        new Balance(
            row.getAs("rows_read"),
            row.getAs("stored"),
            row.getAs("updated"),
            row.getAs("duplicate"),
            row.getAs("quarantined"),
            row.getAs("expired_on_arrival"),
            // Lakes made before it was counted have no such column.
            row.isNullAt(row.fieldIndex("disposed")) ? 0 : row.<Long>getAs("disposed"),
            row.getAs("outside_catalogue")),
        row.<java.sql.Date>getAs("copy_due_on").toLocalDate(),
        row.<java.sql.Date>getAs("as_of").toLocalDate(),
        row.<java.sql.Timestamp>getAs("ingested_at").toInstant());
  }

  /** The file as it is to be taken again. */
  public RetryPolicy.Earlier retried() {
    return new RetryPolicy.Earlier(file.sha256(), isCommitted(), asOf, ingestedAt);
  }

  public boolean isCommitted() {
    return status.equals(KnownFiles.COMMITTED);
  }
}
