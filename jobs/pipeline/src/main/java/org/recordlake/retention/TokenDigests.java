package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.recordlake.certificate.Certificate;
import org.recordlake.job.JobContext;
import org.recordlake.schedule.DisposedKeys;

/**
 * The tokens of what some dispositions destroyed, by table and day, as a number and a hash: nobody
 * learns from it whom they are about, and the privacy office can show which they were.
 */
final class TokenDigests {
  private final List<Certificate.Tokens> done = new ArrayList<>();
  private final MessageDigest digest = sha256();
  private String table = "";
  private LocalDate day = LocalDate.MIN;
  private long count;

  private TokenDigests() {}

  /** Reads the tokens one by one, since there may be many. */
  static List<Certificate.Tokens> of(JobContext context, List<Disposition> dispositions) {
    Object[] tables = dispositions.stream().map(Disposition::table).distinct().toArray();
    Object[] days =
        dispositions.stream()
            .map(each -> Date.valueOf(each.destroyedOn().orElse(each.asOf())))
            .distinct()
            .toArray();
    Iterator<Row> rows =
        context
            .lake()
            .read(DisposedKeys.TABLE)
            .where(
                col("destroyed")
                    .and(col("table_name").isin(tables))
                    .and(col("disposed_on").isin(days)))
            .select("table_name", "disposed_on", "key_token")
            .orderBy("table_name", "disposed_on", "key_token")
            .toLocalIterator();
    TokenDigests digests = new TokenDigests();
    while (rows.hasNext()) {
      Row row = rows.next();
      digests.add(row.getString(0), row.getDate(1).toLocalDate(), row.getString(2));
    }
    digests.finish();
    return digests.done;
  }

  private void add(String ofTable, LocalDate onDay, String token) {
    if (!ofTable.equals(table) || !onDay.equals(day)) {
      finish();
      table = ofTable;
      day = onDay;
    }
    digest.update((token + "\n").getBytes(StandardCharsets.UTF_8));
    count++;
  }

  private void finish() {
    if (count > 0) {
      String hash = HexFormat.of().formatHex(digest.digest());
      done.add(new Certificate.Tokens(table, day, count, hash));
    }
    count = 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash: this Java has no SHA-256", e);
    }
  }
}
