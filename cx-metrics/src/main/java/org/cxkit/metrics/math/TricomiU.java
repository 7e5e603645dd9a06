package org.cxkit.metrics.math;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Tricomi's confluent hypergeometric function U of real arguments.
 *
 * <p>From its integral {@code 1 / Gamma(a) * integral of e^(-z t) t^(a-1) (1 + t)^(b-a-1) dt} over all t above 0, over
 * the logarithm of t: the integrand is positive and has one peak for every b, so nothing cancels. The logarithm is good to
 * some 1e-14 of its terms.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 13.2.5.
 */
public final class TricomiU {

    private TricomiU() {}

    /**
     * {@return the logarithm of U(a, b, z)}
     *
     * @param a above 0
     * @param b any number
     * @param z above 0
     * @throws IllegalArgumentException if an argument is not finite or out of its range
     */
    public static double log(double a, double b, double z) {
        if (!(a > 0 && z > 0 && Double.isFinite(a) && Double.isFinite(b) && z < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "finite a > 0, b and z > 0 wanted, got a " + a + ", b " + b + " and z " + z);
        }
        double power = b - a - 1;
        double integral = LogIntegral.of(
                y -> a * y - z * Math.exp(y) + power * (y > 37 ? y : Math.log1p(Math.exp(y))), start(a, power, z));
        return integral - LogGamma.value(a);
    }

    /** {@return the logarithm of the t where the integrand peaks: the root of z t^2 + (z - a - power) t = a} */
    private static double start(double a, double power, double z) {
        double half = (z - a - power) / 2;
        double root = Math.hypot(half, Math.sqrt(z) * Math.sqrt(a));
        return Math.log(half > 0 ? a / (half + root) : (root - half) / z);
    }
}
