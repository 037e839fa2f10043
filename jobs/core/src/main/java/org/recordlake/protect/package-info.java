/**
 * Keys, tokens, sealed values, pseudonyms, and the search for card and account numbers in free
 * text.
 */
package org.recordlake.protect;
