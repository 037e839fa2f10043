/** Read-only SQL over the lake: marts for everyone, the other zones for a named reason. */
package org.recordlake.query;
