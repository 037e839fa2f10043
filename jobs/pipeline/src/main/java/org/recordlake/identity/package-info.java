/**
 * Finds which rows of different sources are about one individual. Read {@link
 * org.recordlake.identity.Identity} first: it makes parties of rows, brings those together that
 * share a key, scores them and keeps the outcome as links beside the rows, which stay untouched.
 */
package org.recordlake.identity;
