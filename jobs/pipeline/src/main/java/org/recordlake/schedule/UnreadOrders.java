package org.recordlake.schedule;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.recordlake.catalog.TableSpec;
import org.recordlake.job.JobContext;
import org.recordlake.problem.Problem;

/**
 * Hold orders that reached this lake and are not understood. While there is one, nobody can say
 * what may be destroyed, so nothing is. A file of orders counts as read once a later one of the
 * same name was taken in without a bad row.
 */
public final class UnreadOrders {
  private static final String MEND =
      "Mend the file and drop it again under the same name, or run 'ingest retry'";

  private final JobContext context;
  private final Set<String> folders;
  private final List<OrderFile> files;

  private UnreadOrders(JobContext context) {
    this.context = context;
    this.folders =
        context.catalog().table(HoldOrders.TABLE).sources().stream()
            .map(TableSpec.Source::folder)
            .collect(Collectors.toUnmodifiableSet());
    this.files = files();
  }

  /** Every one: stored, set aside, refused, or dropped and not taken in yet. */
  public static List<Problem> of(JobContext context) {
    UnreadOrders unread = new UnreadOrders(context);
    List<Problem> problems = new ArrayList<>(unread.taken());
    problems.addAll(new DroppedOrders(context, unread.folders, unread.files).problems());
    return problems;
  }

  /** The same without what lies in the landing folder, which a run of ingest is about to take. */
  public static List<Problem> takenIn(JobContext context) {
    return new UnreadOrders(context).taken();
  }

  /** Folders of the landing folder in which orders are dropped. */
  public static Set<String> folders(JobContext context) {
    return new UnreadOrders(context).folders;
  }

  private List<Problem> taken() {
    List<Problem> problems = new ArrayList<>(HoldOrders.on(context).unread());
    boolean stored = files.stream().anyMatch(file -> file.stored() > 0);
    if (stored && !context.lake().exists(HoldOrders.TABLE)) {
      problems.add(
          new Problem(
              "the legal holds that were taken in are gone",
              context.catalog().table(HoldOrders.TABLE).qualifiedName(),
              "Restore the table from its backup"));
    }
    files.stream()
        .filter(file -> !file.isCommitted() && !isReplaced(file.sha256()))
        .forEach(
            file ->
                problems.add(new Problem("a file of orders is not understood", place(file), MEND)));
    setAside().forEach((file, lines) -> problems.add(setAside(file, lines)));
    return problems;
  }

  private Problem setAside(String sha256, Set<Long> lines) {
    String place =
        files.stream()
            .filter(file -> file.sha256().equals(sha256))
            .findFirst()
            .map(UnreadOrders::place)
            .orElse("a file of orders");
    String which =
        lines.isEmpty()
            ? ""
            : " line " + lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return new Problem("an order is not understood", place + which, MEND);
  }

  /** Lines set aside, by file; without lines where the quarantine does not have them any more. */
  private Map<String, Set<Long>> setAside() {
    Map<String, Set<Long>> lines = new HashMap<>();
    files.stream()
        .filter(file -> file.isCommitted() && file.quarantined() > 0)
        .forEach(file -> lines.put(file.sha256(), new TreeSet<>()));
    context
        .lake()
        .read(QuarantineHolds.TABLE)
        .where(col("table_name").equalTo(HoldOrders.TABLE).and(col("row_no").gt(0)))
        .select("file_sha256", "line")
        .collectAsList()
        .forEach(
            row ->
                lines
                    .computeIfAbsent(row.getString(0), any -> new TreeSet<>())
                    .add(row.getLong(1)));
    lines.keySet().removeIf(this::isReplaced);
    return lines;
  }

  private boolean isReplaced(String sha256) {
    Set<OrderFile> same = new HashSet<>();
    files.stream().filter(file -> file.sha256().equals(sha256)).forEach(same::add);
    return !same.isEmpty()
        && same.stream()
            .allMatch(
                file ->
                    files.stream()
                        .anyMatch(
                            other ->
                                !other.sha256().equals(sha256)
                                    && other.isWholeAndGood()
                                    && other.replaces(file)));
  }

  private static String place(OrderFile file) {
    return file.folder() + "/" + file.name();
  }

  private List<OrderFile> files() {
    return context
        .lake()
        .read("ingested_files")
        .where(col("source_folder").isin(folders.toArray()))
        .collectAsList()
        .stream()
        .map(OrderFile::of)
        .toList();
  }
}
