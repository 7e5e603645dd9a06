package org.cxkit.metrics.math;

/**
 * Gauss's hypergeometric function 2F1 of real arguments, where all terms of its series are positive.
 *
 * <p>The series where it is short; Euler's integral near 1, where it is long. Nothing cancels in either: the logarithm
 * is good to some 1e-14 of itself or of 1, and to 1e-12 with parameters in the thousands.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, 15.1.1, 15.3.1 and 15.3.4.
 */
public final class Hypergeometric {
    private static final int SHORT = 1500;
    private static final double NEGLIGIBLE = 0x1p-55;
    private static final double LARGE = 0x1p900;

    private Hypergeometric() {}

    /**
     * {@return the logarithm of 2F1(a, b; c; z)}
     *
     * @param a the first upper parameter, not negative
     * @param b the second upper parameter, not negative
     * @param c the lower parameter, above 0; near z = 1 the series is long unless it is above one of the upper ones
     * @param z from 0 to below 1
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double log(double a, double b, double c, double z) {
        return log(a, b, c, z, 1 - z);
    }

    /**
     * {@return the logarithm of 2F1(a, b; c; z), where 1 - z is known better than z}
     *
     * @param a the first upper parameter, not negative
     * @param b the second upper parameter, not negative
     * @param c the lower parameter, above 0; near z = 1 the series is long unless it is above one of the upper ones
     * @param z from 0 to 1
     * @param rest 1 - z, above 0
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double log(double a, double b, double c, double z, double rest) {
        if (!(a >= 0 && b >= 0 && c > 0 && z >= 0 && z <= 1 && rest > 0 && a + b + c < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a, b >= 0, c > 0 and 0 <= z < 1 wanted, got a " + a + ", b " + b
                    + ", c " + c + ", z " + z + " and 1 - z " + rest);
        }
        double inner = Math.min(a, b);
        double power = Math.max(a, b);
        boolean euler = inner < c && inner > 0;
        double series = series(a, b, c, z, euler ? SHORT : Integer.MAX_VALUE);
        // a mean over the share 1 - q of the Beta distribution with c - inner and inner
        return series >= 0 || !euler ? series : BetaMean.log(c - inner, inner, p -> -power * Math.log(rest + z * p));
    }

    /**
     * {@return the logarithm of 2F1(a, b; c; -y)}
     *
     * <p>With p of the Beta distribution with b and c - b it is the mean of {@code (1 + y p)^-a}.
     *
     * @param a the first upper parameter, not negative
     * @param b the second upper parameter, not negative and not above c
     * @param c the lower parameter, above 0
     * @param y not negative
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double logAtNegative(double a, double b, double c, double y) {
        if (!(a >= 0 && b >= 0 && b <= c && c > 0 && y >= 0 && a + c + y < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a >= 0, 0 <= b <= c, c > 0 and y >= 0 wanted, got a " + a + ", b " + b + ", c " + c + ", y " + y);
        }
        double rest = c - b;
        if (b == 0 || rest == 0) {
            return b == 0 ? 0 : -a * Math.log1p(y);
        }
        // Pfaff's transformation makes all terms positive
        double series = series(a, rest, c, y / (1 + y), SHORT);
        return series >= 0 ? series - a * Math.log1p(y) : BetaMean.log(b, rest, p -> -a * Math.log1p(y * p));
    }

    /** {@return the logarithm of the sum, -1 if so many terms do not do} */
    private static double series(double a, double b, double c, double z, int terms) {
        double term = 1;
        double sum = 1;
        double scale = 0;
        for (int k = 0; k < terms; k++) {
            double ratio = (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            term *= ratio;
            sum += term;
            // all later ratios lie between this one and z
            double most = Math.max(ratio, z);
            if (term * most <= NEGLIGIBLE * (1 - most) * sum) {
                return scale + Math.log(sum);
            }
            if (sum > LARGE) {
                term /= LARGE;
                sum /= LARGE;
                scale += Math.log(LARGE);
            }
        }
        return -1;
    }
}
