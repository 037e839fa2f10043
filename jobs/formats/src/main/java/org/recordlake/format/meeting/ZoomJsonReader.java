package org.recordlake.format.meeting;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import org.recordlake.format.Head;
import org.recordlake.format.SourceFile;

/** A reader of one list that Zoom's REST interface answers with, see {@link ZoomJson}. */
interface ZoomJsonReader extends MeetingReader {
  /** Name of the list on a page. */
  String list();

  /** Table of its rows. */
  String table();

  /**
   * Whether objects with these names are of the list.
   *
   * @param above what stands before their names: the list on a page, nothing where it is alone
   */
  boolean fits(Set<String> names, String above);

  /** Reads what the file says of one meeting. */
  void read(ZoomJson json, ZoneId zone, Said said);

  @Override
  default Set<String> tables(Head head) {
    Set<String> names = ZoomJson.names(head);
    return fits(names, list() + "/") || fits(names, "") ? Set.of(MEETINGS, table()) : Set.of();
  }

  @Override
  default void read(SourceFile file, Said said) throws IOException {
    for (ZoomJson json : ZoomJson.of(file, list())) {
      read(json, file.zone(), said);
    }
  }
}
