/**
 * Makes landing files about invented customers, of any size, whose truth is known: what each
 * customer needs, when they will buy it and when they leave. Every row is a pure function of the
 * seed and of what the row is about, so that parts are made side by side and the same seed gives
 * the same bytes on any machine.
 */
package org.recordlake.generate;
