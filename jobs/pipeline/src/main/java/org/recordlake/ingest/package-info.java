/**
 * From dropped files to records: landing, recognition by layout, reading, checks, protection,
 * arrival, quarantine, ledger. {@link org.recordlake.ingest.Ingest} is the way in.
 */
package org.recordlake.ingest;
