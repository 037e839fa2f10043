package org.recordlake.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score and time of matching at any size, run by name: {@code ./mvnw -pl jobs -am test
 * -Dtest=RecallBench -Dbench.customers=100000}.
 */
class RecallBench {
  @TempDir Path folder;

  @Test
  void scoreAndTime() throws IOException {
    int customers = Integer.getInteger("bench.customers", 10_000);
    LabelledLake lake = new LabelledLake(folder, customers, Long.getLong("bench.seed", 8));
    long start = System.nanoTime();
    lake.match();
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%,d customers in %.1f s: %s%n", customers, seconds, lake.score());
    if (Boolean.getBoolean("bench.show")) {
      lake.missed().show(60, false);
      lake.links().where("status = 'matched'").groupBy("method").count().show();
    }
  }
}
