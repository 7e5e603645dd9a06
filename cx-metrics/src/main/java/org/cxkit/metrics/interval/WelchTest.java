package org.cxkit.metrics.interval;

import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.cxkit.metrics.Outcome;

/**
 * Welch's test of whether two independent samples have the same mean, their variances not being assumed equal.
 *
 * <p>The difference is signed: the mean of the second sample minus that of the first. Immutable, value-based and
 * thread-safe.
 *
 * <p>Source: B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population Variances are
 * Involved", Biometrika 34(1-2), 1947.
 *
 * @param difference the mean of the second sample minus the mean of the first
 * @param standardError {@code sqrt(s1² / n1 + s2² / n2)}, not negative; 0 if neither sample varies
 * @param degreesOfFreedom after Welch and Satterthwaite; 0 if neither sample varies
 */
public record WelchTest(double difference, double standardError, double degreesOfFreedom) implements Serializable {

    /**
     * {@return the test of two samples}
     *
     * @param first the first sample
     * @param second the second sample
     */
    public static WelchTest of(Sample first, Sample second) {
        double partOfFirst = first.variance() / first.n();
        double partOfSecond = second.variance() / second.n();
        double sum = partOfFirst + partOfSecond;
        double freedom = sum == 0
                ? 0
                : sum
                        * sum
                        / (partOfFirst * partOfFirst / (first.n() - 1)
                                + partOfSecond * partOfSecond / (second.n() - 1));
        return new WelchTest(second.mean() - first.mean(), Math.sqrt(sum), freedom);
    }

    /**
     * What the test needs of a sample.
     *
     * @param n its size, at least 2
     * @param mean its mean
     * @param variance its variance, with {@code n - 1} below, not negative
     */
    public record Sample(long n, double mean, double variance) implements Serializable {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the sample is smaller than 2 or its variance negative
         */
        public Sample {
            if (n < 2 || !(variance >= 0) || !Double.isFinite(mean) || !Double.isFinite(variance)) {
                throw new IllegalArgumentException("a sample needs n of at least 2, a finite mean and a variance of at"
                        + " least 0, got n " + n + ", mean " + mean + ", variance " + variance);
            }
        }
    }

    /** {@return the difference over its standard error; no data if neither sample varies} */
    public Outcome<Double> t() {
        return standardError == 0 ? Outcome.noData("neither sample varies") : Outcome.of(difference / standardError);
    }

    /** {@return the two-sided p-value, from 0 to 1; no data if neither sample varies} */
    public Outcome<Double> pValue() {
        return t().map(t -> Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t))));
    }

    /**
     * {@return the confidence interval for the difference, of no width if neither sample varies}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(double level) {
        double tail = (1 - Interval.requireLevel(level)) / 2;
        double half = standardError == 0
                ? 0
                : standardError * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail);
        return Interval.of(difference, difference, difference - half, difference + half, level, "Welch t");
    }

    @Override
    public String toString() {
        String p = pValue().toOptional()
                .map(value -> String.format(Locale.ROOT, "%.4g", value))
                .orElse("undefined");
        return String.format(Locale.ROOT, "difference %.4f, p %s (Welch t)", difference, p);
    }
}
