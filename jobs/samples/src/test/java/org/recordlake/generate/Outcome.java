package org.recordlake.generate;

/** What a correct ingest makes of a row; every row has exactly one outcome. */
enum Outcome {
  STORED("stored"),
  UPDATED("updated"),
  DUPLICATE("duplicate"),
  QUARANTINED("quarantined"),
  EXPIRED("expired_on_arrival"),
  OUTSIDE("outside_the_catalogue");

  private final String column;

  Outcome(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  String words() {
    return column.replace('_', ' ');
  }
}
