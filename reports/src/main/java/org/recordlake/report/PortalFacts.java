package org.recordlake.report;

import java.util.List;
import java.util.Objects;

/**
 * What the portal page tells about the run behind the reports: rows per table, quarantine,
 * disposals. Already worded by the caller, because only the caller knows what happened.
 *
 * @param groups titled groups in reading order
 */
public record PortalFacts(List<Group> groups) {
  public PortalFacts {
    groups = List.copyOf(groups);
  }

  /** Nothing to tell. */
  public static PortalFacts none() {
    return new PortalFacts(List.of());
  }

  /**
   * Facts that belong together.
   *
   * @param title such as "Rows per table"
   * @param facts in reading order
   */
  public record Group(String title, List<Fact> facts) {
    public Group {
      Objects.requireNonNull(title, "title");
      facts = List.copyOf(facts);
    }
  }

  /**
   * One label with its value.
   *
   * @param label such as {@code records.customers}
   * @param value such as {@code 312}
   */
  public record Fact(String label, String value) {
    public Fact {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
    }
  }
}
