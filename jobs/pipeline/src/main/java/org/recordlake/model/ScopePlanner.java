package org.recordlake.model;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.Incremental;
import org.recordlake.lake.Lake;
import org.recordlake.lake.RowChanges;

/**
 * Decides how much of a mart is made anew: only the customers touched, if the mart allows it,
 * nothing but rows changed, the changes can still be told, and that is less work than all rows.
 */
final class ScopePlanner {
  private static final long MB = 1L << 20;
  private static final String DAY = "as_of";

  private final Lake lake;

  ScopePlanner(Lake lake) {
    this.lake = lake;
  }

  /**
   * @param then what the mart's rows followed from
   * @param now what they follow from now
   */
  RebuildScope scope(MartModel model, Fingerprint then, Fingerprint now) {
    return model
        .spec()
        .mart()
        .flatMap(mart -> mart.incremental())
        .filter(how -> inputBytes(model) >= how.fromMb() * MB)
        .flatMap(how -> touched(model, how, then, now))
        .orElse(RebuildScope.WHOLE);
  }

  private Optional<RebuildScope> touched(
      MartModel model, Incremental how, Fingerprint then, Fingerprint now) {
    Set<String> changed = new HashSet<>(now.changedSince(then));
    Optional<RebuildScope.Passed> passed = passed(how, then, now);
    passed.ifPresent(days -> changed.remove(DAY));
    if (!Set.copyOf(model.reads()).containsAll(changed)) {
      return Optional.empty();
    }
    Map<String, Long> since = new HashMap<>();
    long came = 0;
    for (String table : changed) {
      long version = Long.parseLong(then.parts().getOrDefault(table, "-1"));
      Optional<RowChanges> changes = lake.changesSince(table, version);
      if (changes.isEmpty()) {
        return Optional.empty();
      }
      came += changes.get().bytes();
      since.put(table, version);
    }
    return came > inputBytes(model) / 2
        ? Optional.empty()
        : Optional.of(new RebuildScope.Touched(how, since, passed));
  }

  /** The days between which the windows moved; empty if the day is the same or moves all rows. */
  private static Optional<RebuildScope.Passed> passed(
      Incremental how, Fingerprint then, Fingerprint now) {
    boolean moves = !how.windows().isEmpty() && now.changedSince(then).contains(DAY);
    return moves && then.parts().containsKey(DAY) && now.parts().containsKey(DAY)
        ? Optional.of(
            RebuildScope.Passed.between(
                LocalDate.parse(then.parts().get(DAY)), LocalDate.parse(now.parts().get(DAY))))
        : Optional.empty();
  }

  private long inputBytes(MartModel model) {
    return model.reads().stream().mapToLong(lake::bytes).sum();
  }
}
