package org.cxkit.metrics.math;

/**
 * Sums over the life of somebody who survives each period with a probability that is Beta distributed.
 *
 * <p>With s the probability to survive a period, Beta(a, g) among people, j periods are survived with the probability
 * {@code E s^j = (a)_j / (a + g)_j}.
 */
public final class BetaSurvival {
    /** On the scale of log odds the density is analytic in a strip of ±π/2: this step leaves 1e-17 of the sum out. */
    private static final double WIDEST_STEP = 0.22;

    /** In standard deviations, where the density is nearly normal: leaves as little out. */
    private static final double STEP = 0.5;

    private static final double NOTHING = 1e-18;

    /** Log odds beyond which the rarer of the two is nothing beside 1. */
    private static final double FAR = 40;

    private BetaSurvival() {}

    /**
     * {@return the probabilities to survive 0, 1, 2... periods, each discounted: {@code Σ (a)_j / (a + g)_j v^j}, which
     * is {@code 2F1(1, a; a + g; v)}}
     *
     * <p>It is {@code E 1 / (1 - s v)}, an integral of a positive function, summed at equal steps of log odds, where
     * such a sum is exact but for the last digits whatever v is.
     *
     * @param a above 0
     * @param g above 0
     * @param lost {@code 1 - v}, above 0 and at most 1; given so that a v near 1 keeps its digits
     */
    public static double discounted(double a, double g, double lost) {
        double step = Math.min(WIDEST_STEP, STEP * Math.sqrt(1 / a + 1 / g));
        double middle = Math.log(a / g);
        double weights = 0;
        double sum = 0;
        for (int direction = -1; direction <= 1; direction += 2) {
            for (long k = direction < 0 ? 1 : 0; ; k++) {
                double off = direction * k * step;
                double weight = Math.exp(logDensity(a, g, off));
                double part = weight / (lost + (1 - lost) / (1 + a / g * Math.exp(off)));
                weights += weight;
                sum += part;
                if (direction * (middle + off) > FAR - (direction > 0 ? Math.log(lost) : 0)) {
                    // from here on a geometric series: of small parameters it is long
                    double rest = 1 / Math.expm1(step * (direction > 0 ? g : a));
                    weights += weight * rest;
                    sum += part * rest;
                    break;
                }
                if (weight <= NOTHING * weights && part <= NOTHING * sum) {
                    break;
                }
            }
        }
        return sum / weights;
    }

    /** The density of the log odds so far off its peak, relative to the peak, where s is {@code a / (a + g)}. */
    private static double logDensity(double a, double g, double off) {
        return -a * logMean(g / (a + g), -off) - g * logMean(a / (a + g), off);
    }

    /** {@code log(1 - p + p e^d)} */
    private static double logMean(double p, double d) {
        return d < 30 ? Math.log1p(p * Math.expm1(d)) : d + Math.log(p + (1 - p) * Math.exp(-d));
    }

    /** {@return {@code Σ (a)_j / (a + g)_j} for j from 1 to n: the expected number of n periods that are survived} */
    public static double periods(double a, double g, int n) {
        double sum = 0;
        double survived = 1;
        for (int j = 0; j < n; j++) {
            survived *= (a + j) / (a + g + j);
            sum += survived;
        }
        return sum;
    }

    /** {@return {@code (a)_n / (a + g)_n}, the probability to survive n periods} */
    public static double survived(double a, double g, int n) {
        double survived = 1;
        for (int j = 0; j < n; j++) {
            survived *= (a + j) / (a + g + j);
        }
        return survived;
    }
}
