/**
 * Tells in which encoding a text is that is neither UTF-8 nor UTF-16, and says so where nobody can
 * tell (ADR 20).
 */
package org.recordlake.format.encoding;
