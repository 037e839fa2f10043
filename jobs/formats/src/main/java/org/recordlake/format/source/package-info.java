/**
 * What an installation says of its sources in {@code conf/sources}: which landing folder has which
 * layout, zone and constants, and how files without a reader of their own are mapped to tables.
 */
package org.recordlake.format.source;
