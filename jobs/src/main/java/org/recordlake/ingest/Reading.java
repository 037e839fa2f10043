package org.recordlake.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How a file's times are understood.
 *
 * @param zone in which times are meant that say none
 * @param madeAt when the file was made, on or before which all it tells happened
 */
record Reading(ZoneId zone, Instant madeAt) implements Serializable {}
