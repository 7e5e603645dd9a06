package org.cxkit.metrics.consistency;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.wording.Sentence;

/**
 * How much the true values of groups differ, once the chance in each group's answers is taken out.
 *
 * <p>Each group has a true value, drawn from a distribution with mean {@code mu} and variance {@code tau2}, and an
 * estimate about it with a known variance. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: J. P. T. Higgins, S. G. Thompson, "Quantifying Heterogeneity in a Meta-Analysis", Statistics in Medicine
 * 21(11), 2002.
 *
 * @param method how {@code tau2} was estimated
 * @param groups how many groups, at least 2
 * @param tau2 the variance of the true values, in the unit of the metric squared, at least 0
 * @param mean the mean of the true values, in the unit of the metric
 * @param standardError of the mean, in the unit of the metric
 * @param q Cochran's Q, {@code sum(w_j (y_j - mean_w)^2)} with {@code w_j = 1 / v_j}
 * @param typicalVariance the variance of a typical estimate in the unit of the metric squared,
 *     {@code (k - 1) sum(w) / (sum(w)^2 - sum(w^2))}
 */
public record RandomEffects(
        BetweenVariance method,
        int groups,
        double tau2,
        double mean,
        double standardError,
        double q,
        double typicalVariance)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are fewer than two groups, or a variance is negative or not finite
     */
    public RandomEffects {
        if (groups < 2) {
            throw new IllegalArgumentException("wanted at least 2 groups, got " + groups);
        }
        boolean finite = Double.isFinite(mean) && Double.isFinite(tau2 + standardError + q + typicalVariance);
        if (!finite || tau2 < 0 || standardError < 0 || q < 0 || typicalVariance <= 0) {
            throw new IllegalArgumentException("wanted finite numbers and no negative variance, got tau2 " + tau2
                    + ", mean " + mean + ", standard error " + standardError + ", Q " + q + ", typical variance "
                    + typicalVariance);
        }
    }

    static RandomEffects of(BetweenVariance method, double[] values, double[] variances) {
        WeightedGroups fixed = WeightedGroups.of(values, variances, 0);
        double tau2 = method.of(values, variances);
        WeightedGroups random = WeightedGroups.of(values, variances, tau2);
        return new RandomEffects(
                method,
                values.length,
                tau2,
                random.mean(),
                1 / Math.sqrt(random.weights()),
                fixed.squares(),
                (values.length - 1) / fixed.scale());
    }

    /** {@return the standard deviation of the true values, in the unit of the metric} */
    public double tau() {
        return Math.sqrt(tau2);
    }

    /** {@return the probability of such a Q, or a larger one, if all true values were the same, from 1e-300 to 1} */
    public double pValue() {
        return PValue.of(ChiSquaredDistribution.of(groups - 1).survivalProbability(q));
    }

    /** {@return the share of the variance of estimates that is between groups, from 0 to 1; as a percentage, I²} */
    public double i2() {
        return tau2 / (tau2 + typicalVariance);
    }

    /** {@return the variance of estimates over that of a typical estimate, at least 1} */
    public double h2() {
        return tau2 / typicalVariance + 1;
    }

    /**
     * {@return the interval of the mean of the true values, in the unit of the metric}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        double half = Normal.z(level) * standardError;
        return new Interval(mean, mean, mean - half, mean + half, level, method.title(), false);
    }

    @Override
    public String toString() {
        return withInterval(interval(Sentence.LEVEL));
    }

    /** The sentence with an interval of the mean from elsewhere. */
    String withInterval(Interval interval) {
        return "mean " + Sentence.number(mean, 3) + " "
                + interval.inBrackets(3) + ", tau "
                + Sentence.number(tau(), 3) + ", I² " + Sentence.number(100 * i2(), 1) + " %, "
                + Sentence.count(groups, "group") + " (" + method.title() + ")";
    }
}
