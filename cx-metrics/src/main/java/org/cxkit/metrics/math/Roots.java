package org.cxkit.metrics.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds where a continuous function crosses zero.
 *
 * <p>Source: T. R. Chandrupatla, "A New Hybrid Quadratic/Bisection Algorithm for Finding the Zero of a Nonlinear
 * Function Without Using Derivatives", Advances in Engineering Software 28(3), 1997.
 */
public final class Roots {
    /** Interpolation needs some ten steps; what needs more is left to bisection, which cannot fail. */
    private static final int INTERPOLATIONS = 60;

    private Roots() {}

    /**
     * {@return a point between the ends, to the tolerance or two units in its last place, where the function is 0 or
     * changes its sign}
     *
     * <p>Infinite values are fine. An end where the function is 0 is a root, the lower end first.
     *
     * @param f a function whose values at the ends have different signs
     * @param low the lower end
     * @param high the upper end, not below the lower
     * @param tolerance the error that is allowed, not negative; 0 for the last place, unless the root may be 0
     * @throws IllegalArgumentException if the signs at the ends are the same, or an argument is out of its range
     * @throws ArithmeticException if the function is not a number somewhere
     */
    public static double between(DoubleUnaryOperator f, double low, double high, double tolerance) {
        if (!(low <= high && Double.isFinite(high - low) && tolerance >= 0)) {
            throw new IllegalArgumentException("wanted finite ends in order and a tolerance that is not negative, got "
                    + low + ", " + high + " and " + tolerance);
        }
        double b = low;
        double fb = value(f, low);
        if (fb == 0) {
            return low;
        }
        double a = high;
        double fa = value(f, high);
        if (fa != 0 && fa > 0 == fb > 0) {
            throw new IllegalArgumentException(
                    "wanted values of different signs, got " + fb + " at " + low + " and " + fa + " at " + high);
        }
        // a is the newest point, b the other side of the root, c the point that one of them replaced
        double c = b;
        double fc = fb;
        for (int step = 0; ; step++) {
            double best = Math.abs(fa) < Math.abs(fb) ? a : b;
            double near = (2 * Math.ulp(best) + tolerance) / Math.abs(b - a);
            if (fa == 0 || !(near <= 0.5)) {
                return fa == 0 ? a : best;
            }
            double part = step < INTERPOLATIONS ? part(a, b, c, fa, fb, fc) : 0.5;
            double beside = a + Math.min(Math.max(part, near), 1 - near) * (b - a);
            // rounding may lead past an end that is tiny beside the other
            double x = Math.min(Math.max(beside, Math.min(a, b)), Math.max(a, b));
            double fx = value(f, x);
            if (fx > 0 == fa > 0) {
                c = a;
                fc = fa;
            } else {
                c = b;
                fc = fb;
                b = a;
                fb = fa;
            }
            a = x;
            fa = fx;
        }
    }

    /** {@return how far to go from a to b: by inverse quadratic interpolation where it is safe, else half-way} */
    private static double part(double a, double b, double c, double fa, double fb, double fc) {
        double xi = (a - b) / (c - b);
        double phi = (fa - fb) / (fc - fb);
        if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
            double part = fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
            return Double.isFinite(part) ? part : 0.5;
        }
        return 0.5;
    }

    private static double value(DoubleUnaryOperator f, double x) {
        double value = f.applyAsDouble(x);
        if (Double.isNaN(value)) {
            throw new ArithmeticException("the function is not a number at " + x);
        }
        return value;
    }
}
