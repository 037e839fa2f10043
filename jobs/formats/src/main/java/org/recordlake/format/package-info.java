/**
 * What a source format is: files, the records in them, and the rows of catalogue tables they hold.
 */
package org.recordlake.format;
