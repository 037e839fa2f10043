/**
 * Readers of what shops, banks, purchasing and sales systems export, and of the codes that describe
 * their firms and contracts. Exports whose rows are told column by column are data, see {@link
 * org.recordlake.format.business.KnownLayout}.
 */
package org.recordlake.format.business;
