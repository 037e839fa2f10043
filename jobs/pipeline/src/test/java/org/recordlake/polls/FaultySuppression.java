package org.recordlake.polls;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recordlake.disclosure.CountTable;
import org.recordlake.disclosure.ProtectionRule;
import org.recordlake.job.Job;
import org.recordlake.model.Stages;

/** A polls job that hides the small counts and nothing beside them, as a careless rule would. */
public final class FaultySuppression {
  private FaultySuppression() {}

  public static Job<?> polls() {
    return new Polls(Stages.SHIPPED.with(new PollRelease(FaultySuppression::smallCountsOnly)));
  }

  private static Optional<BitSet> smallCountsOnly(CountTable table, ProtectionRule rule) {
    BitSet hidden = new BitSet();
    IntStream.range(0, table.counts().size())
        .filter(cell -> rule.isSmall(table.counts().get(cell)))
        .forEach(hidden::set);
    return Optional.of(hidden);
  }
}
