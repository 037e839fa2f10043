/** Texts of rows out of files, a range of lines for each task. */
package org.recordlake.ingest.read;
