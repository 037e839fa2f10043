package org.recordlake.identity;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A party under one of its keys: one row of the one shuffle that brings parties together.
 *
 * @param isSeeking whether it looks for an individual
 * @param isReference whether it tells of the individual it names
 */
record BlockingRecord(
    String key,
    boolean isSeeking,
    boolean isReference,
    String individualId,
    RowReference where,
    Features features) {
  static final String KEY = "match_key";
  static final String SEEKING = "seeking";
  static final String REFERENCE = "reference";
  static final String FILE = "file";

  static final StructType SCHEMA = schema();
  private static final int OWN = RowReference.SCHEMA.length();

  /** Every party of {@code rows} under each of its keys. */
  static Dataset<Row> of(Dataset<Row> rows) {
    MapPartitionsFunction<Row, Row> keys = BlockingRecord::spread;
    return rows.mapPartitions(keys, Encoders.row(SCHEMA));
  }

  private static Iterator<Row> spread(Iterator<Row> rows) {
    Iterable<Row> once = () -> rows;
    return java.util.stream.StreamSupport.stream(once.spliterator(), false)
        .map(PartyReader::party)
        .flatMap(BlockingRecord::rows)
        .iterator();
  }

  private static Stream<Row> rows(Party party) {
    return BlockingKeys.of(party).map(key -> row(party, key));
  }

  private static Row row(Party party, String key) {
    RowReference where = party.where();
    Features features = party.features();
    return RowFactory.create(
        where.with(
            key,
            party.part().isSeeking(),
            party.part().isReference(),
            party.individualId(),
            features.name().text(),
            features.address().number(),
            features.address().street(),
            features.address().unit(),
            features.place().city(),
            features.place().state(),
            features.place().zip(),
            features.phone(),
            features.naics(),
            party.file()));
  }

  static BlockingRecord of(Row row) {
    return new BlockingRecord(
        row.getString(OWN),
        row.getBoolean(OWN + 1),
        row.getBoolean(OWN + 2),
        row.getString(OWN + 3),
        RowReference.of(row),
        new Features(
            PartyName.parse(row.getString(OWN + 4)),
            new StreetAddress(
                row.getString(OWN + 5), row.getString(OWN + 6), row.getString(OWN + 7)),
            new Locality(row.getString(OWN + 8), row.getString(OWN + 9), row.getString(OWN + 10)),
            row.getString(OWN + 11),
            row.getString(OWN + 12)));
  }

  private static StructType schema() {
    StructType schema =
        RowReference.SCHEMA
            .add(KEY, DataTypes.StringType)
            .add(SEEKING, DataTypes.BooleanType)
            .add(REFERENCE, DataTypes.BooleanType);
    for (String column :
        List.of(
            LinkColumns.INDIVIDUAL,
            "name",
            "number",
            "street",
            "unit",
            "city",
            "state",
            "zip",
            "phone",
            "naics",
            FILE)) {
      schema = schema.add(column, DataTypes.StringType);
    }
    return schema;
  }
}
