/**
 * The lake: Delta tables made from the catalogue, and the only place besides ingest that reads or
 * writes storage through Spark.
 */
package org.recordlake.lake;
