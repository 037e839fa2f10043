package org.recordlake.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recordlake.scan.decode.Content;
import org.recordlake.scan.decode.Examiner;
import org.recordlake.scan.decode.Findings;
import org.recordlake.scan.decode.ScanLimits;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.result.ScanResult.Volume;
import org.recordlake.scan.result.Unread;
import org.recordlake.scan.token.ResidueTokens;
import org.recordlake.scan.token.TokenIndex;

/**
 * Looks for what was destroyed in every file below some folders. Which files there are it asks the
 * folders alone, no log and no catalogue; it knows nothing of how anything was destroyed.
 */
public final class ResidueScan {
  private final List<ScanRoot> roots;
  private final ResidueTokens tokens;
  private final ScanKeys keys;
  private final ScanLimits limits;

  private ResidueScan(
      List<ScanRoot> roots, ResidueTokens tokens, ScanKeys keys, ScanLimits limits) {
    this.roots = roots;
    this.tokens = tokens;
    this.keys = keys;
    this.limits = limits;
  }

  /** A scan of all that lies below the roots. */
  public static ResidueScan of(List<ScanRoot> roots, ResidueTokens tokens, ScanKeys keys) {
    return new ResidueScan(List.copyOf(roots), tokens, keys, ScanLimits.DEFAULT);
  }

  /** The same, unpacking no more than {@code other} allows. */
  public ResidueScan within(ScanLimits other) {
    return new ResidueScan(roots, tokens, keys, other);
  }

  private record Found(ScanRoot root, String path, String shown, String name, long size) {}

  /** Walks and looks. Files that cannot be read are in the result and end nothing. */
  public ScanResult run() {
    TokenIndex index = new TokenIndex(tokens, keys.salt(tokens));
    Walk walk = new Walk(new Examiner(index, keys.unsealing(), limits));
    roots.forEach(walk::root);
    Findings findings = walk.names.findings();
    lookInto(new ConcurrentLinkedQueue<>(walk.files), index).forEach(findings::add);
    SortedMap<String, Volume> scanned = new TreeMap<>();
    findings.volumes().forEach((kind, volume) -> scanned.put(kind.word(), volume));
    return new ScanResult(
        tokens.saltId(),
        tokens.tokens().size(),
        tokens.notSearchable(),
        roots.stream().map(ScanRoot::name).toList(),
        walk.folders,
        walk.links,
        scanned,
        findings.hits(),
        findings.unread());
  }

  private List<Findings> lookInto(Queue<Found> files, TokenIndex index) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Findings>> each = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        each.add(pool.submit(() -> examined(files, new Examiner(index, keys.unsealing(), limits))));
      }
      List<Findings> findings = new ArrayList<>();
      for (Future<Findings> one : each) {
        findings.add(one.get());
      }
      return findings;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot scan", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot scan: interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Findings examined(Queue<Found> files, Examiner examiner) {
    for (Found file = files.poll(); file != null; file = files.poll()) {
      Found found = file;
      examiner.file(
          found.shown(),
          Content.seekable(found.name(), () -> found.root().open(found.path())),
          found.size());
    }
    return examiner.findings();
  }

  /** Collects the files, and looks at names on the way. */
  private static final class Walk {
    private final Examiner names;
    private final List<Found> files = new ArrayList<>();
    private long folders;
    private long links;

    Walk(Examiner names) {
      this.names = names;
    }

    void root(ScanRoot root) {
      folder(root, "", root.name());
    }

    private void folder(ScanRoot root, String path, String shown) {
      folders++;
      List<ScanRoot.Entry> entries;
      try {
        entries = new ArrayList<>(root.list(path));
      } catch (IOException e) {
        String reason = e instanceof AccessDeniedException ? "no permission" : "no readable folder";
        names.findings().unread(new Unread(shown, Unread.WHOLE, reason));
        return;
      }
      entries.sort(Comparator.comparing(ScanRoot.Entry::name));
      for (int i = 0; i < entries.size(); i++) {
        ScanRoot.Entry entry = entries.get(i);
        String name = names.isHit(entry.name()) ? "(name withheld, " + (i + 1) + ")" : entry.name();
        String below = path.isEmpty() ? entry.name() : path + "/" + entry.name();
        names.name(shown + "/" + name, entry.name());
        entry(root, entry, below, shown + "/" + name);
      }
    }

    private void entry(ScanRoot root, ScanRoot.Entry entry, String path, String shown) {
      switch (entry.type()) {
        case FOLDER -> folder(root, path, shown);
        case FILE -> files.add(new Found(root, path, shown, entry.name(), entry.size()));
        case LINK -> links++;
        case LINK_OUT -> {
          links++;
          names
              .findings()
              .unread(new Unread(shown, Unread.WHOLE, "a link out of the folders looked at"));
        }
        case OTHER -> {}
      }
    }
  }
}
