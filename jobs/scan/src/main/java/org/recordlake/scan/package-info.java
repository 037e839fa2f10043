/**
 * An independent check that what was destroyed is gone: every file below some folders, whatever it
 * is, looked at for salted tokens.
 */
package org.recordlake.scan;
