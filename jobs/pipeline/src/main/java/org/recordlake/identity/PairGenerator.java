package org.recordlake.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;

/**
 * Brings together the parties that share a key. Reads rows sorted by key, reference records before
 * those that only seek, and keeps no more of them than a {@link Block} holds.
 */
final class PairGenerator implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final LongAccumulator tooLarge;

  /**
   * @param tooLarge counts the blocks that were passed over
   */
  PairGenerator(LongAccumulator tooLarge) {
    this.tooLarge = tooLarge;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Walk(rows);
  }

  /** Reads on only when the pairs made so far are used up. */
  private final class Walk implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final Deque<Row> ready = new ArrayDeque<>();
    private Optional<Block> block = Optional.empty();

    Walk(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        step(BlockingRecord.of(rows.next()));
      }
      if (ready.isEmpty()) {
        leave();
      }
      return !ready.isEmpty();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void step(BlockingRecord party) {
      if (block.filter(current -> current.key().equals(party.key())).isEmpty()) {
        leave();
        block = Optional.of(new Block(party.key()));
      }
      block.get().take(party).forEach(pair -> ready.add(pair.row()));
    }

    private void leave() {
      block.ifPresent(
          left -> {
            left.close().forEach(pair -> ready.add(pair.row()));
            tooLarge.add(left.tooLarge() ? 1 : 0);
          });
      block = Optional.empty();
    }
  }
}
