package org.cxkit.metrics.buying;

import java.util.Arrays;
import org.cxkit.metrics.math.BetaMean;
import org.cxkit.metrics.math.ExponentialIntegral;

/**
 * What is to be expected of a customer who is alive: with a purchase rate of the Gamma distribution with shape R and
 * scale 1, and a probability p to leave after a purchase of the Beta distribution with a and b.
 *
 * <p>Without leaving, N purchases in time t would have the negative binomial distribution with R and
 * {@code z = t / (1 + t)}. Of N chances all are survived with the mean {@code E (1 - p)^N}, and
 * {@code 1 + E(1 - p) + ... + E (1 - p)^(N - 1)} purchases are made in the mean: both answers are sums of positive terms
 * over N. Where these are too many, they are integrals over p. Not thread-safe: it remembers the terms.
 */
final class Outlook {
    private static final int FIRST_TERMS = 64;
    private static final int MOST_TERMS = 1500;
    private static final double NEGLIGIBLE = 0x1p-54;
    private static final double LARGE = 0x1p900;

    private final double shape;
    private final double a;
    private final double b;

    /** For each N: {@code (R + N - 1) / N}, the mean of surviving all, and the mean of the purchases made. */
    private double[] ratio = new double[FIRST_TERMS];

    private double[] survived = new double[FIRST_TERMS];
    private double[] made = new double[FIRST_TERMS];
    private int terms = 1;

    /** Shape of the rate, and the two parameters of leaving. */
    Outlook(double shape, double a, double b) {
        this.shape = shape;
        this.a = a;
        this.b = b;
        survived[0] = 1;
    }

    /** {@return the probability to be alive after a time, in scales of the rate} */
    double alive(double time) {
        if (time == 0) {
            return 1;
        }
        double sum = sum(time, false);
        return sum >= 0 ? sum : Math.exp(BetaMean.log(a, b, p -> -shape * Math.log1p(p * time)));
    }

    /** {@return the expected purchases within a time, in scales of the rate} */
    double purchases(double time) {
        if (time == 0) {
            return 0;
        }
        double sum = sum(time, true);
        return sum >= 0 ? sum : Math.exp(BetaMean.log(a, b, p -> Math.log(purchases(time, p))));
    }

    /** {@return the same where p is known: {@code (1 - (1 + p t)^-R) / p}} */
    private double purchases(double time, double p) {
        // so small a p adds less than a rounding error to the limit at 0
        return p * time * (shape + 1) < NEGLIGIBLE ? shape * time : -Math.expm1(-shape * Math.log1p(p * time)) / p;
    }

    /**
     * {@return the expected purchases for ever, each discounted}
     *
     * @param force the continuous rate of discount in a scale of the rate, not negative; above 0 if a is not above 1
     */
    double discounted(double force) {
        return force == 0 ? (a + b - 1) / (a - 1) : Math.exp(BetaMean.log(a, b, p -> Math.log(discounted(force, p))));
    }

    /** {@return the same where p is known: {@code R / p} times the scaled exponential integral of order R + 1} */
    private double discounted(double force, double p) {
        return p * (shape + 1) < NEGLIGIBLE * force
                ? shape / force
                : shape / p * ExponentialIntegral.scaled(shape + 1, force / p);
    }

    /** {@return the sum over N, -1 where it is too long} */
    private double sum(double time, boolean purchases) {
        double z = time / (1 + time);
        double chance = 1;
        double sum = purchases ? 0 : 1;
        double scale = -shape * Math.log1p(time);
        for (int n = 1; n < MOST_TERMS; n++) {
            if (n == terms) {
                next();
            }
            double growth = ratio[n] * z;
            chance *= growth;
            double term = chance * (purchases ? made[n] : survived[n]);
            sum += term;
            // a later chance grows by less than the larger of these, and purchases by less than one in N
            double most = Math.max(growth, z) * (purchases ? 1 + 1.0 / n : 1);
            if (term * most <= NEGLIGIBLE * (1 - most) * sum) {
                return scaled(sum, scale);
            }
            if (chance > LARGE) {
                if (sum < 1) {
                    return -1;
                }
                sum /= LARGE;
                chance /= LARGE;
                scale += Math.log(LARGE);
            }
        }
        return -1;
    }

    /** Where the scale alone would be 0, its product with the sum need not be. */
    private static double scaled(double sum, double scale) {
        return scale > -700 ? sum * Math.exp(scale) : Math.exp(scale + Math.log(sum));
    }

    private void next() {
        if (terms == ratio.length) {
            ratio = Arrays.copyOf(ratio, 2 * terms);
            survived = Arrays.copyOf(survived, 2 * terms);
            made = Arrays.copyOf(made, 2 * terms);
        }
        ratio[terms] = (shape + (terms - 1)) / terms;
        survived[terms] = survived[terms - 1] * ((b + (terms - 1)) / (a + b + (terms - 1)));
        made[terms] = made[terms - 1] + survived[terms - 1];
        terms++;
    }
}
