package org.cxkit.metrics.weight;

import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.math.Beta;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.math.Student;

/**
 * The methods that give an interval for a share of a survey with weights or a design from its standard error.
 *
 * <p>All use quantiles of Student's distribution with the degrees of freedom of the design.
 *
 * <p>Source: E. L. Korn, B. I. Graubard, "Confidence Intervals for Proportions with Small Expected Number of Positive
 * Counts Estimated from Survey Data", Survey Methodology 24(2), 1998.
 */
public enum SurveyInterval {
    /** The share and its standard error: {@code p ± t se}. May leave [0, 1]. */
    MEAN("t") {
        @Override
        Interval limits(double p, double error, double df, long n, double level) {
            return MeanInterval.ofError(p, error, df, level);
        }
    },
    /** Made about {@code ln(p / (1 - p))}. Undefined for the shares 0 and 1. */
    LOGIT("logit") {
        @Override
        Interval limits(double p, double error, double df, long n, double level) {
            requireInside(p);
            double logit = Math.log(p / (1 - p));
            double half = Student.t(level, df) * error / (p * (1 - p));
            return plain(p, 1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit)), level);
        }
    },
    /** Made about {@code asin(sqrt(p))}, whose variance hardly depends on p. Undefined for the shares 0 and 1. */
    ASIN("arc sine") {
        @Override
        Interval limits(double p, double error, double df, long n, double level) {
            requireInside(p);
            double angle = Math.asin(Math.sqrt(p));
            double half = Student.t(level, df) * error / (2 * Math.sqrt(p * (1 - p)));
            double low = Math.sin(Math.max(0, angle - half));
            double high = Math.sin(Math.min(Math.PI / 2, angle + half));
            return plain(p, low * low, high * high, level);
        }
    },
    /**
     * The exact binomial interval of Clopper and Pearson for the number of answers that a simple random sample with
     * the same standard error would have, corrected for the degrees of freedom. Where the share is 0 or 1, or
     * the error 0, it is n.
     */
    BETA("Korn-Graubard") {
        @Override
        Interval limits(double p, double error, double df, long n, double level) {
            double tail = (1 - level) / 2;
            double size = n;
            if (p > 0 && p < 1 && error > 0) {
                double ratio = Student.t(level, n - 1.0) / Student.t(level, df);
                size = Math.max(LEAST, p * (1 - p) / error / error * ratio * ratio);
            }
            double successes = size * p;
            double failures = size * (1 - p);
            double low = p == 0 ? 0 : new Beta(successes, failures + 1).lowerQuantile(tail);
            double high = p == 1 ? 1 : new Beta(successes + 1, failures).upperQuantile(tail);
            return plain(p, low, high, level);
        }
    };

    /** An error so large says nothing; a sample of none has no interval. */
    private static final double LEAST = 1e-100;

    private final String title;

    SurveyInterval(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /**
     * {@return the interval for the share, on the scale from 0 to 1}
     *
     * @param share the share, from 0 to 1
     * @param error its standard error, not negative
     * @param degreesOfFreedom of the standard error, at least 1: the sampled units less the strata
     * @param n how many answers, at least 2
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range, or the method is undefined for the share
     */
    public Interval of(double share, double error, long degreesOfFreedom, long n, double level) {
        if (!(share >= 0 && share <= 1 && error >= 0 && error < Double.POSITIVE_INFINITY)
                || degreesOfFreedom < 1
                || n < 2) {
            throw new IllegalArgumentException("wanted a share from 0 to 1, a standard error that is not negative, at"
                    + " least 1 degree of freedom and 2 answers, got " + share + ", " + error + ", "
                    + degreesOfFreedom + " and " + n);
        }
        return limits(share, error, (double) degreesOfFreedom, n, Probability.level(level));
    }

    abstract Interval limits(double p, double error, double df, long n, double level);

    Interval plain(double p, double low, double high, double level) {
        return new Interval(p, p, low, high, level, title, false);
    }

    void requireInside(double p) {
        if (p == 0 || p == 1) {
            throw new IllegalArgumentException("the " + title + " interval is undefined for a share of " + p);
        }
    }
}
