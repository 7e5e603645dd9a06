package org.cxkit.metrics.weight;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * A mean of weighted answers with its two standard errors.
 *
 * <p>The unit is that of the {@link Scoring}: a share for 0 and 1, points for NPS. All figures but the sums stay
 * the same when all weights are multiplied by one number. Immutable, value-based and thread-safe; {@code toString} is
 * a sentence.
 *
 * <p>Source: D. A. Binder, "On the Variances of Asymptotically Normal Estimators from Complex Surveys", International
 * Statistical Review 51(3), 1983, for the linearised error; L. Kish, "Survey Sampling", Wiley, 1965, for the other.
 *
 * @param value the mean: {@code Σ w x / Σ w}
 * @param variance the variance of an answer: {@code Σ w (x - value)² / Σ w}, not negative
 * @param scatter how the weighted answers scatter: {@code Σ w² (x - value)² / (Σ w)²}, not negative
 * @param lowest the least an answer can be worth
 * @param highest the most an answer can be worth
 * @param sample how many answers, and the sums of their weights
 * @param zeroWeight answers of weight 0, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record WeightedMean(
        double value,
        double variance,
        double scatter,
        double lowest,
        double highest,
        WeightedCount sample,
        long zeroWeight,
        long missing,
        long invalid)
        implements Serializable {

    /**
     * Checks the numbers, and makes 0.0 of -0.0.
     *
     * @throws IllegalArgumentException if a number is not finite, a variance or a count is negative, there are no
     *     answers, or the value is beyond what an answer can be worth
     */
    public WeightedMean {
        WeightedNps.requireNotNegative(zeroWeight, missing, invalid);
        if (!Double.isFinite(value) || !isVariance(variance) || !isVariance(scatter) || sample.n() == 0) {
            throw new IllegalArgumentException(
                    "a mean needs answers, a finite value and variances that are not negative, got " + value + ", "
                            + variance + " and " + scatter + " of " + sample);
        }
        if (!(lowest <= value && value <= highest) || !Double.isFinite(highest - lowest)) {
            throw new IllegalArgumentException("wanted a mean from " + lowest + " to " + highest + ", got " + value);
        }
        lowest = lowest + 0.0;
        highest = highest + 0.0;
        value = value + 0.0;
        variance = variance + 0.0;
        scatter = scatter + 0.0;
    }

    private static boolean isVariance(double variance) {
        return variance >= 0 && variance < Double.POSITIVE_INFINITY;
    }

    /**
     * {@return the mean of what weighted answers are worth, in the unit of the scores}
     *
     * @param scoring what each rating is worth
     * @param tally the ratings with their weights
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static WeightedMean of(Scoring scoring, WeightedTally tally) {
        scoring.requireScale(tally.scale());
        return of("weighted " + scoring.name(), scoring.scores(), tally.counts())
                .beside(tally.zeroWeight(), tally.missing(), tally.invalid());
    }

    /** The mean of answers that are worth the score of the same place, with nothing beside them. */
    static WeightedMean of(String what, List<Integer> scores, List<WeightedCount> counts) {
        WeightedCount sample = counts.stream().reduce(WeightedCount.NONE, WeightedCount::plus);
        sample.require(what);
        double total = sample.weight();
        double mean = 0;
        for (int i = 0; i < scores.size(); i++) {
            mean += scores.get(i) * counts.get(i).weight();
        }
        int lowest = Collections.min(scores);
        int highest = Collections.max(scores);
        mean = Math.min(Math.max(mean / total, lowest), highest); // rounding may have taken it out
        double variance = 0;
        double scatter = 0;
        for (int i = 0; i < scores.size(); i++) {
            double squared = (scores.get(i) - mean) * (scores.get(i) - mean);
            variance += squared * counts.get(i).weight();
            scatter += squared * counts.get(i).squaredWeight();
        }
        return new WeightedMean(mean, variance / total, scatter / total / total, lowest, highest, sample, 0, 0, 0);
    }

    /** The same mean beside so many answers that did not enter it. */
    WeightedMean beside(long ofZeroWeight, long notGiven, long noRating) {
        return new WeightedMean(value, variance, scatter, lowest, highest, sample, ofZeroWeight, notGiven, noRating);
    }

    /**
     * {@return the linearised standard error of survey sampling, {@code sqrt(n / (n - 1) Σ w² (x - value)²) / Σ w}:
     * right for weights that have to do with what was answered, too}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public double linearisedError() {
        return Math.sqrt(scatter * (double) sample.n() / requireTwo("the linearised standard error"));
    }

    /**
     * {@return the standard error of as many answers of equal weight as the effective n:
     * {@code sqrt(variance / effectiveN)}}
     */
    public double effectiveNError() {
        return Math.sqrt(variance / sample.effectiveN());
    }

    /**
     * {@return the design effect of survey sampling: how many times the variance is that of a simple random sample of
     * the same n, {@code linearisedError² / (variance / (n - 1))}; none for fewer than two responses, or if all are
     * the same}
     */
    public Outcome<Double> designEffect() {
        if (sample.n() < 2) {
            return Outcome.noData("fewer than two responses");
        }
        return variance == 0
                ? Outcome.noData("all responses are the same")
                : Outcome.of(scatter * (double) sample.n() / variance);
    }

    /** {@return the degrees of freedom of the linearised standard error: {@code n - 1}} */
    public long degreesOfFreedom() {
        return sample.n() - 1;
    }

    /**
     * {@return the t interval of the mean by the linearised standard error, as survey packages give it: it may reach
     * beyond {@link #lowest} and {@link #highest}, within which the sentence keeps it}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are fewer than two responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return MeanInterval.ofError(value, linearisedError(), (double) degreesOfFreedom(), level);
    }

    private long requireTwo(String what) {
        if (sample.n() < 2) {
            throw new IllegalStateException(what + " is undefined for " + Sentence.count(sample.n(), "response"));
        }
        return sample.n() - 1;
    }

    /** {@return a sentence with the mean, its 95 % interval where there is one, and the counts} */
    @Override
    public String toString() {
        String interval = sample.n() < 2
                ? ""
                : " " + interval(Sentence.LEVEL).clampedTo(lowest, highest).inBrackets(3);
        return "weighted mean " + Sentence.number(value, 3) + interval + ", " + sample
                + Sentence.dirty(zeroWeight, missing, invalid);
    }
}
