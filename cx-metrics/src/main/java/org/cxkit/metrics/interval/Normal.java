package org.cxkit.metrics.interval;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of the standard normal distribution. */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** The quantile that cuts half of {@code 1 - level} off each end. */
    static double z(double level) {
        return STANDARD.inverseSurvivalProbability((1 - level) / 2);
    }
}
