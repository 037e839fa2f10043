package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.recordlake.certificate.Certificate;
import org.recordlake.job.JobContext;
import org.recordlake.lake.Lake;
import org.recordlake.lake.Ledger;
import org.recordlake.lake.Purge;
import org.recordlake.retention.Disposition.Rows;
import org.recordlake.retention.Disposition.State;

/** Reads and writes {@code governance.dispositions}. */
final class DispositionLedger {
  static final String TABLE = "dispositions";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lake lake;
  private final Ledger ledger;

  DispositionLedger(JobContext context) {
    this.lake = context.lake();
    this.ledger = lake.ledger(TABLE);
  }

  /** Those not yet shown to be true, oldest first; some for each table and rule at most. */
  List<Disposition> open() {
    if (!lake.exists(TABLE)) {
      return List.of();
    }
    Object[] done = {name(State.VERIFIED), name(State.CERTIFIED)};
    return lake.read(TABLE).where(not(col("state").isin(done))).collectAsList().stream()
        .map(DispositionLedger::disposition)
        .sorted(
            Comparator.comparing((Disposition each) -> each.times().planned())
                .thenComparing(Disposition::id))
        .toList();
  }

  /** Those shown to be true that no certificate tells of yet, in the order of their numbers. */
  List<Disposition> uncertified() {
    return where(col("state").equalTo(name(State.VERIFIED)));
  }

  /** Those that the certificate of this number tells of. */
  List<Disposition> under(String certificate) {
    return where(col("certificate_id").equalTo(certificate));
  }

  /** Those of {@code ids} that there are. */
  List<Disposition> all(List<String> ids) {
    return where(col("disposition_id").isin(ids.toArray()));
  }

  /** Number of the latest certificate that was issued. */
  Optional<String> lastCertificate() {
    return lake.read(TABLE).agg(max("certificate_id")).collectAsList().stream()
        .filter(row -> !row.isNullAt(0))
        .map(row -> row.getString(0))
        .findFirst();
  }

  private List<Disposition> where(Column condition) {
    return lake.read(TABLE).where(condition).collectAsList().stream()
        .map(DispositionLedger::disposition)
        .sorted(Comparator.comparing(Disposition::id))
        .toList();
  }

  /** Writes new dispositions. */
  void add(List<Disposition> dispositions) {
    if (!dispositions.isEmpty()) {
      ledger.append(rows(dispositions));
    }
  }

  /** Writes the present state of known dispositions in one commit. */
  void update(List<Disposition> dispositions) {
    ledger.merge(rows(dispositions));
  }

  private static List<Row> rows(List<Disposition> dispositions) {
    return dispositions.stream().map(DispositionLedger::row).toList();
  }

  private static String name(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Row row(Disposition disposition) {
    Rows rows = disposition.rows();
    return RowFactory.create(
        disposition.id(),
        disposition.subject().runId(),
        disposition.table(),
        disposition.rule(),
        disposition.subject().citation(),
        Date.valueOf(disposition.asOf()),
        name(disposition.state()),
        rows.due(),
        rows.held(),
        rows.deleted(),
        rows.media(),
        disposition.storage().versionBefore().orElse(null),
        disposition.storage().versionAfter().orElse(null),
        disposition.storage().removed().map(Purge.Result::files).orElse(null),
        disposition.storage().removed().map(Purge.Result::bytes).orElse(null),
        Timestamp.from(disposition.times().planned()),
        disposition.persons().noticed().map(Timestamp::from).orElse(null),
        disposition.persons().approved().map(Timestamp::from).orElse(null),
        disposition.destroyedOn().map(Date::valueOf).orElse(null),
        disposition.times().deleted().map(Timestamp::from).orElse(null),
        disposition.times().purged().map(Timestamp::from).orElse(null),
        disposition.times().verified().map(Timestamp::from).orElse(null),
        disposition.persons().preparedBy(),
        names(disposition.persons().approvedBy()),
        null,
        disposition.proof().holdsChecked().map(Timestamp::from).orElse(null),
        disposition.proof().certificate().orElse(null),
        disposition.proof().certifiedAt().map(Timestamp::from).orElse(null),
        disposition.proof().paper().map(Certificate.Paper::toJson).orElse(null));
  }

  private static Disposition disposition(Row row) {
    return new Disposition(
        row.getAs("disposition_id"),
        new Disposition.Subject(
            row.getAs("run_id"), row.getAs("table_name"), row.getAs("rule"), row.getAs("citation")),
        row.<Date>getAs("as_of").toLocalDate(),
        Optional.ofNullable(row.<Date>getAs("destroyed_on")).map(Date::toLocalDate),
        State.valueOf(row.<String>getAs("state").toUpperCase(Locale.ROOT)),
        new Rows(
            row.getAs("rows_due"),
            row.getAs("rows_held"),
            row.getAs("rows_deleted"),
            row.getAs("media_deleted")),
        new Disposition.Storage(
            Optional.ofNullable(row.getAs("version_before")),
            Optional.ofNullable(row.getAs("version_after")),
            Optional.ofNullable(row.<Long>getAs("files_removed"))
                .map(files -> new Purge.Result(files, row.<Long>getAs("bytes_removed")))),
        new Disposition.Times(
            row.<Timestamp>getAs("planned_at").toInstant(),
            instant(row, "deleted_at"),
            instant(row, "purged_at"),
            instant(row, "verified_at")),
        new Disposition.Persons(
            row.getAs("prepared_by"),
            instant(row, "noticed_at"),
            names(row.<String>getAs("approved_by")),
            instant(row, "approved_at")),
        new Disposition.Proof(
            instant(row, "holds_checked_at"),
            Optional.ofNullable(row.<String>getAs("paper")).map(Certificate.Paper::read),
            Optional.ofNullable(row.getAs("certificate_id")),
            instant(row, "certified_at")));
  }

  private static String names(List<String> names) {
    try {
      return names.isEmpty() ? null : JSON.writeValueAsString(names);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write names as JSON", e);
    }
  }

  private static List<String> names(String json) {
    try {
      return json == null ? List.of() : List.of(JSON.readValue(json, String[].class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot read who approved a disposition", e);
    }
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.<Timestamp>getAs(column)).map(Timestamp::toInstant);
  }
}
