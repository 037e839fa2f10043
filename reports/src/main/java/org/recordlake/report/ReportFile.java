package org.recordlake.report;

import java.nio.file.Path;

/**
 * A file the pack has written.
 *
 * @param path where it lies
 * @param format what it is
 * @param bytes how long it is
 */
public record ReportFile(Path path, ReportFormat format, long bytes) {}
