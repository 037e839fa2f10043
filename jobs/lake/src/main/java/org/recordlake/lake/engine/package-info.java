/**
 * The one place that knows inner classes of Spark and Delta. An upgrade of either may break this
 * package and no other. Why each use is here, and the public way it is held against, stands in
 * {@code docs/adr/0018-delta-by-its-front-door.md}.
 */
package org.recordlake.lake.engine;
