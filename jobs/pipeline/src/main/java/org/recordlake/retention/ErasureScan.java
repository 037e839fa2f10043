package org.recordlake.retention;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recordlake.certificate.Certificate;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;
import org.recordlake.scan.LocalFolder;
import org.recordlake.scan.ResidueScan;
import org.recordlake.scan.ScanKeys;
import org.recordlake.scan.result.ScanHit;
import org.recordlake.scan.result.ScanResult;
import org.recordlake.scan.result.Unread;
import org.recordlake.scan.token.ResidueTokens;

/**
 * The last word on a disposal: every file of the installation is looked into for the values that
 * were destroyed. In two steps, since rows set aside and copies of dropped files that name them
 * have to go before tables are purged: {@link #prepare}, and after the purge {@link #run}.
 */
final class ErasureScan {
  private static final int MOST_PROBLEMS = 20;
  private static final List<String> LIMITS =
      List.of(
          "numbers, days, single words that are no name, and values that a living record or the"
              + " configuration says too were not looked for",
          "places outside of the folders named were not looked into");

  private final JobContext context;
  private final ErasedTokens store;
  private final ResidueTokens sought;
  private final long rowsDestroyed;
  private final ErasedCopies.Outcome copies;

  private ErasureScan(
      JobContext context,
      ErasedTokens store,
      ResidueTokens sought,
      long rowsDestroyed,
      ErasedCopies.Outcome copies) {
    this.context = context;
    this.store = store;
    this.sought = sought;
    this.rowsDestroyed = rowsDestroyed;
    this.copies = copies;
  }

  /**
   * Destroys what was left beside the tables.
   *
   * @return empty if nothing is to be looked for
   */
  static Optional<ErasureScan> prepare(JobContext context) {
    ErasedTokens store = new ErasedTokens(context);
    return store.sought().map(tokens -> prepare(context, store, tokens));
  }

  private static ErasureScan prepare(JobContext context, ErasedTokens store, ResidueTokens tokens) {
    LivingMentions living = new LivingMentions(context, tokens);
    Set<String> said = new HashSet<>(living.inConfiguration());
    said.addAll(living.inRows(LivingMentions.tables(context, Set.of(RowsSetAside.TABLE))));
    ResidueTokens sought = tokens.without(said);
    long rows = new RowsSetAside(context).destroy(sought);
    Set<String> aside =
        new LivingMentions(context, sought)
            .inRows(List.of(context.catalog().table(RowsSetAside.TABLE)));
    sought = sought.without(aside);
    return new ErasureScan(context, store, sought, rows, new ErasedCopies(context).destroy(sought));
  }

  /**
   * A look for everything ever destroyed, which itself destroys nothing.
   *
   * @return empty if nothing was
   */
  static Optional<ErasureScan> ofEverything(JobContext context) {
    ErasedTokens store = new ErasedTokens(context);
    return store
        .all()
        .map(
            tokens -> {
              LivingMentions living = new LivingMentions(context, tokens);
              Set<String> said = new HashSet<>(living.inConfiguration());
              said.addAll(living.inRows(LivingMentions.tables(context, Set.of())));
              ResidueTokens sought = tokens.without(said);
              Set<String> kept = new ErasedCopies(context).kept(sought);
              return new ErasureScan(context, store, sought, 0, new ErasedCopies.Outcome(0, kept));
            });
  }

  /** Rows set aside that went because they named what was destroyed. */
  long rowsDestroyed() {
    return rowsDestroyed;
  }

  /** Copies of dropped files that went because something destroyed stood in them. */
  long copiesDestroyed() {
    return copies.destroyed();
  }

  /**
   * What a scan of everything found.
   *
   * @param kept copies of dropped files that stay although something destroyed stands in them
   * @param traces values found outside of those copies, and where
   * @param problems one for each place with something that may not be there, and for each that
   *     could not be read; empty if nothing is left
   */
  record Outcome(
      ScanResult result, Set<String> kept, List<ScanHit> traces, List<Problem> problems) {

    /** For people. */
    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          "%d files (%d bytes) looked into for %d traces of what was destroyed: %d found, %d places not readable"
              .formatted(
                  result.files(),
                  result.bytes(),
                  result.tokens(),
                  traces.size(),
                  result.unread().size()));
      if (!kept.isEmpty()) {
        lines.add(
            "%d copies of dropped files in which something destroyed stands are kept: a hold covers them, or they are set aside"
                .formatted(kept.size()));
      }
      return lines;
    }

    /** For the ledger. */
    Map<String, Long> counts() {
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("files_scanned", result.files());
      counts.put("traces_found", (long) traces.size());
      counts.put("copies_kept", (long) kept.size());
      counts.put("places_not_read", (long) result.unread().size());
      return counts;
    }

    /** As a certificate tells of it. */
    Certificate.Scan told() {
      List<String> limits = new ArrayList<>(LIMITS);
      if (!kept.isEmpty()) {
        limits.add(
            kept.size()
                + " sealed copies of dropped files in which something destroyed stands are kept: a"
                + " hold covers them, or they are set aside");
      }
      return new Certificate.Scan(
          "recordlake scan",
          result.tokens(),
          result.notSearchable(),
          result.roots(),
          result.files(),
          result.bytes(),
          problems.stream().map(problem -> problem.place() + ": " + problem.what()).toList(),
          limits);
    }
  }

  /** Looks into everything. */
  Outcome run() {
    ScanResult result =
        ResidueScan.of(LocalFolder.of(places(context)), sought, ScanKeys.of(context.protector()))
            .run();
    List<ScanHit> traces =
        result.hits().stream().filter(hit -> !copies.kept().contains(below("lake", hit))).toList();
    return new Outcome(result, copies.kept(), traces, problems(traces, result.unread()));
  }

  /** Notes that the disposals the scan is of are shown to be true. */
  void settle() {
    store.settle();
  }

  private static String below(String place, ScanHit hit) {
    String start = place + "/";
    return hit.path().startsWith(start) ? hit.path().substring(start.length()) : "";
  }

  private static List<Problem> problems(List<ScanHit> traces, List<Unread> places) {
    List<Problem> problems = new ArrayList<>();
    for (ScanHit hit : traces) {
      problems.add(
          new Problem(
              "%d value(s) of %s, which were destroyed, are still there"
                  .formatted(hit.count(), hit.label()),
              hit.path() + ": " + hit.place(),
              "Find out who wrote them there, remove them, and run 'retention run' again"));
    }
    for (Unread unread : places) {
      problems.add(
          new Problem(
              "a place could not be looked into: " + unread.reason(),
              unread.path() + ": " + unread.place(),
              "Make it readable or remove it, and run 'retention run' again"));
    }
    if (problems.size() > MOST_PROBLEMS) {
      int more = problems.size() - MOST_PROBLEMS;
      problems.subList(MOST_PROBLEMS, problems.size()).clear();
      problems.add(
          new Problem(more + " more such places", "lake", "'recordlake scan' tells all of them"));
    }
    return problems;
  }

  /** Folders of this machine in which something of the installation may lie, by name. */
  static Map<String, Path> places(JobContext context) {
    Map<String, Path> places = new LinkedHashMap<>();
    LocalFolder.local(context.lake().root()).ifPresent(lake -> places.put("lake", lake));
    LocalFolder.local(context.settings().reportsUri())
        .ifPresent(reports -> places.put("reports", reports));
    places.put("logs", context.settings().logFolder());
    if (context.settings().landing().consume()) {
      LocalFolder.local(context.settings().landing().uri())
          .ifPresent(landing -> places.put("landing", landing));
    }
    places.values().removeIf(folder -> !Files.exists(folder));
    return places;
  }
}
