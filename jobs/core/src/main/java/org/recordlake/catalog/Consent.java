package org.recordlake.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What must be known of the person a row shows before it may be stored: a choice of theirs, which
 * another table tells.
 *
 * @param when rows that are asked; without a value in one of {@code by} they name nobody
 * @param unnamed values of the condition's column whose rows may name nobody
 * @param table tells choices
 * @param by columns of both tables that name the person
 * @param column a flag of {@code table}, true if the person agreed; empty if that is not known
 * @param spell which of a person's rows tell the choice
 * @param refused reason code where the person did not agree
 * @param unknown reason code where no choice is known
 */
public record Consent(
    Condition when,
    List<String> unnamed,
    String table,
    List<String> by,
    String column,
    Optional<Spell> spell,
    String refused,
    String unknown) {
  public Consent {
    unnamed = List.copyOf(unnamed);
    by = List.copyOf(by);
  }

  /**
   * Where a person has several rows in the other table, those count whose spell was running when
   * the row was made; if there is none, all.
   *
   * @param at when the row was made
   * @param from when a spell began, in the other table
   * @param to when it ended
   */
  public record Spell(String at, String from, String to) {}
}
