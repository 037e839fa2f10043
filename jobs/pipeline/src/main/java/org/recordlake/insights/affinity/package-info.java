/** Which services go together, in one order and with one customer. */
package org.recordlake.insights.affinity;
