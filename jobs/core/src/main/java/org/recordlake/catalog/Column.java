package org.recordlake.catalog;

import java.util.List;

/**
 * A column as a source delivers it.
 *
 * @param name snake_case name
 * @param type the type it is stored with
 * @param nullable whether it may be empty
 * @param pii what it says about a person
 * @param protection what is done to it before the first write
 * @param description for the data dictionary
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    PiiClass pii,
    Protection protection,
    String description) {

  /**
   * The columns this one is stored as: itself, three parts of a protected number, or none at all.
   */
  public List<Column> stored() {
    if (protection == Protection.REFUSE) {
      return List.of();
    }
    if (!protection.splits()) {
      return List.of(this);
    }
    return List.of(
        part("_token", "Keyed token of " + name + ": equal numbers have equal tokens."),
        part("_last4", "Last four digits of " + name + "."),
        part("_sealed", "Encrypted " + name + "."));
  }

  private Column part(String suffix, String text) {
    return new Column(name + suffix, ColumnType.STRING, true, pii, Protection.NONE, text);
  }
}
