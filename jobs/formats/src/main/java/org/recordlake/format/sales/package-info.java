/** Readers of mailing lists, customer relationship exports and campaign contacts. */
package org.recordlake.format.sales;
