/**
 * Runs SQL models: plans which marts are stale and why, and rebuilds those in the order in which
 * they read each other.
 */
package org.recordlake.model;
