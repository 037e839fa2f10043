package org.recordlake.retention;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.scan.token.ResidueToken;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.schedule.Holds;

/**
 * Rows set aside at ingest that name somebody or something that was destroyed: they go with it, not
 * on a day of their own, unless a hold keeps them.
 */
final class RowsSetAside {
  static final String TABLE = "quarantine";
  private static final String ROW = "raw_sealed";

  private final JobContext context;

  RowsSetAside(JobContext context) {
    this.context = context;
  }

  /** Destroys those that mention what identifies. Number of rows. */
  long destroy(ResidueTokens sought) {
    Set<String> labels = identifying(context.catalog(), sought.tokens());
    if (labels.isEmpty() || !context.lake().exists(TABLE)) {
      return 0;
    }
    TableSpec spec = context.catalog().table(TABLE);
    Dataset<Row> rows = context.lake().read(TABLE).where(col(ROW).isNotNull());
    Broadcast<Mentions> mentions =
        JavaSparkContext.fromSparkContext(context.lake().spark().sparkContext())
            .broadcast(new Mentions(sought, context.protector()));
    Dataset<Row> named =
        rows.mapPartitions(naming(mentions, labels), Encoders.row(rows.schema())).persist();
    try {
      if (named.isEmpty()) {
        return 0;
      }
      Dataset<Row> free =
          Holds.on(context)
              .marked(spec, named)
              .where(not(col(Holds.HELD)))
              .select(spec.key().stream().map(functions::col).toArray(Column[]::new))
              .persist();
      long found = free.count();
      if (found > 0) {
        context.lake().deleteByKeys(TABLE, free);
      }
      free.unpersist();
      return found;
    } finally {
      named.unpersist();
      mentions.destroy();
    }
  }

  private static MapPartitionsFunction<Row, Row> naming(
      Broadcast<Mentions> mentions, Set<String> labels) {
    return rows -> {
      Mentions.Reader reader = mentions.value().reader();
      List<Row> naming = new ArrayList<>();
      while (rows.hasNext()) {
        Row row = rows.next();
        Collection<String> met = reader.read(row.getAs(ROW)).met().values();
        if (met.stream().anyMatch(labels::contains)) {
          naming.add(row);
        }
      }
      return naming.iterator();
    };
  }

  private static Set<String> identifying(Catalog catalog, List<ResidueToken> tokens) {
    return tokens.stream()
        .map(ResidueToken::label)
        .distinct()
        .filter(label -> identifies(catalog, label))
        .collect(Collectors.toSet());
  }

  private static boolean identifies(Catalog catalog, String label) {
    int dot = label.indexOf('.');
    return catalog
        .table(label.substring(0, dot))
        .storedColumn(label.substring(dot + 1))
        .filter(column -> ErasedValues.identifies(column.pii()))
        .isPresent();
  }
}
