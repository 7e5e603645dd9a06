package org.cxkit.metrics.series;

/**
 * One answer at its time: a rating, {@link #MISSING} or {@link #INVALID}.
 *
 * @param micros microseconds since 1970-01-01T00:00Z
 * @param id the response id, empty where every copy counts
 * @param answer the rating, or why there is none
 */
record Answered(long micros, String id, int answer) {
    static final int MISSING = Integer.MIN_VALUE;
    static final int INVALID = Integer.MIN_VALUE + 1;
}
