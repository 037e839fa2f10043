package org.recordlake.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.Linkage;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.format.business.SalesforceId;
import org.recordlake.job.JobContext;
import org.recordlake.job.SqlFiles;
import org.recordlake.schedule.HeldVersions;

/**
 * Rows that name an individual or seek one, as one set of rows. Which tables take part is said by
 * {@code identity} in the catalogue; each has a query of its own, {@code sql/identity/<table>.sql},
 * which selects what the table has of the common columns.
 */
final class PartyReader {
  private static final String OWN_SCHEME = "own_scheme";
  private static final StructType SCHEMA = schema();

  private final JobContext context;
  private final LinkColumns links;

  PartyReader(JobContext context) {
    this.context = context;
    this.links = LinkColumns.of(context.catalog());
  }

  /** Tables that do one of {@code parts}, in catalogue order. */
  static List<String> tables(Catalog catalog, Linkage.Part... parts) {
    return catalog.tables(Zone.RECORDS).stream()
        .filter(
            table -> table.linkage().filter(own -> Set.of(parts).contains(own.part())).isPresent())
        .map(TableSpec::name)
        .toList();
  }

  /** Tables whose rows may be linked. */
  static List<String> linked(Catalog catalog) {
    return tables(catalog, Linkage.Part.REFERENCE, Linkage.Part.SEEKING);
  }

  /** The rows that may be linked or linked to, in the columns {@link #party} reads. */
  Dataset<Row> linked() {
    return read(linked(context.catalog()));
  }

  /** The same with the rows of every other table that names people. */
  Dataset<Row> everywhere() {
    return read(tables(context.catalog(), Linkage.Part.values()));
  }

  /** What held rows of such tables said before they were overwritten. */
  Dataset<Row> versions() {
    HeldVersions versions = new HeldVersions(context);
    List<String> naming = tables(context.catalog(), Linkage.Part.values());
    return together(
        versions.tables().stream()
            .filter(naming::contains)
            .map(table -> read(table, versions.rows(context.catalog().table(table)))));
  }

  private Dataset<Row> read(List<String> tables) {
    return together(
        tables.stream()
            .filter(context.lake()::exists)
            .map(table -> read(table, context.lake().read(table))));
  }

  private Dataset<Row> together(Stream<Dataset<Row>> tables) {
    return tables
        .reduce(Dataset::union)
        .orElseGet(() -> context.lake().spark().createDataFrame(List.of(), SCHEMA));
  }

  private Dataset<Row> read(String table, Dataset<Row> rows) {
    SparkSession spark = context.lake().spark();
    rows.createOrReplaceTempView(table);
    try {
      return common(table, spark.sql(SqlFiles.read(context, "sql/identity/" + table + ".sql")));
    } finally {
      spark.catalog().dropTempView(table);
    }
  }

  private Dataset<Row> common(String table, Dataset<Row> rows) {
    Individual individual = links.individual();
    Set<String> given = Set.of(rows.columns());
    Column named = given.contains(individual.column()) ? col(individual.column()) : lit(null);
    Column scopes =
        array(
            links.scopes().stream()
                .map(scope -> given.contains(scope) ? col(scope) : lit(null))
                .toArray(Column[]::new));
    Column part =
        table.equals(individual.table())
            ? lit(Party.Part.INDIVIDUAL.name())
            : given.contains("part") ? col("part") : lit(Party.Part.SEEKING.name());
    Map<String, Column> made =
        Map.of(
            "table_name",
            lit(table),
            RowReference.SCOPES,
            scopes,
            "part",
            part,
            LinkColumns.INDIVIDUAL,
            named,
            OWN_SCHEME,
            lit(individual.column()));
    return rows.select(
        Stream.of(SCHEMA.fields())
            .map(
                field ->
                    made.getOrDefault(
                            field.name(),
                            given.contains(field.name()) ? col(field.name()) : lit(null))
                        .cast(field.dataType())
                        .as(field.name()))
            .toArray(Column[]::new));
  }

  /** {@code row} in normal form. */
  static Party party(Row row) {
    Party.Part part = Party.Part.valueOf(text(row, "part"));
    String individual = text(row, LinkColumns.INDIVIDUAL);
    Stream<String> numbers = texts(row, "numbers").filter(number -> !number.endsWith(":"));
    Stream<String> own =
        SalesforceId.of(individual)
            .map(new LinkMethod(text(row, OWN_SCHEME))::key)
            .filter(id -> speaks(row))
            .stream();
    return new Party(
        RowReference.of(row),
        part,
        individual == null ? "" : individual,
        Stream.concat(numbers, own).distinct().toList(),
        texts(row, "emails").flatMap(email -> Addresses.email(email).stream()).distinct().toList(),
        features(row),
        text(row, "file"));
  }

  /** Whether the row's own individual number says which form of it the individual goes by. */
  private static boolean speaks(Row row) {
    return !text(row, "part").equals(Party.Part.REFERENCE.name());
  }

  private static Features features(Row row) {
    Locality.Line line = Locality.Line.parse(text(row, "one_line"));
    Locality.Line city = Locality.Line.parse(text(row, "city_and_state"));
    Locality own = Locality.of(text(row, "city"), text(row, "state"), text(row, "zip"));
    String street = text(row, "line1");
    return new Features(
        PartyName.of(text(row, "name")),
        StreetAddress.of(street == null ? line.street() : street, text(row, "line2")),
        !own.missing() ? own : !line.place().missing() ? line.place() : city.cityOnly(),
        Addresses.phone(text(row, "phone"), text(row, "country")).orElse(""),
        text(row, "naics") == null ? "" : text(row, "naics"));
  }

  private static String text(Row row, String column) {
    return row.getString(SCHEMA.fieldIndex(column));
  }

  private static Stream<String> texts(Row row, String column) {
    List<String> values = row.getList(SCHEMA.fieldIndex(column));
    return values == null ? Stream.of() : values.stream().filter(value -> value != null);
  }

  private static StructType schema() {
    StructType schema = RowReference.SCHEMA;
    for (String column :
        List.of(
            "part",
            LinkColumns.INDIVIDUAL,
            OWN_SCHEME,
            "file",
            "name",
            "phone",
            "country",
            "naics",
            "line1",
            "line2",
            "city",
            "state",
            "zip",
            "one_line",
            "city_and_state",
            TableSpec.RECORD_SOURCE)) {
      schema = schema.add(column, DataTypes.StringType);
    }
    for (String column : List.of("numbers", "emails")) {
      schema = schema.add(column, DataTypes.createArrayType(DataTypes.StringType));
    }
    return schema;
  }
}
