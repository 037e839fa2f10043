package org.recordlake.format.mapped;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** Where a column of a table comes from. */
public sealed interface MappedColumn extends Serializable {
  /** Name of the column. */
  String column();

  /** Names of the fields it is made from. */
  List<String> fields();

  /** The same text in every row. */
  record Constant(String column, String value) implements MappedColumn {
    @Override
    public List<String> fields() {
      return List.of();
    }
  }

  /** A number made from what some fields say, for rows their source does not number. */
  record Key(String column, List<String> fields, boolean number) implements MappedColumn {
    public Key {
      fields = List.copyOf(fields);
    }
  }

  /**
   * What a field says.
   *
   * @param kind how its text is read
   * @param patterns forms of days and times, after {@link java.time.format.DateTimeFormatter}; none
   *     for those that are understood anyway
   * @param words what stands for what; a text that is not among them stays
   * @param otherwise value for an empty field; empty text for none
   */
  record Field(
      String column,
      String field,
      Kind kind,
      List<String> patterns,
      Map<String, String> words,
      String otherwise)
      implements MappedColumn {
    public Field {
      patterns = List.copyOf(patterns);
      words = Map.copyOf(words);
    }

    @Override
    public List<String> fields() {
      return List.of(field);
    }
  }

  /** How a text is read, by the type of its column. */
  enum Kind {
    TEXT,
    NUMBER,
    DAY,
    INSTANT
  }
}
