package org.cxkit.metrics.compare;

import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

/**
 * How much more of something a second group has than a first one, or a group than a benchmark, with its uncertainty.
 *
 * <p>The unit is that of the metric: points for NPS, the share scale for a share (a sentence shows it in percentage
 * points), the rating for a mean. Always signed: the second less the first, so that above 0 the second has more. The
 * implementations keep the counts of both sides, missing and invalid answers too. That two intervals overlap says
 * nothing about their difference, and is used nowhere. All are immutable, value-based and thread-safe.
 */
public interface Difference {

    /**
     * {@return the difference, the second less the first}
     *
     * @throws IllegalStateException if a side has no answers
     */
    double value();

    /**
     * {@return the two-sided p-value of the usual test of no difference, above 0 and up to 1}
     *
     * @throws IllegalStateException if a side has too few answers for the test
     */
    Outcome<Double> pValue();

    /**
     * {@return the usual interval of the difference, in its unit}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if a side has too few answers for the interval
     * @throws IllegalArgumentException if the level is out of its range
     */
    Interval interval(double level);

    /**
     * {@return the test of whether the two are as good as equal}
     *
     * @param margin how much still is as good as equal, above zero, in the unit of the difference
     * @throws IllegalStateException if a side has too few answers for the test
     * @throws IllegalArgumentException if the margin is not above zero
     */
    Equivalence equivalence(double margin);

    /** {@return whether each side has enough answers for the test and the interval} */
    boolean testable();
}
