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
    /** Terms are added up in blocks, whose sums need not wait for each other. */
    private static final int BLOCK = 8;

    private static final int MOST_TERMS = 1600;
    private static final double NEGLIGIBLE = 0x1p-50;
    private static final double LARGE = 0x1p600;

    private final double shape;
    private final double a;
    private final double b;

    /** What the power {@code z^N} is multiplied by in the two sums. */
    private double[] ofAlive = new double[8 * BLOCK];

    private double[] ofPurchases = new double[8 * BLOCK];
    private int terms;

    // of the next term: (R)_N / N!, the mean of surviving all N chances, and the mean of the purchases made
    private double chance = 1;
    private double survived = 1;
    private double made;

    /** Shape of the rate, and the two parameters of leaving. */
    Outlook(double shape, double a, double b) {
        this.shape = shape;
        this.a = a;
        this.b = b;
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

    /** {@return the sum over N, -1 where it is too long or its terms are too large} */
    private double sum(double time, boolean purchases) {
        double z = time / (1 + time);
        double z2 = z * z;
        double z4 = z2 * z2;
        double power = 1;
        double sum = 0;
        for (int n = 0; n < MOST_TERMS && (n < terms || next()); n += BLOCK) {
            double[] of = purchases ? ofPurchases : ofAlive;
            double last = z * of[n + 7];
            double low = of[n] + z * of[n + 1] + z2 * (of[n + 2] + z * of[n + 3]);
            double high = of[n + 4] + z * of[n + 5] + z2 * (of[n + 6] + last);
            sum += power * (low + z4 * high);
            double term = power * z4 * z2 * last;
            // a later chance grows by less than the larger of these, and purchases by less than one in N
            double most = Math.max((shape + (n + 6)) / (n + 7) * z, z) * (purchases ? 1 + 1.0 / (n + 7) : 1);
            if (term * most <= NEGLIGIBLE * (1 - most) * sum) {
                return scaled(sum, -shape * FrequencyRun.log1p(time));
            }
            power *= z4 * z4;
        }
        return -1;
    }

    /** Where the scale alone would be 0, its product with the sum need not be. */
    private static double scaled(double sum, double scale) {
        return scale > -700 ? sum * Math.exp(scale) : Math.exp(scale + Math.log(sum));
    }

    /** Makes a block of terms; {@return whether there is still room for them} */
    private boolean next() {
        if (chance > LARGE) {
            return false;
        }
        if (terms == ofAlive.length) {
            ofAlive = Arrays.copyOf(ofAlive, 2 * terms);
            ofPurchases = Arrays.copyOf(ofPurchases, 2 * terms);
        }
        for (int i = 0; i < BLOCK; i++) {
            ofAlive[terms] = chance * survived;
            ofPurchases[terms] = chance * made;
            chance *= (shape + terms) / (terms + 1);
            made += survived;
            survived *= (b + terms) / (a + b + terms);
            terms++;
        }
        return true;
    }
}
