/**
 * What a customer is worth in the year to come: how likely it still buys, how often and for how
 * much, by models fitted to the order histories of all customers.
 */
package org.recordlake.insights.value;
