package org.recordlake.catalog;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the individuals of a notice are known: from the table with the role {@link Role#INDIVIDUAL}.
 *
 * @param table the table
 * @param column its key, which has the same name in every table that names an individual
 * @param called what one is called in what people read
 * @param numbers kinds of numbers that only one individual has, the surest first, beginning with
 *     {@code column}
 */
public record Individual(String table, String column, String called, List<String> numbers)
    implements Serializable {
  static Individual of(TableSpec table) {
    String column = table.key().get(0);
    Linkage linkage = table.linkage().orElseThrow();
    return new Individual(
        table.name(),
        column,
        linkage.called().orElse("individual"),
        Stream.concat(Stream.of(column), linkage.numbers().stream()).toList());
  }
}
