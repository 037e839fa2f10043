package org.recordlake.insights.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.recordlake.model.ModelParameters;
import org.recordlake.testing.SharedSpark;

/** Models over the views a test has made. */
final class Stages {
  private Stages() {}

  static Dataset<Row> sql(String name, ModelParameters parameters) {
    return of("/sql/staging/" + name + ".sql", parameters);
  }

  static Dataset<Row> mart(String name, ModelParameters parameters) {
    return of("/sql/marts/" + name + ".sql", parameters);
  }

  private static Dataset<Row> of(String resource, ModelParameters parameters) {
    try (InputStream text = Stages.class.getResourceAsStream(resource)) {
      return SharedSpark.session()
          .sql(new String(text.readAllBytes(), StandardCharsets.UTF_8), parameters.named());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
