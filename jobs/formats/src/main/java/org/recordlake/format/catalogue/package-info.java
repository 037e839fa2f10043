/** Readers of files whose names are the catalogue's own, for exports made for this lake. */
package org.recordlake.format.catalogue;
