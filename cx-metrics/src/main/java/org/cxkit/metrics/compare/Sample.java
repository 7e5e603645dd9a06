package org.cxkit.metrics.compare;

import java.io.Serializable;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * What is to be known of the answers of one group to compare its mean.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param n how many answers there are, not negative
 * @param mean their mean, 0 where there is none
 * @param variance their sample variance, with {@code n - 1} below, not negative, 0 where there are fewer than two
 * @param missing answers that were not given, not negative
 * @param invalid answers that were none, not negative
 * @param lowest the least an answer can be, negative infinity where nothing is known of that
 * @param highest the most an answer can be, infinity where nothing is known of that
 */
public record Sample(long n, double mean, double variance, long missing, long invalid, double lowest, double highest)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is negative or not finite, or if there is a mean of no answers or a
     *     variance of fewer than two, or if the mean is beyond what an answer can be
     */
    public Sample {
        if (n < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: n=" + n + ", missing=" + missing + ", invalid=" + invalid);
        }
        boolean known = (n > 0 || mean == 0) && (n > 1 || variance == 0);
        if (!known || !(variance >= 0) || !Double.isFinite(mean) || !Double.isFinite(variance)) {
            throw new IllegalArgumentException("a sample needs a finite mean and a variance of at least 0, each 0 where"
                    + " it is undefined, got n " + n + ", mean " + mean + ", variance " + variance);
        }
        if (!(lowest <= highest) || (n > 0 && !(lowest <= mean && mean <= highest))) {
            throw new IllegalArgumentException(
                    "wanted a mean from " + lowest + " to " + highest + ", what an answer can be, got " + mean);
        }
        mean = mean + 0.0;
        variance = variance + 0.0;
        lowest = lowest + 0.0;
        highest = highest + 0.0;
    }

    /**
     * Makes a sample of answers that may be any number.
     *
     * @param n how many answers there are, not negative
     * @param mean their mean, 0 where there is none
     * @param variance their sample variance, 0 where there are fewer than two
     * @param missing answers that were not given, not negative
     * @param invalid answers that were none, not negative
     * @throws IllegalArgumentException if a number is negative or not finite, or if there is a mean of no answers or a
     *     variance of fewer than two
     */
    public Sample(long n, double mean, double variance, long missing, long invalid) {
        this(n, mean, variance, missing, invalid, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * {@return a sample without missing or invalid answers, of which each may be any number}
     *
     * @param n how many answers there are, not negative
     * @param mean their mean, 0 where there is none
     * @param variance their sample variance, 0 where there are fewer than two
     */
    public static Sample of(long n, double mean, double variance) {
        return new Sample(n, mean, variance, 0, 0);
    }

    /**
     * {@return the sample of the ratings of a tally, as they were given}
     *
     * @param tally the ratings
     */
    public static Sample of(RatingTally tally) {
        long n = tally.valid();
        return new Sample(
                n,
                n == 0 ? 0 : tally.mean(),
                n < 2 ? 0 : tally.variance(),
                tally.missing(),
                tally.invalid(),
                tally.scale().min(),
                tally.scale().max());
    }

    /**
     * {@return the sample of the answers of a customer effort score, as they were given}
     *
     * @param ces the score
     */
    public static Sample of(Ces ces) {
        return of(ces.tally());
    }

    /** The mean, of some answers. */
    double requireMean() {
        if (n == 0) {
            throw Sentence.undefined("a mean");
        }
        return mean;
    }

    /** The squared standard error of the mean. */
    double squaredError() {
        if (n < 2) {
            throw new IllegalStateException("a test of means needs at least 2 answers in each group, got " + n);
        }
        return variance / (double) n;
    }

    /** {@return the mean and the counts} */
    @Override
    public String toString() {
        return (n == 0 ? "undefined" : Sentence.number(mean, 2)) + ", n " + n + Sentence.dirty(missing, invalid);
    }
}
