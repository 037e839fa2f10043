package org.recordlake.insights.needs;

import java.io.Serializable;

/**
 * Where customers say what they need.
 *
 * @param trust how far one statement is trusted, 0 to 1
 * @param countsForDays after how many days it no longer counts
 */
record Channel(String channel, String name, double trust, int countsForDays)
    implements Serializable {}
