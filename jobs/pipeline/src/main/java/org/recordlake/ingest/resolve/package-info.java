/** What becomes of each row: stored, update, duplicate, expired or bad. */
package org.recordlake.ingest.resolve;
