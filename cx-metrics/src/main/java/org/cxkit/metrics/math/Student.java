package org.cxkit.metrics.math;

import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and p-values of Student's t distribution. */
public final class Student {
    private Student() {}

    /**
     * {@return the quantile that cuts half of {@code 1 - level} off each end}
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static double t(double level, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(Normal.tail(level));
    }

    /** {@return the probability to be above {@code t}, without cancellation} */
    public static double above(double t, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).survivalProbability(t);
    }
}
