package org.recordlake.report;

import java.util.List;

/** The story of a report nobody has written one for. */
final class PlainStory implements Story {
  @Override
  public List<Figure> figures(ReportData data) {
    return data.tables().values().stream()
        .limit(4)
        .map(
            table ->
                new Figure(
                    Words.plain(table.name()), Words.count((long) table.rows().size()), "rows"))
        .toList();
  }

  @Override
  public List<String> findings(ReportData data) {
    return List.of();
  }

  @Override
  public List<String> notes(ReportData data) {
    return List.of();
  }
}
