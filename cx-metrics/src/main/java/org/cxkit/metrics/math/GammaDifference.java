package org.cxkit.metrics.math;

/**
 * How far the logarithm of the gamma function and its derivatives grow from one point to another, without the
 * cancellation of two large values: to 1e-14 of the difference or, where that is smaller, to 1e-15 of 1.
 *
 * <p>Source: J. Stirling's series as in M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.1.40,
 * with 6.1.15 to reach where it is good.
 */
public final class GammaDifference {
    /** From here on seven terms of the series are exact to the last digit. */
    private static final double FAR = 16;

    // Bernoulli's numbers B over 2k(2k - 1), over 2k, and themselves
    private static final double[] REST = {
        1 / 12.0, -1 / 360.0, 1 / 1260.0, -1 / 1680.0, 1 / 1188.0, -691 / 360360.0, 1 / 156.0
    };
    private static final double[] SLOPE = {
        1 / 12.0, -1 / 120.0, 1 / 252.0, -1 / 240.0, 1 / 132.0, -691 / 32760.0, 1 / 12.0
    };
    private static final double[] BEND = {1 / 6.0, -1 / 30.0, 1 / 42.0, -1 / 30.0, 5 / 66.0, -691 / 2730.0, 7 / 6.0};

    private GammaDifference() {}

    /** {@return {@code log Γ(z + h) - log Γ(z)} for z above 0 and h not below 0} */
    public static double log(double z, double h) {
        double low = z;
        double climbed = 0;
        for (; low < FAR; low++) {
            climbed += Math.log1p(h / low);
        }
        return (low - 0.5) * Math.log1p(h / low) + h * (Math.log(low + h) - 1) + rest(low + h) - rest(low) - climbed;
    }

    /** {@return {@code ψ(z + h) - ψ(z)}, likewise} */
    public static double digamma(double z, double h) {
        double low = z;
        double climbed = 0;
        for (; low < FAR; low++) {
            climbed += h / (low * (low + h));
        }
        return Math.log1p(h / low) + slope(low + h) - slope(low) + climbed;
    }

    /** {@return {@code ψ'(z + h) - ψ'(z)}, likewise} */
    public static double trigamma(double z, double h) {
        double low = z;
        double climbed = 0;
        for (; low < FAR; low++) {
            double high = low + h;
            climbed += h * (high + low) / (low * low * high * high);
        }
        return -h / (low * (low + h)) + bend(low + h) - bend(low) - climbed;
    }

    /** What Stirling's series adds to {@code (z - 1/2) log z - z}. */
    private static double rest(double z) {
        return sum(REST, 1 / (z * z)) / z;
    }

    /** What the series of digamma adds to {@code log z}. */
    private static double slope(double z) {
        double u = 1 / (z * z);
        return -0.5 / z - u * sum(SLOPE, u);
    }

    /** What the series of trigamma adds to {@code 1 / z}. */
    private static double bend(double z) {
        double u = 1 / (z * z);
        return u * (0.5 + sum(BEND, u) / z);
    }

    private static double sum(double[] coefficients, double u) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * u + coefficients[i];
        }
        return sum;
    }
}
