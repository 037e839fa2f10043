/**
 * Readers of supplier contracts as USAspending publishes them, of one table of actions in three
 * layouts.
 */
package org.recordlake.format.contract;
