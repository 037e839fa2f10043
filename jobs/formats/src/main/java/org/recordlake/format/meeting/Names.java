package org.recordlake.format.meeting;

import java.util.List;
import java.util.Optional;
import org.recordlake.format.SecretColumns;
import org.recordlake.format.SourceRecord;

/** The column names of one header, in the form in which {@link Labels} compares them. */
final class Names {
  private final SourceRecord header;
  private final List<String> plain;

  Names(SourceRecord header) {
    this.header = header;
    this.plain = header.fields().stream().map(Labels::plain).toList();
  }

  /** Place of the first column called one of {@code names}, or -1. */
  int place(String... names) {
    return place(List.of(names));
  }

  /** The same. */
  int place(List<String> names) {
    for (String name : names) {
      int place = plain.indexOf(name);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  /** Place of the first column whose name begins so, or -1. */
  int beginning(String beginning) {
    for (int i = 0; i < plain.size(); i++) {
      if (plain.get(i).startsWith(beginning)) {
        return i;
      }
    }
    return -1;
  }

  /** Columns of which nothing may be kept. */
  SecretColumns secret() {
    return SecretColumns.of(header.fields());
  }

  /** How many columns stand before the last that has a name. */
  int width() {
    return Labels.width(header);
  }

  /** A name as written; empty if there is no such column. */
  Optional<String> given(int place) {
    return Labels.given(header, place);
  }

  /** A name in the form in which names are compared. */
  String plain(int place) {
    return plain.get(place);
  }
}
