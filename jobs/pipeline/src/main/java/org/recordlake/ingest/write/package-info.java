/** Rows into their tables, bad ones into the quarantine. */
package org.recordlake.ingest.write;
