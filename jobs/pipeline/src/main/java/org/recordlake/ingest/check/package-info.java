/** Typed, checked and protected rows out of texts. */
package org.recordlake.ingest.check;
