package org.recordlake.lake.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.SparkTypes;

/**
 * One zone of the lake as a Spark catalogue, so that SQL may say {@code marts.customer_value}.
 * There is no way to write through it. Spark makes it by name; {@link #register} hands it what it
 * needs through the session's settings.
 */
public final class ZoneCatalog implements TableCatalog {
  private static final String ROOT = "root";
  private static final String TABLE = "table.";

  private String name;
  private String root;
  private CaseInsensitiveStringMap options;

  /** Offers {@code zone} in {@code session} under its own name. */
  public static void register(SparkSession session, Zone zone, Catalog catalog, String lakeRoot) {
    String key = "spark.sql.catalog." + zone.folder();
    session.conf().set(key, ZoneCatalog.class.getName());
    session.conf().set(key + "." + ROOT, lakeRoot + "/" + zone.folder());
    for (TableSpec spec : catalog.tables(zone)) {
      session.conf().set(key + "." + TABLE + spec.name(), SparkTypes.schema(spec).json());
    }
  }

  @Override
  public void initialize(String givenName, CaseInsensitiveStringMap givenOptions) {
    name = givenName;
    root = givenOptions.get(ROOT);
    options = givenOptions;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Table loadTable(Identifier identifier) throws NoSuchTableException {
    String schema = options.get(TABLE + identifier.name());
    if (identifier.namespace().length > 0 || schema == null) {
      throw new NoSuchTableException(identifier);
    }
    SparkSession session = SparkSession.active();
    Path location = new Path(root, identifier.name());
    return exists(session, location)
        ? DeltaTableV2.apply(session, location, scala.collection.immutable.Map$.MODULE$.empty(), "")
        : new TableWithoutRows(identifier.name(), (StructType) DataType.fromJson(schema));
  }

  private static boolean exists(SparkSession session, Path location) {
    try {
      return location
          .getFileSystem(session.sparkContext().hadoopConfiguration())
          .exists(new Path(location, "_delta_log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Identifier[] listTables(String[] namespace) {
    return new Identifier[0];
  }

  @Override
  public Table createTable(
      Identifier identifier,
      StructType schema,
      Transform[] partitions,
      Map<String, String> properties) {
    throw readOnly();
  }

  @Override
  public Table alterTable(Identifier identifier, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier identifier) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("Queries only read");
  }
}
