package org.cxkit.metrics.interval;

import java.io.Serializable;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.math.Roots;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How many answers a survey needs.
 *
 * <p>With {@code n} the answers that a simple random sample from everyone needs: {@code n} times the design effect,
 * and of that, in a population of {@code N}, {@code n / (1 + (n - 1) / N)}; rounded up once, at the end. These are
 * answers, not invitations. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: W. G. Cochran, "Sampling Techniques", 3rd edition, 1977, chapter 4; L. Kish, "Survey Sampling", 1965,
 * section 8.2 for the design effect.
 *
 * @param simple the answers that a simple random sample from everyone needs, unrounded; 0 or less if none are needed
 * @param designEffect the variance of the design over that of a simple random sample, above 0; 1 for such a sample
 * @param population how many customers there are, at least 1; null if they are too many to matter
 */
public record SampleSize(
        double simple, double designEffect, @Nullable Long population) implements Serializable {

    /** The variance of a net share whose minuses, zeros and pluses are a third each: a usual guess. */
    public static final double THIRDS = 2.0 / 3;

    /** The variance of a net share of half pluses and half minuses: the largest there is. */
    public static final double MAXIMUM = 1;

    /** The answers that the adjusted Wald interval adds. */
    private static final double ADDED = 3;

    /** More answers than there will ever be. */
    private static final double ENDLESS = 1e30;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is outside of its range
     */
    public SampleSize {
        if (!Double.isFinite(simple) || !(designEffect > 0) || !Double.isFinite(simple * designEffect)) {
            throw new IllegalArgumentException("wanted a finite number of answers and a design effect above 0, got "
                    + simple + " and " + designEffect);
        }
        if (population != null && population < 1) {
            throw new IllegalArgumentException("wanted a population of at least 1, got " + population);
        }
    }

    private static SampleSize ofSimple(double simple) {
        return new SampleSize(simple, 1, null);
    }

    /**
     * {@return the answers after which the adjusted Wald interval of a net share has the margin: {@code variance z² /
     * margin² - 3}}
     *
     * <p>Source: the algebra of {@link NetShareInterval#ADJUSTED_WALD}.
     *
     * @param variance the variance of an answer that counts as -1, 0 or +1, on the share scale, above 0 and at most 1:
     *     {@link #THIRDS}, {@link #MAXIMUM} or {@link #variance}
     * @param margin half the width of the interval
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static SampleSize ofNetShare(double variance, Margin margin, double level) {
        double perMargin = Normal.z(Probability.level(level)) / margin.share();
        return ofSimple(requireVariance(variance) * perMargin * perMargin - ADDED);
    }

    /**
     * {@return the variance of a net share whose minuses, zeros and pluses are as expected, from 0 to 1}
     *
     * @param minus the expected share or count of -1, not negative
     * @param zero the expected share or count of 0, not negative
     * @param plus the expected share or count of +1, not negative
     * @throws IllegalArgumentException if one is negative, or all are zero
     */
    public static double variance(double minus, double zero, double plus) {
        double n = minus + zero + plus;
        if (!(minus >= 0 && zero >= 0 && plus >= 0 && n > 0 && n < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("wanted expected shares that are not negative, and not all zero, got "
                    + minus + ", " + zero + " and " + plus);
        }
        double net = (plus - minus) / n;
        return (plus * (1 - net) * (1 - net) + zero * net * net + minus * (1 + net) * (1 + net)) / n;
    }

    /**
     * {@return the answers after which the interval of a proportion, such as CSAT, has the margin}
     *
     * <p>By {@link ProportionInterval#WALD} that is {@code p (1 - p) z² / margin²}; the other methods are solved for
     * half the distance of their limits.
     *
     * @param method the method of the interval
     * @param expected the expected proportion, above 0 and below 1; 0.5 needs the most answers
     * @param margin half the width of the interval
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static SampleSize ofProportion(ProportionInterval method, double expected, Margin margin, double level) {
        Probability.inside("the expected proportion", expected);
        double z = Normal.z(Probability.level(level));
        if (method == ProportionInterval.WALD) {
            return ofSimple(expected * (1 - expected) * (z / margin.share()) * (z / margin.share()));
        }
        double width = method.of(expected, 1, level).halfWidth();
        if (width <= margin.share()) {
            return ofSimple(1);
        }
        double answers =
                Roots.between(n -> method.of(expected * n, n, level).halfWidth() - margin.share(), 1, ENDLESS, 0);
        return ofSimple(answers);
    }

    /**
     * {@return the answers <em>of each of two groups</em> after which a test finds a difference of their net shares
     * with the power: {@code (variance1 + variance2) (z + z(power))² / difference²}}
     *
     * <p>For a two-sided test by the normal distribution. The chance to find the difference with the wrong sign, which
     * is nothing at the usual levels, does not count.
     *
     * <p>Source: J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd edition,
     * 2003, chapter 4, without correction for continuity and with the variance of a net share.
     *
     * @param variance1 the variance of an answer in the first group, on the share scale, above 0 and at most 1
     * @param variance2 the variance of an answer in the second group, on the share scale, above 0 and at most 1
     * @param difference the true difference that is to be found
     * @param level the confidence level of the test, above 0 and below 1: 0.95 where p must be below 0.05
     * @param power the probability to find the difference, at least 0.5 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public static SampleSize perGroup(
            double variance1, double variance2, Margin difference, double level, double power) {
        if (!(power >= 0.5 && power < 1)) {
            throw new IllegalArgumentException("wanted a power of at least 0.5 and below 1, got " + power);
        }
        double both = requireVariance(variance1) + requireVariance(variance2);
        double perDifference =
                (Normal.z(Probability.level(level)) + Normal.upperQuantile(1 - power)) / difference.share();
        return ofSimple(both * perDifference * perDifference);
    }

    private static double requireVariance(double variance) {
        if (!(variance > 0 && variance <= 1)) {
            throw new IllegalArgumentException(
                    "wanted the variance of a net share, above 0 and at most 1, got " + variance);
        }
        return variance;
    }

    /**
     * {@return the same with a design that is not a simple random sample}
     *
     * @param effect the variance of the design over that of a simple random sample, above 0
     * @throws IllegalArgumentException if the effect is not above 0
     */
    public SampleSize withDesignEffect(double effect) {
        return new SampleSize(simple, effect, population);
    }

    /**
     * {@return the same among so many customers}
     *
     * @param customers how many there are, at least 1
     * @throws IllegalArgumentException if there are none
     */
    public SampleSize inPopulationOf(long customers) {
        return new SampleSize(simple, designEffect, customers);
    }

    /** {@return the answers needed with the design and in the population, unrounded; 0 or less if none are needed} */
    public double unrounded() {
        double n = simple * designEffect;
        // of less than one answer there is nothing to correct
        return population == null || n < 1 ? n : n / (1 + (n - 1) / population);
    }

    /** {@return the answers needed, at least 1; never more than the population} */
    public long answers() {
        long answers = (long) Math.ceil(Math.max(1, unrounded()));
        return population == null ? answers : Math.min(answers, population);
    }

    @Override
    public String toString() {
        return Sentence.count(answers(), "answer") + " needed"
                + (population == null ? "" : " of " + Sentence.count(population, "customer"))
                + (designEffect == 1 ? "" : ", design effect " + Sentence.number(designEffect, 2));
    }
}
