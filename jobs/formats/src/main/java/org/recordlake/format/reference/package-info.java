/** Readers of published lists of codes, by which contracts and firms are described. */
package org.recordlake.format.reference;
