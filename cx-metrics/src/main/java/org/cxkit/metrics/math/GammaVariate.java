package org.cxkit.metrics.math;

import java.util.random.RandomGenerator;

/**
 * Random numbers of Gamma and Beta distributions.
 *
 * <p>Source: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM Transactions on
 * Mathematical Software 26(3), 2000.
 */
public final class GammaVariate {

    private GammaVariate() {}

    /** {@return a number of the Gamma distribution with this shape, above 0, and scale 1} */
    public static double next(double shape, RandomGenerator random) {
        if (shape < 1) {
            return next(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double cube = 1 + c * x;
            double v = cube * cube * cube;
            if (cube > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** {@return a number of the Beta distribution with these parameters, both above 0} */
    public static double beta(double a, double b, RandomGenerator random) {
        double x = next(a, random);
        double y = next(b, random);
        return x + y == 0 ? 0 : x / (x + y);
    }
}
