/** The catalogue: one YAML file per table, and the notice they are kept under. */
package org.recordlake.catalog;
