package org.recordlake.retention;

import java.util.ArrayList;
import java.util.List;
import org.recordlake.job.JobPlan;
import org.recordlake.lake.Purge;

/**
 * What lies on storage that nothing needs any more.
 *
 * @param tables tables with files their latest version does not need
 * @param strayMedia media files that no row names
 * @param toPurge dispositions whose rows are deleted but perhaps not gone from storage
 * @param toVerify dispositions gone from storage but not shown to be
 */
public record PurgePlan(
    List<Leftovers> tables, long strayMedia, List<Disposition> toPurge, List<Disposition> toVerify)
    implements JobPlan {
  public PurgePlan {
    tables = List.copyOf(tables);
    toPurge = List.copyOf(toPurge);
    toVerify = List.copyOf(toVerify);
  }

  /** Files of one table to destroy. */
  public record Leftovers(String table, String qualifiedName, Purge.Result files) {}

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    tables.forEach(
        table ->
            lines.add(
                "%s: %d old files, %d bytes"
                    .formatted(
                        table.qualifiedName(), table.files().files(), table.files().bytes())));
    if (strayMedia > 0) {
      lines.add("media: %d files without a row".formatted(strayMedia));
    }
    int disposals = toPurge.size() + toVerify.size();
    if (disposals > 0) {
      lines.add("%d disposals to verify".formatted(disposals));
    }
    return lines;
  }
}
