package org.recordlake.retention;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.recordlake.catalog.TableSpec;
import org.recordlake.catalog.Zone;
import org.recordlake.job.JobContext;
import org.recordlake.lake.TaskSizing;
import org.recordlake.problem.Failure;
import org.recordlake.protect.Protector;
import org.recordlake.scan.token.ResidueTokens;

/**
 * Values of destroyed rows that something says which may stay: a colleague's firm, a ZIP code, a
 * word of the program. They would be found for ever, so they are not looked for.
 */
final class LivingMentions {
  /** Texts a task remembers so as not to look through them again; most columns say few things. */
  private static final int REMEMBERED = 50_000;

  private final JobContext context;
  private final ResidueTokens sought;

  LivingMentions(JobContext context, ResidueTokens sought) {
    this.context = context;
    this.sought = sought;
  }

  /** Tokens that rows of {@code tables} mention. */
  Set<String> inRows(List<TableSpec> tables) {
    JavaSparkContext spark = new JavaSparkContext(context.lake().spark().sparkContext());
    Broadcast<Mentions> mentions = spark.broadcast(new Mentions(sought, context.protector()));
    try {
      return tables.stream()
          .filter(table -> context.lake().exists(table.name()))
          .map(this::texts)
          .reduce(Dataset::union)
          .map(TaskSizing::packed)
          .map(rows -> rows.mapPartitions(read(mentions), Encoders.STRING()).distinct())
          .map(tokens -> new HashSet<>(tokens.collectAsList()))
          .orElseGet(HashSet::new);
    } finally {
      mentions.destroy();
    }
  }

  /** Tokens that the words of the installation's configuration are. */
  Set<String> inConfiguration() {
    Mentions.Reader reader = new Mentions(sought, context.protector()).reader();
    Path conf = context.settings().installation().confFolder();
    try (Stream<Path> files = Files.walk(conf)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        reader.read(Files.readString(file));
      }
      return reader.met().keySet();
    } catch (IOException e) {
      throw Failure.storage(
          "the configuration cannot be read", conf.toString(), "Check the permissions", e);
    }
  }

  /** Tables of rows that live, without those of which the rows themselves may have to go. */
  static List<TableSpec> tables(JobContext context, Set<String> without) {
    return Stream.of(Zone.RECORDS, Zone.GOVERNANCE)
        .flatMap(zone -> context.catalog().tables(zone).stream())
        .filter(table -> !without.contains(table.name()))
        .toList();
  }

  private Dataset<Row> texts(TableSpec table) {
    Dataset<Row> rows = context.lake().read(table.name());
    Protector keys = context.protector();
    UserDefinedFunction pseudonym =
        udf((UDF1<String, String>) keys::pseudonym, DataTypes.StringType);
    Stream<Column> own =
        Arrays.stream(rows.schema().fields())
            .filter(field -> field.dataType().equals(DataTypes.StringType))
            .map(field -> col(field.name()));
    Stream<Column> pseudonyms =
        ErasedValues.pseudonymised(table).stream().map(name -> pseudonym.apply(col(name)));
    return rows.select(array(Stream.concat(own, pseudonyms).toArray(Column[]::new)).as("texts"));
  }

  private static MapPartitionsFunction<Row, String> read(Broadcast<Mentions> mentions) {
    return rows -> {
      Mentions.Reader reader = mentions.value().reader();
      Set<String> read = new HashSet<>();
      while (rows.hasNext()) {
        rows.next().<String>getList(0).stream().filter(read::add).forEach(reader::read);
        if (read.size() > REMEMBERED) {
          read.clear();
        }
      }
      Iterator<String> met = reader.met().keySet().iterator();
      return met;
    };
  }
}
