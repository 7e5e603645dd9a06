package org.cxkit.metrics.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Means over the Beta distribution, for parameters of any size: an integral over the log-odds, where neither end of the
 * distribution is sharp.
 */
public final class BetaMean {
    /** The logarithm of the largest double, rounded down. */
    private static final double LARGEST = 700;

    private BetaMean() {}

    /**
     * {@return the logarithm of the mean of a function of p, where p has the Beta distribution}
     *
     * @param a the first parameter, above 0
     * @param b the second parameter, above 0
     * @param log the logarithm of the function at p from 0 to 1; monotone and positive, finite at 0
     */
    public static double log(double a, double b, DoubleUnaryOperator log) {
        double p = a / (a + b);
        double q = b / (a + b);
        // distance x of the log-odds from those of the mean, which is the mode over log-odds
        DoubleUnaryOperator density = x -> -a * logMean(p, q, -x) - b * logMean(q, p, x);
        return LogIntegral.of(x -> density.applyAsDouble(x) + log.applyAsDouble(p / (p + q * Math.exp(-x))), 0)
                - LogIntegral.of(density, 0);
    }

    /** {@return {@code ln(rest + w e^x)}, where rest is 1 - w} */
    private static double logMean(double rest, double w, double x) {
        if (x > LARGEST) {
            return x + Math.log(w);
        }
        double more = w * Math.expm1(x);
        return more > -0.5 ? Math.log1p(more) : Math.log(rest + w * Math.exp(x));
    }
}
