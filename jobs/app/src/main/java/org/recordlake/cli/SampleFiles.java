package org.recordlake.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.recordlake.generate.GenerateOptions;
import org.recordlake.generate.GenerateResult;
import org.recordlake.generate.Generator;

/**
 * Calls the generator, which is on the class path of {@code generate} and of no other command. Only
 * here may its classes be named: picocli looks at every method of every command.
 */
final class SampleFiles {
  private final GenerateOptions options;

  /** As {@link GenerateOptions} has them. */
  SampleFiles(
      int customers, int months, long seed, String out, LocalDate endOn, double secondSource) {
    this.options = new GenerateOptions(customers, months, seed, out, endOn, secondSource);
  }

  /**
   * Makes them.
   *
   * @param place what to call the folder
   * @return one line for each table, and one for the files
   */
  List<String> make(Supplier<SparkSession> spark, String place) {
    GenerateResult made = Generator.generate(options, spark);
    Stream<String> tables =
        made.rows().entrySet().stream()
            .map(
                table ->
                    String.format(
                        Locale.ROOT, "%-28s %,15d rows", table.getKey(), table.getValue()));
    String files = String.format(Locale.ROOT, "%,d files in %s", made.files(), place);
    return Stream.concat(tables, Stream.of(files)).toList();
  }
}
