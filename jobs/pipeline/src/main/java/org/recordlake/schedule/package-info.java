/**
 * When a row is due for disposal, and what a legal hold keeps from it. Shared by ingest and
 * retention.
 */
package org.recordlake.schedule;
