package org.cxkit.metrics.interval;

import org.cxkit.metrics.math.Beta;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.Probability;

/**
 * The methods that give an interval for a proportion from successes among trials.
 *
 * <p>Limits are those of the literature: {@link #WALD} and {@link #AGRESTI_COULL} may leave [0, 1], clamp them where
 * they are shown. {@link #WILSON} and {@link #EXACT} always contain the estimate.
 *
 * <p>Source: L. D. Brown, T. T. Cai, A. DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science
 * 16(2), 2001.
 */
public enum ProportionInterval {
    /** The estimate and its standard error: {@code p ± z sqrt(p (1 - p) / n)}. Far too narrow for few trials. */
    WALD("Wald") {
        @Override
        Interval limits(double successes, double n, double level) {
            double p = successes / n;
            double half = Normal.z(level) * Math.sqrt(p * ((n - successes) / n) / n);
            return Interval.of(p, p, p - half, p + half, level, title());
        }
    },
    /**
     * The proportions that a score test does not reject; a good choice for any number of trials.
     *
     * <p>Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the
     * American Statistical Association 22(158), 1927.
     */
    WILSON("Wilson") {
        @Override
        Interval limits(double successes, double n, double level) {
            double z = Normal.z(level);
            double p = successes / n;
            double centre = (successes + z * z / 2) / (n + z * z);
            double half = z / (n + z * z) * Math.sqrt(p * (n - successes) + z * z / 4);
            double low = successes == 0 ? 0 : centre - half;
            double high = successes == n ? 1 : centre + half;
            return Interval.of(p, centre, low, high, level, title());
        }
    },
    /**
     * The proportions that an exact binomial test does not reject; never too narrow, often too wide.
     *
     * <p>Source: C. J. Clopper, E. S. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of
     * the Binomial", Biometrika 26(4), 1934.
     */
    EXACT("Clopper-Pearson") {
        @Override
        Interval limits(double successes, double n, double level) {
            double tail = (1 - level) / 2;
            double failures = n - successes;
            double low = successes == 0 ? 0 : new Beta(successes, failures + 1).lowerQuantile(tail);
            double high = failures == 0 ? 1 : new Beta(successes + 1, failures).upperQuantile(tail);
            double p = successes / n;
            return Interval.of(p, p, low, high, level, title());
        }
    },
    /**
     * Wald's formula about the centre of Wilson's interval.
     *
     * <p>Source: A. Agresti, B. A. Coull, "Approximate Is Better than 'Exact' for Interval Estimation of Binomial
     * Proportions", The American Statistician 52(2), 1998.
     */
    AGRESTI_COULL("Agresti-Coull") {
        @Override
        Interval limits(double successes, double n, double level) {
            double z = Normal.z(level);
            double adjusted = n + z * z;
            double centre = (successes + z * z / 2) / adjusted;
            double half = z * Math.sqrt(centre * ((n - successes + z * z / 2) / adjusted) / adjusted);
            return Interval.of(successes / n, centre, centre - half, centre + half, level, title());
        }
    },
    /** The middle of the Bayesian posterior after Jeffreys' prior, Beta(1/2, 1/2), with equal tails. */
    JEFFREYS("Jeffreys") {
        @Override
        Interval limits(double successes, double n, double level) {
            double tail = (1 - level) / 2;
            Beta posterior = new Beta(successes + 0.5, n - successes + 0.5);
            return Interval.of(
                    successes / n,
                    (successes + 0.5) / (n + 1),
                    posterior.lowerQuantile(tail),
                    posterior.upperQuantile(tail),
                    level,
                    title());
        }
    };

    private final String title;

    ProportionInterval(String title) {
        this.title = title;
    }

    /** {@return the name of the method, as a reader knows it} */
    public String title() {
        return title;
    }

    /**
     * {@return the interval for the proportion, on the scale from 0 to 1}
     *
     * @param successes how many, not negative; need not be a whole number where answers have weights
     * @param n of how many, above zero, at least {@code successes}
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public Interval of(double successes, double n, double level) {
        if (!(successes >= 0 && successes <= n && n > 0 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "wanted from 0 to n successes with n above 0, got " + successes + " of " + n);
        }
        return limits(successes, n, Probability.level(level));
    }

    abstract Interval limits(double successes, double n, double level);
}
