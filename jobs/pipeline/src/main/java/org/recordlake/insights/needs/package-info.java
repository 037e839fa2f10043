/**
 * What the files in {@code conf/needs} say of needs: the words they are known by, what they are
 * worth a try and what to do about them; and the test of all that against what customers then
 * bought.
 */
package org.recordlake.insights.needs;
