package org.cxkit.metrics.buying;

/**
 * The probability that what a customer does next is to die rather than to buy, and its derivatives.
 *
 * <p>With a purchase rate from Gamma(R, a) and a death rate from Gamma(s, b) it depends on R, s and the ratio
 * {@code a / b = rho} alone: {@code q = s * integral of (1 + w / rho)^-R (1 + w)^-(s+1) dw} over all w above 0. Nothing
 * cancels in it, whichever of a and b is the greater. The integrand is smooth over the logarithm of w, where the sum of
 * equal steps is exact to 14 digits; both ends are stretched, as nothing happens there but exponential decay. All R share
 * the steps, so a further one costs a product and the sums.
 *
 * <p>Source: L. N. Trefethen, J. A. C. Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM Review 56(3),
 * 2014.
 */
final class NextIsDeath {
    /** The probability and its derivatives, in the order of the constants below. */
    static final int VALUES = 10;

    static final int Q = 0;
    static final int R = 1;
    static final int S = 2;
    static final int L = 3;
    static final int RR = 4;
    static final int RS = 5;
    static final int RL = 6;
    static final int SS = 7;
    static final int SL = 8;
    static final int LL = 9;

    private static final double STEP = 0.25;

    /** What adds less to the sum is a rounding error even after a product of two logarithms. */
    private static final double NEGLIGIBLE = 1e-20;

    /** So far beyond the first and the last bend of the integrand the steps are stretched. */
    private static final double MARGIN = 2;

    /** By then the stretched steps have reached 17 digits below the first peak. */
    private static final double LEAD = 3.7;

    /** Beyond it {@code ln(1 + e^x)} is x. */
    private static final double LINEAR = 37;

    private NextIsDeath() {}

    /**
     * {@return the probability}
     *
     * @param r the shape of the purchase rate, R
     * @param s the shape of the death rate
     * @param logRatio the logarithm of rho
     */
    static double probability(double r, double s, double logRatio) {
        double[] value = new double[1];
        write(new double[] {r}, s, logRatio, value, 1);
        return value[0];
    }

    /**
     * Writes the probabilities of several R, with all derivatives with respect to R, s and the logarithm of rho.
     *
     * @param shapes all R, rising
     * @param s the shape of the death rate
     * @param logRatio the logarithm of rho
     * @param values where they go, R by R; all 0
     * @param width 1 for the probabilities alone, or {@link #VALUES}
     */
    static void write(double[] shapes, double s, double logRatio, double[] values, int width) {
        double greatest = shapes[shapes.length - 1];
        double first = -Math.log(greatest * Math.exp(-logRatio) + s + 1) - MARGIN;
        double last = Math.max(0, logRatio) + MARGIN;
        for (double t = first - LEAD; ; t += STEP) {
            double right = Math.exp(t - last);
            double left = Math.exp(first - t);
            double x = t + right - left;
            double b = softplus(x);
            double a = softplus(x - logRatio);
            double f = STEP * (1 + right + left) * Math.exp(-softplus(-x) - s * b - shapes[0] * a);
            if (width == 1) {
                addValues(f, a, shapes, values);
            } else {
                addAll(f, a, b, logRatio - x, shapes, values);
            }
            if (f <= NEGLIGIBLE * values[0]) {
                break;
            }
        }
        for (int k = 0; k < shapes.length; k++) {
            if (width == 1) {
                values[k] *= s;
            } else {
                differentiate(values, k * VALUES, shapes[k], s);
            }
        }
    }

    private static void addValues(double first, double a, double[] shapes, double[] values) {
        double f = first;
        double factor = Math.exp(-a);
        values[0] += f;
        for (int k = 1; k < shapes.length; k++) {
            f *= power(factor, a, shapes[k] - shapes[k - 1]);
            values[k] += f;
        }
    }

    /** Adds to the sums of the integrand times a, b, v and products of two of them, v being {@code y / (1 + y)}. */
    private static void addAll(double first, double a, double b, double minusLogY, double[] shapes, double[] values) {
        double f = first;
        double factor = Math.exp(-a);
        double v = 1 / (1 + Math.exp(minusLogY));
        for (int k = 0; k < shapes.length; k++) {
            if (k > 0) {
                f *= power(factor, a, shapes[k] - shapes[k - 1]);
            }
            int at = k * VALUES;
            double fa = f * a;
            double fb = f * b;
            double fv = f * v;
            values[at] += f;
            values[at + R] += fa;
            values[at + S] += fb;
            values[at + L] += fv;
            values[at + RR] += fa * a;
            values[at + RS] += fa * b;
            values[at + RL] += fa * v;
            values[at + SS] += fb * b;
            values[at + SL] += fb * v;
            values[at + LL] += fv * v;
        }
    }

    /** Turns the sums into the derivatives of s times the integral. */
    private static void differentiate(double[] values, int at, double r, double s) {
        double one = values[at];
        double a = values[at + R];
        double b = values[at + S];
        double v = values[at + L];
        values[at] = s * one;
        values[at + R] = -s * a;
        values[at + S] = one - s * b;
        values[at + L] = s * r * v;
        values[at + RR] *= s;
        values[at + RS] = s * values[at + RS] - a;
        values[at + RL] = s * (v - r * values[at + RL]);
        values[at + SS] = s * values[at + SS] - 2 * b;
        values[at + SL] = r * (v - s * values[at + SL]);
        values[at + LL] = s * r * ((r + 1) * values[at + LL] - v);
    }

    private static double power(double factor, double a, double gap) {
        return gap == 1 ? factor : Math.exp(-a * gap);
    }

    /** {@return {@code ln(1 + e^x)}} */
    private static double softplus(double x) {
        return x > LINEAR ? x : NearOne.log(Math.exp(x));
    }
}
