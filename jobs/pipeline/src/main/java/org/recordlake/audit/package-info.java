/** Who reached into restricted data, when and why, in a chain that shows tampering. */
package org.recordlake.audit;
