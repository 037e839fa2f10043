/** Readers of what shops sold, order line by order line. */
package org.recordlake.format.order;
