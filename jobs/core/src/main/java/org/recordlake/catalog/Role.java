package org.recordlake.catalog;

import java.util.List;
import java.util.Locale;

/**
 * What a records table is to a feature of the program, said by {@code role} in its catalogue file.
 * Code asks for a role and never for a table's name. A feature whose role no table has does
 * nothing, and says so.
 */
public enum Role {
  /** Says who is who: one row a person or firm. Its key is the number by which others name them. */
  INDIVIDUAL,

  /** A contract whose value and last day follow from its actions, where its source says so. */
  CONTRACT,

  /** An action on a contract, such as a modification. */
  CONTRACT_ACTION,

  /** A meeting, of which a sheet can be written. */
  MEETING,

  /** Somebody who took part in a meeting. */
  MEETING_PARTICIPANT,

  /** An answer to a question of a poll. */
  POLL_ANSWER("poll_title", "question", "question_kind", "answer"),

  /** A file of records on paper: where it lies, and how it is to be destroyed. */
  PAPER(PaperIndex.LOCATION, PaperIndex.BOX, PaperIndex.PAGES, PaperIndex.METHOD);

  private final List<String> columns;

  Role(String... columns) {
    this.columns = List.of(columns);
  }

  /** The word for it in a catalogue file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Columns by these names that the feature reads. */
  List<String> columns() {
    return columns;
  }
}
