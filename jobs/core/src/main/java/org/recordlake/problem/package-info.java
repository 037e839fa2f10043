/** What can go wrong, how it is told, and the exit code that follows. */
package org.recordlake.problem;
