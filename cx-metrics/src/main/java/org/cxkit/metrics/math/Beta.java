package org.cxkit.metrics.math;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The Beta distribution, for parameters of any size.
 *
 * <p>Where both parameters are above a thousand million, the normal distribution corrected for skewness is nearer to it
 * than the continued fraction is: to some 1e-9 of a standard deviation.
 *
 * <p>Source: E. A. Cornish, R. A. Fisher, "Moments and Cumulants in the Specification of Distributions", Revue de
 * l'Institut International de Statistique 5(4), 1938.
 */
public final class Beta {
    private static final double MANY = 1e9;
    private static final double FAR = 40;

    private final BetaDistribution exact;
    private final boolean many;
    private final double mean;
    private final double sd;
    private final double sixthOfSkewness;

    /** The distribution with these two parameters, both above zero. */
    public Beta(double a, double b) {
        exact = BetaDistribution.of(a, b);
        many = Math.min(a, b) > MANY;
        mean = a / (a + b);
        sd = Math.sqrt(mean * (b / (a + b)) / (a + b + 1));
        sixthOfSkewness = (b - a) / (a + b + 2) * Math.sqrt((a + b + 1) / a / b) / 3;
    }

    /** {@return the probability to be below x} */
    public double below(double x) {
        return many ? Normal.below(straight(x)) : exact.cumulativeProbability(x);
    }

    /** {@return the density at x, above 0 and below 1} */
    public double density(double x) {
        return many
                ? Normal.density(straight(x)) * (1 - 2 * sixthOfSkewness * ((x - mean) / sd)) / sd
                : exact.density(x);
    }

    /** {@return the quantile with this probability below it} */
    public double lowerQuantile(double tail) {
        return many ? bent(-Normal.upperQuantile(tail)) : exact.inverseCumulativeProbability(tail);
    }

    /** {@return the quantile with this probability above it} */
    public double upperQuantile(double tail) {
        return many ? bent(Normal.upperQuantile(tail)) : exact.inverseSurvivalProbability(tail);
    }

    private double straight(double x) {
        double z = (x - mean) / sd;
        // so far out the correction would turn back
        return Math.abs(z) > FAR ? z : z - sixthOfSkewness * (z * z - 1);
    }

    private double bent(double z) {
        return mean + sd * (z + sixthOfSkewness * (z * z - 1));
    }
}
