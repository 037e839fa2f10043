package org.recordlake.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What is to be done to one link. */
record LinkChange(Kind kind, Link link) {
  static final String KIND = "change";
  static final StructType SCHEMA = Link.SCHEMA.add(KIND, DataTypes.StringType);

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
      return new Existing(Link.of(row), row.<Boolean>getAs("held"));
    }

    /** Whether a match made anew may neither change nor delete it. */
    boolean fixed() {
      return held || link.status().decidedByAPerson();
    }
  }

  /**
   * What of {@code wanted} is to be written.
   *
   * @param individuals table of the individuals, whose rows may be linked to several
   */
  static List<LinkChange> writes(List<Link> wanted, List<Existing> existing, String individuals) {
    List<LinkChange> changes = new ArrayList<>();
    for (Link link : wanted) {
      Optional<Existing> old = about(link.individualId(), existing);
      if (old.isEmpty()) {
        changes.add(new LinkChange(Kind.INSERT, besides(existing, link, individuals)));
      } else if (!old.get().fixed() && !old.get().link().saysTheSameAs(link)) {
        changes.add(new LinkChange(Kind.UPDATE, link));
      }
    }
    return changes;
  }

  /**
   * A row a held link leads to one individual is linked to no second one without a person's word.
   */
  private static Link besides(List<Existing> existing, Link link, String individuals) {
    boolean taken =
        !link.target().table().equals(individuals)
            && existing.stream()
                .anyMatch(old -> old.held() && old.link().status() == Link.Status.MATCHED);
    return taken ? link.decided(Link.Status.REVIEW, link.decidedOn(), link.decidedBy()) : link;
  }

  /** Links that no longer follow from the rows, or whose row or individual is gone. */
  static List<LinkChange> deletes(List<Link> wanted, List<Existing> existing) {
    return existing.stream()
        .filter(old -> !old.fixed())
        .filter(
            old ->
                wanted.stream()
                    .noneMatch(link -> link.individualId().equals(old.link().individualId())))
        .map(old -> new LinkChange(Kind.DELETE, old.link()))
        .toList();
  }

  private static Optional<Existing> about(String individualId, List<Existing> existing) {
    return existing.stream()
        .filter(old -> old.link().individualId().equals(individualId))
        .findFirst();
  }

  /** The link's columns, then {@link #KIND}. */
  Row row() {
    return link.row(kind.code());
  }
}
