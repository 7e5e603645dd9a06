package org.cxkit.metrics.interval;

import org.apache.commons.statistics.distribution.TDistribution;
import org.cxkit.metrics.math.Normal;

/**
 * The interval for a mean.
 *
 * <p>Source: Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908.
 */
public final class MeanInterval {

    private MeanInterval() {}

    /**
     * {@return Student's interval for the mean: {@code mean ± t sd / sqrt(n)}, with {@code n - 1} degrees of freedom}
     *
     * @param mean the mean of the sample
     * @param sd the standard deviation of the sample, with {@code n - 1} below, not negative
     * @param n the size of the sample, at least 2
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static Interval t(double mean, double sd, long n, double level) {
        if (n < 2 || !(sd >= 0)) {
            throw new IllegalArgumentException(
                    "wanted at least 2 answers and a standard deviation that is not negative, got " + n + " and " + sd);
        }
        double quantile = TDistribution.of(n - 1.0).inverseSurvivalProbability(Normal.tail(level));
        double half = quantile * sd / Math.sqrt((double) n);
        return Interval.of(mean, mean, mean - half, mean + half, level, "t");
    }
}
