package org.recordlake.model;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.catalog.TableSpec.Incremental;
import org.recordlake.lake.Lake;
import org.recordlake.lake.RowChanges;

/**
 * Decides how much of a mart is made anew: only the customers touched, if the mart allows it,
 * nothing but rows changed, the changes can still be told, and that is less work than all rows.
 */
final class ScopePlanner {
  private static final long MB = 1L << 20;

  private final Lake lake;

  ScopePlanner(Lake lake) {
    this.lake = lake;
  }

  /**
   * @param then what the mart's rows followed from
   * @param now what they follow from now
   */
  Scope scope(MartModel model, Fingerprint then, Fingerprint now) {
    return model
        .spec()
        .mart()
        .flatMap(mart -> mart.incremental())
        .filter(how -> inputBytes(model) >= how.fromMb() * MB)
        .flatMap(how -> touched(model, how, then, now))
        .orElse(Scope.WHOLE);
  }

  private Optional<Scope> touched(
      MartModel model, Incremental how, Fingerprint then, Fingerprint now) {
    Set<String> changed = now.changedSince(then);
    if (!Set.copyOf(model.reads()).containsAll(changed)) {
      return Optional.empty();
    }
    Map<String, Long> since = new HashMap<>();
    for (String table : changed) {
      long version = Long.parseLong(then.parts().getOrDefault(table, "-1"));
      Optional<RowChanges> changes = lake.changesSince(table, version);
      if (changes.isEmpty() || changes.get().bytes() > lake.bytes(table) / 2) {
        return Optional.empty();
      }
      since.put(table, version);
    }
    return Optional.of(new Scope.Touched(how, since));
  }

  private long inputBytes(MartModel model) {
    return model.reads().stream().mapToLong(lake::bytes).sum();
  }
}
