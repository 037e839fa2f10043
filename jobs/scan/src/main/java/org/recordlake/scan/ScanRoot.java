package org.recordlake.scan;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/** A place where files lie, to be looked at whole. Paths below it are told with {@code /}. */
public interface ScanRoot {
  /** As it stands in results. */
  String name();

  /**
   * What lies in a folder, hidden or not, in any order.
   *
   * @param folder path below the root; empty for the root itself
   */
  List<Entry> list(String folder) throws IOException;

  /** A file's bytes. */
  SeekableByteChannel open(String file) throws IOException;

  /** What an entry of a folder is. */
  enum Type {
    FOLDER,
    FILE,
    /** A link to something that is looked at at its own place, or to nothing. */
    LINK,
    /** A link out of what is looked at. */
    LINK_OUT,
    /** Something without bytes at rest, such as a socket. */
    OTHER
  }

  /**
   * One entry of a folder.
   *
   * @param name without its folder
   * @param size bytes of a file
   */
  record Entry(String name, Type type, long size) {}
}
