/** What {@code conf/campaigns.yaml} says of judging campaigns and of leaving people alone. */
package org.recordlake.insights.campaigns;
