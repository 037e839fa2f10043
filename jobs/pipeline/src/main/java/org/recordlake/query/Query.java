package org.recordlake.query;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.lake.Lake;
import org.recordlake.lake.PseudonymFunction;
import org.recordlake.lake.engine.ParsedSql;
import org.recordlake.lake.engine.ZoneCatalog;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;

/**
 * A checked and analysed statement, ready to give its rows.
 *
 * @param tables the tables it reads
 * @param rows its rows, not computed yet
 */
public record Query(List<TableSpec> tables, Dataset<Row> rows) {
  /** The zones everyone may ask. */
  public static final Set<Zone> OPEN = EnumSet.of(Zone.MARTS);

  /** The zones open to a named person for a stated reason. */
  public static final Set<Zone> ALL = EnumSet.allOf(Zone.class);

  public Query {
    tables = List.copyOf(tables);
  }

  /**
   * Reads nothing yet.
   *
   * @param zones zones the asker may see
   * @throws Failure (usage) if {@code sql} is no SELECT over tables of these zones
   */
  public static Query of(String sql, Lake lake, Catalog catalog, Set<Zone> zones) {
    SparkSession session = session(lake, catalog, zones);
    // The parser reads the settings of the thread's active session.
    SparkSession.setActiveSession(session);
    try {
      Set<TableSpec> tables =
          AllowedSql.tables(ParsedSql.of(sql, session), catalog, zones, AllowedFunctions.NAMES);
      return new Query(List.copyOf(tables), session.sql(sql));
    } catch (Exception thrown) {
      throw told(thrown);
    } finally {
      SparkSession.setActiveSession(lake.spark());
    }
  }

  /**
   * A query that comes with the program, over any zone, which may call {@code pseudonym(text)}.
   * Reads nothing yet.
   *
   * @param sql its text
   * @param arguments values of its named parameters
   */
  public static Query shipped(
      String sql, Map<String, Object> arguments, Lake lake, Catalog catalog, Protector protector) {
    SparkSession session = session(lake, catalog, ALL);
    PseudonymFunction.register(session, protector);
    SparkSession.setActiveSession(session);
    try {
      Set<String> functions = new HashSet<>(AllowedFunctions.NAMES);
      functions.add("pseudonym");
      Set<TableSpec> tables =
          AllowedSql.tables(ParsedSql.of(sql, session), catalog, ALL, functions);
      return new Query(List.copyOf(tables), session.sql(sql, arguments));
    } catch (Exception thrown) {
      throw told(thrown);
    } finally {
      SparkSession.setActiveSession(lake.spark());
    }
  }

  /** The zones beyond {@link #OPEN} the statement reaches into. */
  public List<String> restrictedZones() {
    return tables.stream()
        .map(TableSpec::zone)
        .filter(zone -> !OPEN.contains(zone))
        .map(Zone::folder)
        .distinct()
        .toList();
  }

  /** Writes the rows as they come; they are never all in memory. */
  public void write(Format format, java.io.PrintStream out) {
    try {
      format.write(rows, out);
    } catch (Exception thrown) {
      throw told(thrown);
    }
  }

  /** A session of its own, in which only the zones can be named. */
  private static SparkSession session(Lake lake, Catalog catalog, Set<Zone> zones) {
    SparkSession session = (SparkSession) lake.spark().newSession();
    session.conf().set("spark.sql.runSQLOnFiles", "false");
    session.conf().set("spark.sql.variable.substitute", "false");
    zones.forEach(zone -> ZoneCatalog.register(session, zone, catalog, lake.root()));
    return session;
  }

  /**
   * What the asker did wrong, in Spark's words where no row was read yet, by its name alone after
   * that, since a message about a row may quote it.
   */
  private static RuntimeException told(Exception thrown) {
    if (thrown instanceof AnalysisException analysis) {
      return Failure.usage(
          "cannot run this: " + analysis.getSimpleMessage().lines().findFirst().orElse(""),
          "query",
          "Correct the statement");
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SparkThrowable spark && spark.getCondition() != null) {
        return Failure.usage(
            "a row cannot be computed (" + spark.getCondition() + ")",
            "query",
            "Correct the statement, or use the try_ form of the function");
      }
    }
    return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
  }
}
