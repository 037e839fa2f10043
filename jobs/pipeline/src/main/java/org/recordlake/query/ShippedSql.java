package org.recordlake.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text of the restricted queries that come with the program. */
final class ShippedSql {
  private ShippedSql() {}

  static String read(String name) {
    String resource = "/sql/restricted/" + name + ".sql";
    try (InputStream stream = ShippedSql.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("there is no query " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
