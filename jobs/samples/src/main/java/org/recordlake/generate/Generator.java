package org.recordlake.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.recordlake.problem.Failure;

/**
 * Writes a generated landing folder: small ones at once on this machine, large ones as Spark tasks,
 * with the same bytes.
 */
public final class Generator {
  /** From so many customers on the start of Spark pays. */
  public static final int SPARK_FROM = 20_001;

  private Generator() {}

  /**
   * Spark is asked for only if there are {@link #SPARK_FROM} customers or more, or if the target is
   * no local folder. The target must be empty, so that no file of another lake is left between the
   * new ones.
   */
  public static GenerateResult generate(GenerateOptions options, Supplier<SparkSession> spark) {
    boolean large = options.customers() >= SPARK_FROM || !options.local();
    try {
      return large ? spread(options, spark.get()) : here(options);
    } catch (IOException | UncheckedIOException e) {
      throw Failure.storage(
          "Cannot write the generated files",
          options.out(),
          "name a folder that can be written and has room",
          e);
    }
  }

  private static GenerateResult here(GenerateOptions options) throws IOException {
    checkEmpty(options, Map.of());
    return IntStream.range(0, ChunkWriter.count(options.customers()))
        .mapToObj(chunk -> ChunkWriter.write(options, chunk, Map.of()))
        .reduce(GenerateResult.NOTHING, GenerateResult::plus);
  }

  static GenerateResult spread(GenerateOptions options, SparkSession spark) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    HashMap<String, String> settings = new HashMap<>();
    context.hadoopConfiguration().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    checkEmpty(options, settings);
    List<Integer> chunks =
        IntStream.range(0, ChunkWriter.count(options.customers()))
            .boxed()
            .collect(Collectors.toList());
    return context
        .parallelize(chunks, chunks.size())
        .map(chunk -> ChunkWriter.write(options, chunk, settings))
        .reduce(GenerateResult::plus);
  }

  private static void checkEmpty(GenerateOptions options, Map<String, String> settings)
      throws IOException {
    if (!LandingStore.of(options.out(), settings).empty()) {
      throw Failure.usage(
          "Cannot generate into a folder that is not empty",
          options.out(),
          "name another folder, or empty this one first");
    }
  }
}
