package org.cxkit.metrics.interval;

import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.math.Student;

/**
 * The methods that give an interval for a net share: the share of pluses less the share of minuses, as in NPS.
 *
 * <p>Limits are those of the literature and may leave [-1, 1]: clamp them where they are shown. A net share is the
 * mean of answers that count as -1, 0 or +1; with population variance {@code v = (plus + minus) / n - share^2}.
 *
 * <p>{@link #ADJUSTED_WALD} is the default: its coverage is near the level from 5 answers on. {@link #SCORE} is a
 * little wider, never leaves [-1, 1] and always contains the estimate. Immutable and thread-safe.
 */
public enum NetShareInterval {
    /**
     * The estimate and its standard error: {@code share ± z sqrt(v / n)}. Far too narrow for few answers.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
     */
    WALD("Wald") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            return about(minus, zero, plus, 0, Normal.z(level), level);
        }
    },
    /**
     * Wald's formula after adding three answers: 3/4 of a plus, 3/2 of a zero, 3/4 of a minus.
     *
     * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016.
     */
    ADJUSTED_WALD("adjusted Wald") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            return about(minus, zero, plus, 0.75, Normal.z(level), level);
        }
    },
    /**
     * The net shares that a score test does not reject; within [-1, 1], and containing the estimate.
     *
     * <p>A limit is 1 (or -1) exactly where all answers are pluses (or minuses).
     *
     * <p>Source: T. Tango, "Equivalence Test and Confidence Interval for the Difference in Proportions for the
     * Paired-Sample Design", Statistics in Medicine 17(8), 1998.
     */
    SCORE("score") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            double z = Normal.z(level);
            double low = TangoScore.lower(minus, zero, plus, z);
            double high = -TangoScore.lower(plus, zero, minus, z);
            return Interval.of(share(minus, zero, plus), (low + high) / 2, low, high, level, title());
        }
    },
    /**
     * Wald's formula with a wider quantile, {@code sqrt(chi2(2; level))}: the intervals for <em>all</em> contrasts of
     * the three shares hold at once. Only for several contrasts told together; too wide for a net share alone, and as
     * poor as Wald's for few answers.
     *
     * <p>Source: L. A. Goodman, "On Simultaneous Confidence Intervals for Multinomial Proportions", Technometrics
     * 7(2), 1965.
     */
    GOODMAN_SCHEFFE("Goodman-Scheffé") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            // chi square with 2 degrees of freedom is exponential
            return about(minus, zero, plus, 0, Math.sqrt(-2 * Math.log1p(-level)), level);
        }
    },
    /**
     * Wald's formula with a wider quantile, that of {@code 1 - (1 - level) / 3}: the intervals for the <em>three</em>
     * differences between two of the shares hold at once. Only for these three told together; too wide for a net share
     * alone, and as poor as Wald's for few answers.
     *
     * <p>Source: L. A. Goodman, "On Simultaneous Confidence Intervals for Multinomial Proportions", Technometrics
     * 7(2), 1965.
     */
    GOODMAN_BONFERRONI("Goodman-Bonferroni") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            return about(minus, zero, plus, 0, Normal.upperQuantile((1 - level) / 6), level);
        }
    },
    /**
     * Student's interval for the mean of answers that count as -1, 0 or +1: {@code share ± t sqrt(v / (n - 1))}, with
     * {@code n - 1} degrees of freedom. Undefined for fewer than 2 answers, and where all answers are the same.
     *
     * <p>Source: Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908.
     */
    TRINOMIAL_T("trinomial t") {
        @Override
        Interval limits(double minus, double zero, double plus, double level) {
            double n = minus + zero + plus;
            double quantile = Student.t(level, n - 1);
            return about(minus, zero, plus, 0, quantile * Math.sqrt(n / (n - 1)), level);
        }

        @Override
        public boolean definedFor(double minus, double zero, double plus) {
            double n = minus + zero + plus;
            return n >= 2 && Math.max(Math.max(minus, zero), plus) < n;
        }
    };

    private final String title;

    NetShareInterval(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /**
     * {@return the interval for the net share, on the scale from -1 to 1}
     *
     * @param minus how many answers count as -1, not negative; need not be a whole number where answers have weights
     * @param zero how many answers count as 0, not negative
     * @param plus how many answers count as +1, not negative
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if a count is negative, all are zero, or the level is outside of its range; or
     *     if {@link #TRINOMIAL_T} is undefined for these counts
     */
    public Interval of(double minus, double zero, double plus, double level) {
        double n = minus + zero + plus;
        if (!(minus >= 0 && zero >= 0 && plus >= 0 && n > 0 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("wanted counts that are not negative, and not all zero, got " + minus
                    + ", " + zero + " and " + plus);
        }
        if (!definedFor(minus, zero, plus)) {
            throw new IllegalArgumentException("the " + title + " interval needs at least 2 answers, not all the same,"
                    + " got " + minus + ", " + zero + " and " + plus);
        }
        return limits(minus, zero, plus, Probability.level(level));
    }

    /**
     * {@return whether the method gives an interval for these counts: {@link #TRINOMIAL_T} needs at least 2 answers,
     * not all the same; the others need one answer}
     *
     * @param minus how many answers count as -1, not negative
     * @param zero how many answers count as 0, not negative
     * @param plus how many answers count as +1, not negative
     */
    public boolean definedFor(double minus, double zero, double plus) {
        return minus + zero + plus > 0;
    }

    abstract Interval limits(double minus, double zero, double plus, double level);

    /** Wald's formula after adding answers: as many pluses and minuses, and twice as many zeros. */
    final Interval about(double minus, double zero, double plus, double added, double quantile, double level) {
        double n = minus + zero + plus + 4 * added;
        double centre = (plus - minus) / n;
        // the three deviations, not E(x^2) - E(x)^2: no cancellation where nearly all say the same
        double variance = ((plus + added) / n) * square(1 - centre)
                + ((zero + 2 * added) / n) * square(centre)
                + ((minus + added) / n) * square(1 + centre);
        double half = quantile * Math.sqrt(variance / n);
        return Interval.of(share(minus, zero, plus), centre, centre - half, centre + half, level, title);
    }

    private static double share(double minus, double zero, double plus) {
        return (plus - minus) / (minus + zero + plus);
    }

    private static double square(double x) {
        return x * x;
    }
}
