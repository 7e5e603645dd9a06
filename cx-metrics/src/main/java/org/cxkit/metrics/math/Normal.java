package org.cxkit.metrics.math;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles and p-values of the standard normal distribution. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /**
     * {@return the quantile that cuts half of {@code 1 - level} off each end}
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static double z(double level) {
        return upperQuantile(tail(level));
    }

    /**
     * {@return half of {@code 1 - level}}
     *
     * @throws IllegalArgumentException if the level is not above 0 and below 1
     */
    public static double tail(double level) {
        return (1 - Probability.level(level)) / 2;
    }

    /** {@return the quantile with this probability above it} */
    public static double upperQuantile(double tail) {
        return STANDARD.inverseSurvivalProbability(tail);
    }

    /** {@return the probability to be as far from 0 as {@code z}, on either side, without cancellation} */
    public static double twoSided(double z) {
        return 2 * STANDARD.survivalProbability(Math.abs(z));
    }

    /** {@return the probability to be below {@code z}} */
    public static double below(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** {@return the density at {@code z}} */
    public static double density(double z) {
        return STANDARD.density(z);
    }
}
