/** Dropped files, where they lie and what the lake keeps of them. */
package org.recordlake.ingest.land;
