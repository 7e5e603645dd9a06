package org.cxkit.metrics.math;

import java.util.random.RandomGenerator;

/**
 * Random numbers of the distributions that models of customers are made of. They need nothing of the source of chance but
 * its uniform numbers, so that the same ones give the same draws on every machine.
 *
 * <p>Source: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM Transactions on
 * Mathematical Software 26(3), 2000; G. E. P. Box, M. E. Muller, "A Note on the Generation of Random Normal Deviates",
 * Annals of Mathematical Statistics 29(2), 1958.
 */
public final class Draw {

    private Draw() {}

    /** {@return a number of the exponential distribution with mean 1} */
    public static double exponential(RandomGenerator random) {
        return -StrictMath.log(positive(random));
    }

    /** {@return the logarithm of a number of the Gamma distribution with scale 1: the number may be too small to hold} */
    public static double logGamma(double shape, RandomGenerator random) {
        // one shape more, and a power of a uniform number for it, so that the shape is above 1
        double power = StrictMath.log(positive(random)) / shape;
        double d = shape + 1 - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double root = 1 + c * x;
            double v = root * root * root;
            double u = positive(random);
            if (v > 0 && StrictMath.log(u) < x * x / 2 + d - d * v + d * StrictMath.log(v)) {
                return StrictMath.log(d * v) + power;
            }
        }
    }

    /** {@return a number of the Beta distribution, from 0 to 1} */
    public static double beta(double a, double b, RandomGenerator random) {
        double first = logGamma(a, random);
        double second = logGamma(b, random);
        return 1 / (1 + StrictMath.exp(second - first));
    }

    private static double normal(RandomGenerator random) {
        double radius = Math.sqrt(2 * exponential(random));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** {@return a uniform number above 0 and not above 1} */
    private static double positive(RandomGenerator random) {
        return 1 - random.nextDouble();
    }
}
