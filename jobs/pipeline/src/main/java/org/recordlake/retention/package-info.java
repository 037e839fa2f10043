/**
 * Retention and disposal: what is due under the notice's schedule is counted, destroyed, purged
 * from storage and shown to be gone; legal holds are placed and released. Read {@link
 * org.recordlake.retention.RetentionDelete} first, then {@link
 * org.recordlake.retention.RetentionPurge}.
 */
package org.recordlake.retention;
