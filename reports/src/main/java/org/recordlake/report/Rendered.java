package org.recordlake.report;

/**
 * A file of a report before it is stored.
 *
 * @param fileName name inside the audience's folder
 * @param format what it is
 * @param bytes its content
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record Rendered(String fileName, ReportFormat format, byte[] bytes) {}
