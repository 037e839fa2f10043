package org.recordlake.identity;

import org.recordlake.format.sales.SalesforceId;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.recordlake.catalog.TableSpec;
import org.recordlake.lake.Lake;

/**
 * All rows that tell of a customer or seek one, as one set of rows. Each table has a query of its
 * own under {@code sql/identity}, which selects what the table has of the common columns.
 */
final class Parties {
  /** Tables whose rows tell of customers: a change in them may move rows of any table. */
  static final Set<String> TELLING =
      Set.of(
          "customers",
          "contacts",
          "customer_identifiers",
          "customer_equipment",
          "supplier_contracts",
          "meeting_participants",
          "event_registrations");

  static final List<String> TABLES =
      List.of(
          "customers",
          "contacts",
          "customer_identifiers",
          "customer_equipment",
          "supplier_contracts",
          "meeting_participants",
          "event_registrations",
          "poll_responses",
          "chat_messages",
          "survey_responses",
          "campaign_contacts",
          "publication_subscriptions",
          "organization_memberships");

  /** Tables whose rows name people who are found by name, and are never linked to a customer. */
  private static final List<String> NAMING = List.of("payments", "meetings");

  private static final StructType SCHEMA = schema();

  private Parties() {}

  /** The rows of all tables that exist, in the columns {@link #party} reads. */
  static Dataset<Row> read(Lake lake) {
    return read(lake, TABLES.stream());
  }

  /** The same with the rows of every other table that names people. */
  static Dataset<Row> everywhere(Lake lake) {
    return read(lake, Stream.concat(TABLES.stream(), NAMING.stream()));
  }

  private static Dataset<Row> read(Lake lake, Stream<String> tables) {
    return tables
        .filter(lake::exists)
        .map(table -> read(lake, table))
        .reduce(Dataset::union)
        .orElseGet(() -> lake.spark().createDataFrame(List.of(), SCHEMA));
  }

  private static Dataset<Row> read(Lake lake, String table) {
    lake.read(table).createOrReplaceTempView(table);
    try {
      Dataset<Row> rows = lake.spark().sql(sql(table));
      List<String> given = Arrays.asList(rows.columns());
      return rows.select(
          Stream.of(SCHEMA.fields()).map(field -> column(field, given)).toArray(Column[]::new));
    } finally {
      lake.spark().catalog().dropTempView(table);
    }
  }

  private static Column column(StructField field, List<String> given) {
    Column value = given.contains(field.name()) ? col(field.name()) : lit(null);
    return value.cast(field.dataType()).as(field.name());
  }

  /** {@code row} in normal form. */
  static Party party(Row row) {
    Party.Part part = Party.Part.valueOf(text(row, "part"));
    String customer = text(row, "customer_id");
    Stream<String> numbers = texts(row, "numbers").filter(number -> !number.endsWith(":"));
    Stream<String> own =
        SalesforceId.of(customer).map(Method.CUSTOMER_ID::key).filter(id -> speaks(row)).stream();
    return new Party(
        Target.of(row),
        part,
        customer == null ? "" : customer,
        Stream.concat(numbers, own).distinct().toList(),
        texts(row, "emails").flatMap(email -> Addresses.email(email).stream()).distinct().toList(),
        features(row),
        text(row, "file"));
  }

  /** Whether the row's own customer number says which form of it the customer goes by. */
  private static boolean speaks(Row row) {
    return !text(row, "part").equals(Party.Part.KNOWN.name());
  }

  private static Features features(Row row) {
    Place.Line line = Place.Line.parse(text(row, "one_line"));
    Place.Line city = Place.Line.parse(text(row, "city_and_state"));
    Place own = Place.of(text(row, "city"), text(row, "state"), text(row, "zip"));
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
    StructType schema = Target.SCHEMA;
    for (String column :
        List.of(
            "part",
            "customer_id",
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

  private static String sql(String table) {
    String resource = "/sql/identity/" + table + ".sql";
    try (InputStream stream = Parties.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
