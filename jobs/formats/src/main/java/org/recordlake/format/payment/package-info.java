/** Readers of payments: files of the Automated Clearing House. */
package org.recordlake.format.payment;
