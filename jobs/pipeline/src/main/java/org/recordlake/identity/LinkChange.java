package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What is to be done to one link. */
record LinkChange(Kind kind, Link link) {
  static final String KIND = "change";

  enum Kind {
    INSERT,
    UPDATE,
    DELETE;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A link as it stands.
   *
   * @param held whether a legal hold keeps it as it is
   */
  record Existing(Link link, boolean held) {
    /** From a row of {@link CandidatePair#SCHEMA}. */
    static Existing of(Row row) {
      return new Existing(
          new Link(
              RowReference.of(row),
              row.getAs("customer_id"),
              LinkMethod.of(row.getAs("method")),
              row.getAs("evidence"),
              row.<Double>getAs("weight"),
              Link.Status.of(row.getAs("status")),
              row.getAs("decided_on"),
              row.getAs("decided_by")),
          row.<Boolean>getAs("held"));
    }

    /** Whether a match made anew may neither change nor delete it. */
    boolean fixed() {
      return held || link.status().decidedByAPerson();
    }
  }

  static List<LinkChange> writes(List<Link> wanted, List<Existing> standing) {
    List<LinkChange> changes = new ArrayList<>();
    for (Link link : wanted) {
      Optional<Existing> old = about(link.customerId(), standing);
      if (old.isEmpty()) {
        changes.add(new LinkChange(Kind.INSERT, besides(standing, link)));
      } else if (!old.get().fixed() && !old.get().link().saysTheSameAs(link)) {
        changes.add(new LinkChange(Kind.UPDATE, link));
      }
    }
    return changes;
  }

  /** A row a held link leads to one customer is linked to no second one without a person's word. */
  private static Link besides(List<Existing> standing, Link link) {
    boolean taken =
        !link.target().table().equals("customers")
            && standing.stream()
                .anyMatch(old -> old.held() && old.link().status() == Link.Status.MATCHED);
    return taken ? link.decided(Link.Status.REVIEW, link.decidedOn(), link.decidedBy()) : link;
  }

  /** Links that no longer follow from the rows, or whose row or customer is gone. */
  static List<LinkChange> deletes(List<Link> wanted, List<Existing> standing) {
    return standing.stream()
        .filter(old -> !old.fixed())
        .filter(
            old ->
                wanted.stream()
                    .noneMatch(link -> link.customerId().equals(old.link().customerId())))
        .map(old -> new LinkChange(Kind.DELETE, old.link()))
        .toList();
  }

  private static Optional<Existing> about(String customerId, List<Existing> standing) {
    return standing.stream().filter(old -> old.link().customerId().equals(customerId)).findFirst();
  }

  /** The link's columns, then {@link #KIND}. */
  Row row() {
    Object[] values = link.values();
    Object[] all = java.util.Arrays.copyOf(values, values.length + 1);
    all[values.length] = kind.code();
    return RowFactory.create(all);
  }

  static StructType schema(StructType links) {
    return links.add(KIND, "string");
  }
}
