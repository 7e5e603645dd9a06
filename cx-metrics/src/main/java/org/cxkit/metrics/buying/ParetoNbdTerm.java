package org.cxkit.metrics.buying;

import org.cxkit.metrics.math.RisingFactorial;

/**
 * The log-likelihood of one history after the other at fixed parameters, with its derivatives: what depends on the
 * frequency alone is told once for each, the probability that death comes next by a table.
 *
 * <p>With {@code R = r + x}, {@code Phi(t) = (alpha + t)^-R (beta + t)^-s} and q(t) the probability that what a customer
 * does after t is to die rather than to buy, a customer who bought at t_x and not since has either died next or will buy
 * after T: {@code L = (r)_x alpha^r beta^s (Phi(t_x) q(t_x) + Phi(T) (1 - q(T)))}, a sum of positive terms. Mutable and
 * not thread-safe.
 *
 * <p>Source: D. C. Schmittlein, D. G. Morrison, R. Colombo, "Counting Your Customers: Who Are They and What Will They Do
 * Next?", Management Science 33(1), 1987; P. S. Fader, B. G. S. Hardie, "A Note on Deriving the Pareto/NBD Model and
 * Related Expressions", 2005.
 */
final class ParetoNbdTerm {
    private static final int MANY = 100;

    /** Below it a double may have fewer digits. */
    private static final double TINY = 0x1p-1000;

    private static final int SLOPES = 4;
    private static final int SECONDS = SLOPES * (SLOPES + 1) / 2;

    private final double r;
    private final double alpha;
    private final double s;
    private final double beta;
    private final double logAlpha;
    private final double logRatio;
    /** By frequency, ln (r)_x and its two derivatives. */
    private final double[][] rising;

    private final NextIsDeathTable table;
    private final Frequencies frequencies;
    private final boolean derivatives;

    private int index;
    private int x;
    private final Moment last = new Moment();
    private final Moment end = new Moment();

    /** {@code Phi(T) / Phi(t_x)}, and its logarithm. */
    private double odds;

    private double logOdds;

    private double sum;

    /** Derivatives of the logarithm of the odds. */
    private final double[] odd = new double[SLOPES];

    private final double[] slope = new double[SLOPES];

    /**
     * Makes the tables.
     *
     * @param frequencies the frequencies of the histories to come, and the greatest of their ages
     * @param at r, alpha, s and beta
     * @param derivatives whether derivatives are wanted too
     */
    ParetoNbdTerm(Frequencies frequencies, double[] at, boolean derivatives) {
        r = at[0];
        alpha = at[1];
        s = at[2];
        beta = at[3];
        logAlpha = Math.log(alpha);
        logRatio = Math.log(alpha / beta);
        this.frequencies = frequencies;
        this.derivatives = derivatives;
        double[] shapes = new double[frequencies.size()];
        rising = new double[shapes.length][];
        RisingFactorial factorial = new RisingFactorial(r);
        for (int k = 0; k < shapes.length; k++) {
            shapes[k] = r + frequencies.frequency(k);
            factorial.to(frequencies.frequency(k));
            rising[k] = new double[] {factorial.log(), factorial.first(), factorial.second()};
        }
        double old = logRatio + NearOne.log(frequencies.longest() / alpha) - NearOne.log(frequencies.longest() / beta);
        table = new NextIsDeathTable(shapes, s, Math.min(logRatio, old), Math.max(logRatio, old), derivatives);
    }

    private ParetoNbdTerm(ParetoNbdTerm other) {
        r = other.r;
        alpha = other.alpha;
        s = other.s;
        beta = other.beta;
        logAlpha = other.logAlpha;
        logRatio = other.logRatio;
        frequencies = other.frequencies;
        derivatives = other.derivatives;
        rising = other.rising;
        table = other.table;
    }

    /** {@return one with the same tables, for another thread} */
    ParetoNbdTerm fresh() {
        return new ParetoNbdTerm(this);
    }

    /** Goes to the frequency of this index. */
    void frequency(int newIndex) {
        index = newIndex;
        x = frequencies.frequency(index);
        last.time = -1;
        end.time = -1;
    }

    /** {@return the log-likelihood of a history of this frequency} */
    double at(double recency, double age) {
        to(recency, age);
        return rising[index][0] - x * (logAlpha + last.logA) - r * last.logA - s * last.logB + Math.log(sum);
    }

    /** {@return the probability that who has a history of this frequency is alive at its end} */
    double alive(double recency, double age) {
        to(recency, age);
        return odds > TINY ? odds / sum : Math.exp(logOdds - Math.log(sum));
    }

    private void to(double recency, double age) {
        last.at(recency);
        end.at(age);
        double growthA = end.logA - last.logA;
        double growthB = end.logB - last.logB;
        if (x > MANY) {
            // so many times the rounding of a difference would be seen
            growthA = NearOne.log((age - recency) / (alpha + recency));
            growthB = NearOne.log((age - recency) / (beta + recency));
        }
        logOdds = -(r + x) * growthA - s * growthB;
        odds = Math.exp(logOdds);
        sum = last.q[0] + (1 - end.q[0]) * odds;
    }

    /** Adds the derivatives for so many customers: the gradient, then the upper half of the second derivatives. */
    void add(double customers, double[] sums) {
        double stepA = (last.time - end.time) * end.a * last.a;
        double stepB = (last.time - end.time) * end.b * last.b;
        odd[0] = last.logA - end.logA;
        odd[1] = -(r + x) * stepA;
        odd[2] = last.logB - end.logB;
        odd[3] = -s * stepB;
        double lastShare = 1 / sum;
        double endShare = odds / sum;
        double alive = (1 - end.q[0]) * endShare;
        for (int i = 0; i < SLOPES; i++) {
            slope[i] = lastShare * last.q[1 + i] - endShare * end.q[1 + i] + alive * odd[i];
        }
        int at = SLOPES;
        for (int i = 0; i < SLOPES; i++) {
            for (int j = i; j < SLOPES; j++, at++) {
                double both = end.q[1 + at] + end.q[1 + i] * odd[j] + end.q[1 + j] * odd[i];
                sums[at] += customers
                        * (lastShare * last.q[1 + at]
                                - endShare * both
                                + alive * odd[i] * odd[j]
                                - slope[i] * slope[j]);
            }
        }
        addSimple(customers, alive, stepA, stepB, sums);
        for (int i = 0; i < SLOPES; i++) {
            sums[i] += customers * slope[i];
        }
    }

    /** Adds what comes from the factors outside the sum, and from the second derivatives of the logarithm of the odds. */
    private void addSimple(double customers, double alive, double stepA, double stepB, double[] sums) {
        // 1 / alpha - 1 / (alpha + t_x), and so for beta
        double fallA = last.time * last.a / alpha;
        double fallB = last.time * last.b / beta;
        double bendA = (r + x) * stepA * (end.a + last.a);
        double bendB = s * stepB * (end.b + last.b);
        sums[0] += customers * (rising[index][1] - last.logA);
        sums[1] += customers * (r * fallA - x * last.a);
        sums[2] -= customers * last.logB;
        sums[3] += customers * s * fallB;
        sums[4] += customers * rising[index][2];
        sums[5] += customers * (fallA - alive * stepA);
        sums[8] += customers * (x * last.a * last.a - r * fallA * (1 / alpha + last.a) + alive * bendA);
        sums[12] += customers * (fallB - alive * stepB);
        sums[13] += customers * (alive * bendB - s * fallB * (1 / beta + last.b));
    }

    /** One of the two times of a history; what is told of it is kept while the time stays the same. */
    private final class Moment {
        private double time = -1;

        /** Logarithms of {@code 1 + t / alpha} and {@code 1 + t / beta}. */
        private double logA;

        private double logB;

        /** One over {@code alpha + t} and {@code beta + t}. */
        private double a;

        private double b;

        /** The probability q, its derivatives with respect to r, alpha, s and beta, and its second derivatives. */
        private final double[] q = new double[1 + SLOPES + SECONDS];

        private final double[] own = new double[NextIsDeath.VALUES];

        void at(double newTime) {
            if (newTime == time) {
                return;
            }
            time = newTime;
            logA = NearOne.log(time / alpha);
            logB = NearOne.log(time / beta);
            double ratio = logRatio + logA - logB;
            if (derivatives) {
                a = 1 / (alpha + time);
                b = 1 / (beta + time);
                table.write(index, ratio, own);
                chain();
            } else {
                q[0] = table.probability(index, ratio);
            }
        }

        /** The chain rule: the logarithm of the ratio rises by a with alpha and falls by b with beta. */
        private void chain() {
            double l = own[NextIsDeath.L];
            double ll = own[NextIsDeath.LL];
            q[0] = own[NextIsDeath.Q];
            q[1] = own[NextIsDeath.R];
            q[2] = l * a;
            q[3] = own[NextIsDeath.S];
            q[4] = -l * b;
            q[5] = own[NextIsDeath.RR];
            q[6] = own[NextIsDeath.RL] * a;
            q[7] = own[NextIsDeath.RS];
            q[8] = -own[NextIsDeath.RL] * b;
            q[9] = (ll - l) * a * a;
            q[10] = own[NextIsDeath.SL] * a;
            q[11] = -ll * a * b;
            q[12] = own[NextIsDeath.SS];
            q[13] = -own[NextIsDeath.SL] * b;
            q[14] = (ll + l) * b * b;
        }
    }
}
