package org.recordlake.ingest.account;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.recordlake.ingest.land.CopyRetention;
import org.recordlake.ingest.land.LandedFile;
import org.recordlake.ingest.recognise.RecognisedFile;
import org.recordlake.ingest.resolve.ResolvedTable;
import org.recordlake.job.JobContext;

/**
 * How a file's ingest ended.
 *
 * @param table the table it belongs to, or {@link #UNKNOWN_TABLE}
 * @param daysFrom where its rows have their days from; {@code rows} if they say them
 * @param reason why it was quarantined or refused; holds no value of it
 */
public record FileOutcome(
    LandedFile file,
    String table,
    String format,
    String daysFrom,
    Status status,
    Balance balance,
    Optional<String> reason,
    CopyRetention copyRetention) {
  static final String UNKNOWN_TABLE = "unknown";

  /** What became of each of the files of {@code table}. */
  public static List<FileOutcome> of(ResolvedTable table) {
    Map<String, Balance> balances = Balance.byFile(table.counts());
    return table.files().files().stream()
        .map(file -> of(table, file, balances.getOrDefault(file.file().sha256(), Balance.ZERO)))
        .toList();
  }

  private static FileOutcome of(ResolvedTable table, RecognisedFile file, Balance balance) {
    String name = table.table().name();
    if (!balance.balances()) {
      throw new IllegalStateException(
          "the balance of a file of " + name + " does not add up: " + balance);
    }
    Optional<String> refusal = Optional.ofNullable(table.refused().get(file.file().sha256()));
    return new FileOutcome(
        file.file(),
        name,
        file.reader().format(),
        file.daysFrom(),
        refusal.isPresent() ? Status.REFUSED : Status.COMMITTED,
        balance,
        refusal,
        file.copyRetention());
  }

  /** A file that no layout fits, for that {@code reason}. */
  public static FileOutcome unknown(LandedFile file, CopyRetention retention, String reason) {
    return new FileOutcome(
        file,
        UNKNOWN_TABLE,
        "unknown",
        "",
        Status.QUARANTINED,
        Balance.ZERO,
        Optional.of(reason),
        retention);
  }

  /** What the quarantine says of a file that was not taken in. */
  Row forQuarantine(JobContext context) {
    return RowFactory.create(
        file.sha256(),
        table,
        0L,
        0L,
        null,
        status == Status.REFUSED ? "FILE_REFUSED" : "UNKNOWN_LAYOUT",
        reason.orElse(""),
        null,
        Date.valueOf(context.asOf()),
        context.runId());
  }

  /** Whether it is taken in and nothing of it was quarantined. */
  boolean isWholeAndGood() {
    return status == Status.COMMITTED && balance.quarantined() == 0;
  }

  public FileOutcome with(Balance other) {
    return new FileOutcome(file, table, format, daysFrom, status, other, reason, copyRetention);
  }

  /**
   * Committed row by row, quarantined whole because no layout fits, or refused whole because too
   * much of it is bad.
   */
  public enum Status {
    COMMITTED,
    QUARANTINED,
    REFUSED
  }
}
