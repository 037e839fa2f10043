/**
 * From marts to the report pack: datasets by SQL, bounded and checked, handed to the Spark-free
 * reports module.
 */
package org.recordlake.reporting;
