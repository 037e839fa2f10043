package org.recordlake.ingest.read;

import org.recordlake.format.RawRow;

/**
 * A row as a file gives it, and where it stands.
 *
 * @param task the part of a file it was read from
 * @param line line of the file it begins on, from 1
 * @param number place among the rows its file holds for the table, from 1: several may share a line
 */
public record LocatedRow(ReadTask task, long line, long number, RawRow row) {}
