package org.cxkit.metrics.compare;

import org.cxkit.metrics.interval.Interval;

/**
 * The interval for a difference from the intervals of its two sides: the squares of their arms added.
 *
 * <p>Source: G. Y. Zou, A. Donner, "Construction of Confidence Limits about Effect Measures: A General Approach",
 * Statistics in Medicine 27(10), 2008: the method of variance estimates recovery, MOVER.
 */
final class Mover {

    private Mover() {}

    /** The interval for the second less the first; within the range of differences where both are within theirs. */
    static Interval of(Interval first, Interval second, String method) {
        double difference = second.estimate() - first.estimate();
        double down = Math.hypot(second.estimate() - second.low(), first.high() - first.estimate());
        double up = Math.hypot(second.high() - second.estimate(), first.estimate() - first.low());
        return new Interval(difference, difference, difference - down, difference + up, first.level(), method, false);
    }
}
