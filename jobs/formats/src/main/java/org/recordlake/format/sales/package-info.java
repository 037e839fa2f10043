/** Readers of order lines, mailing lists, customer relationship exports and campaign contacts. */
package org.recordlake.format.sales;
