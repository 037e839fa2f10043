package org.recordlake.scan.decode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.result.ScanResult.Volume;
import org.recordlake.scan.result.Unread;

/** What was found and what could not be read, as long as a scan goes on. */
public final class Findings {
  private final Map<Key, Long> hits = new HashMap<>();
  private final Set<Key> coarse = new HashSet<>();
  private final Set<Unread> unread = new HashSet<>();
  private final Map<Kind, Volume> volumes = new EnumMap<>(Kind.class);

  private record Key(String path, String place, String label) {}

  void hit(String path, String place, String label, boolean byBytes) {
    Key key = new Key(path, place, label);
    hits.merge(key, 1L, Long::sum);
    if (byBytes) {
      coarse.add(key);
    }
  }

  public void unread(Unread one) {
    unread.add(one);
  }

  void file(Kind kind, long bytes) {
    volumes.merge(kind, new Volume(1, bytes), Findings::sum);
  }

  public void add(Findings other) {
    other.hits.forEach((key, count) -> hits.merge(key, count, Long::sum));
    coarse.addAll(other.coarse);
    unread.addAll(other.unread);
    other.volumes.forEach((kind, volume) -> volumes.merge(kind, volume, Findings::sum));
  }

  /** Sorted; what was met byte by byte stands only where no better place in the file is known. */
  public List<ScanHit> hits() {
    Set<Key> known = new HashSet<>();
    hits.keySet().stream()
        .filter(key -> !coarse.contains(key))
        .forEach(key -> known.add(file(key)));
    List<ScanHit> sorted = new ArrayList<>();
    hits.forEach(
        (key, count) -> {
          if (!coarse.contains(key) || !known.contains(file(key))) {
            sorted.add(new ScanHit(key.path(), key.place(), key.label(), count));
          }
        });
    sorted.sort(null);
    return sorted;
  }

  public List<Unread> unread() {
    return unread.stream().sorted().toList();
  }

  public Map<Kind, Volume> volumes() {
    return volumes;
  }

  private static Volume sum(Volume one, Volume other) {
    return new Volume(one.files() + other.files(), one.bytes() + other.bytes());
  }

  private static Key file(Key key) {
    return new Key(key.path(), "", key.label());
  }
}
