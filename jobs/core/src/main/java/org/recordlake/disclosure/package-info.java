/**
 * Keeps small counts out of published tables: which cells to hide, and what an attacker could work
 * out from the rest. Knows neither Spark nor any table of the lake.
 */
package org.recordlake.disclosure;
