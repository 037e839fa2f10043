package org.recordlake.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.recordlake.catalog.Catalog;
import org.recordlake.catalog.Individual;
import org.recordlake.catalog.SubjectLink;
import org.recordlake.catalog.TableSpec;
import org.recordlake.problem.Failure;

/**
 * How the links of a notice are stored: it decides what the column of the individual is called and
 * on which columns a hold can be laid.
 *
 * @param scopes hold scopes of the row a link is about, as columns of the table of links
 */
record LinkColumns(TableSpec table, Individual individual, List<String> scopes) {
  static final String INDIVIDUAL = "individual_id";

  /**
   * @throws Failure (configuration) if nothing says who is who
   */
  static LinkColumns of(Catalog catalog) {
    TableSpec table = catalog.table(Link.TABLE);
    Individual individual =
        catalog
            .individual()
            .orElseThrow(
                () ->
                    Failure.configuration(
                        "no records table says who is who",
                        "catalogue",
                        "Add role: individual to the one that does"));
    return new LinkColumns(
        table,
        individual,
        catalog.notice().holdScopes().stream()
            .filter(scope -> !scope.equals(individual.column()))
            .filter(scope -> table.storedColumn(scope).isPresent())
            .toList());
  }

  /** Whether rows of {@code named} say which individual they are about. */
  boolean isNamedBy(TableSpec named) {
    return named
        .subject()
        .filter(subject -> subject instanceof SubjectLink.ByColumn)
        .map(SubjectLink.ByColumn.class::cast)
        .filter(link -> link.column().equals(individual.column()))
        .isPresent();
  }

  /** Stored links as {@link Link#of} reads them; further columns stay. */
  Dataset<Row> read(Dataset<Row> stored) {
    return stored
        .withColumn(
            RowReference.SCOPES,
            array(scopes.stream().map(functions::col).toArray(Column[]::new)).cast("array<string>"))
        .withColumnRenamed(individual.column(), INDIVIDUAL);
  }

  /** Links as the table stores them; further columns stay. */
  Dataset<Row> stored(Dataset<Row> links) {
    Stream<Column> own = table.storedColumns().stream().map(column -> stored(column.name()));
    Stream<Column> further =
        Stream.of(links.columns())
            .filter(name -> !List.of(Link.SCHEMA.fieldNames()).contains(name))
            .map(functions::col);
    return links.select(Stream.concat(own, further).toArray(Column[]::new));
  }

  private Column stored(String name) {
    if (name.equals(individual.column())) {
      return col(INDIVIDUAL).as(name);
    }
    int scope = scopes.indexOf(name);
    return scope < 0 ? col(name) : col(RowReference.SCOPES).getItem(scope).as(name);
  }
}
