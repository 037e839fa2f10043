package org.recordlake.insights.needs;

/**
 * What a kind of need is worth a try and what to do about it.
 *
 * @param winShare share of needs of full strength that lead to a purchase within the horizon, 0 to
 *     1
 * @param nextStep what sales should do; {@code {service}} stands for the service
 * @param material what to send; {@code {guide}} stands for what the dictionary names
 */
record KindRule(String kind, String name, double winShare, String nextStep, String material) {}
