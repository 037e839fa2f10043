package org.recordlake.identity;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.recordlake.catalog.Individual;

/**
 * Turns candidates and the links that stand into changes of links. Reads rows of {@link
 * Candidate#SCHEMA} sorted by the row they are about, and keeps those of one row at a time.
 */
final class LinkDecider implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final Date asOf;
  private final Individual individual;

  LinkDecider(Date asOf, Individual individual) {
    this.asOf = asOf;
    this.individual = individual;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Walk(rows);
  }

  private final class Walk implements Iterator<Row> {
    private final Iterator<Row> rows;
    private Iterator<Row> ready = List.<Row>of().iterator();
    private Optional<Row> ahead = Optional.empty();

    Walk(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext() && (ahead.isPresent() || rows.hasNext())) {
        ready = changes(one()).iterator();
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return ready.next();
    }

    /** The rows about the next target. */
    private List<Row> one() {
      List<Row> found = new ArrayList<>();
      Row first = ahead.orElseGet(rows::next);
      ahead = Optional.empty();
      found.add(first);
      while (rows.hasNext()) {
        Row next = rows.next();
        if (!RowReference.of(next).sameRowAs(RowReference.of(first))) {
          ahead = Optional.of(next);
          return found;
        }
        found.add(next);
      }
      return found;
    }
  }

  private List<Row> changes(List<Row> found) {
    List<CandidatePair> candidates =
        found.stream().filter(CandidatePair::isCandidate).map(CandidatePair::of).toList();
    List<LinkChange.Existing> existing =
        found.stream()
            .filter(row -> !CandidatePair.isCandidate(row))
            .map(LinkChange.Existing::of)
            .toList();
    List<Link> said =
        existing.stream()
            .map(LinkChange.Existing::link)
            .filter(link -> link.status().decidedByAPerson())
            .toList();
    List<Link> wanted =
        candidates.isEmpty()
            ? List.of()
            : LinkDecision.of(candidates.get(0).target(), candidates, said, asOf, individual);
    return Stream.concat(
            LinkChange.writes(wanted, existing, individual.table()).stream(),
            LinkChange.deletes(wanted, existing).stream())
        .map(LinkChange::row)
        .toList();
  }
}
