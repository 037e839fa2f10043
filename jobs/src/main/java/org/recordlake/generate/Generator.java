package org.recordlake.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes a generated landing folder: small ones at once on this machine, large ones as Spark tasks,
 * with the same bytes.
 */
public final class Generator {
  /** From here on the start of Spark pays. */
  public static final int SPARK_FROM = 20_001;

  private Generator() {}

  /** Spark is asked for only if there are {@link #SPARK_FROM} customers or more. */
  public static GenerateResult generate(GenerateOptions options, Supplier<SparkSession> spark) {
    return options.customers() < SPARK_FROM ? here(options) : spread(options, spark.get());
  }

  private static GenerateResult here(GenerateOptions options) {
    return IntStream.range(0, ChunkWriter.count(options.customers()))
        .mapToObj(chunk -> ChunkWriter.write(options, chunk, Map.of()))
        .reduce(GenerateResult.NOTHING, GenerateResult::plus);
  }

  static GenerateResult spread(GenerateOptions options, SparkSession spark) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    HashMap<String, String> settings = new HashMap<>();
    context.hadoopConfiguration().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    List<Integer> chunks =
        IntStream.range(0, ChunkWriter.count(options.customers()))
            .boxed()
            .collect(Collectors.toList());
    return context
        .parallelize(chunks, chunks.size())
        .map(chunk -> ChunkWriter.write(options, chunk, settings))
        .reduce(GenerateResult::plus);
  }
}
