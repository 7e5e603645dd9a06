package org.cxkit.metrics.weight;

import java.io.Serializable;
import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Customer Effort Score of weighted answers.
 *
 * <p>The value is the weighted mean of the answers as they were given, on the scale of its version: with CES1 low is
 * good, with CES2 high is good. The shares of easy and hard have the same direction in both. Another type than
 * {@link Ces}, whose counts are exact. Missing and invalid answers and those of weight 0 are no responses. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: see {@link CesVersion} for the score and {@link WeightedMean} for its errors.
 *
 * @param version the wording of the question with its scale
 * @param counts how often each answer was given and with what weights, from the lowest of the scale to the highest
 * @param zeroWeight answers of weight 0, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record WeightedCes(CesVersion version, List<WeightedCount> counts, long zeroWeight, long missing, long invalid)
        implements Serializable {

    private static final String WHAT = "weighted CES";

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there is not one count for each rating, or if one is negative
     */
    public WeightedCes {
        counts = List.copyOf(counts);
        WeightedCsat.requireOneEach(version.scale(), counts);
        WeightedNps.requireNotNegative(zeroWeight, missing, invalid);
    }

    /**
     * {@return the score of a tally of answers to a version}
     *
     * @param version the wording of the question with its scale
     * @param tally the ratings with their weights
     * @throws IllegalArgumentException if the tally is on another scale
     */
    public static WeightedCes of(CesVersion version, WeightedTally tally) {
        if (!version.scale().equals(tally.scale())) {
            throw new IllegalArgumentException(
                    version + " is asked on the scale " + version.scale() + ", the tally is on " + tally.scale());
        }
        return new WeightedCes(version, tally.counts(), tally.zeroWeight(), tally.missing(), tally.invalid());
    }

    /** {@return all responses and their weights} */
    public WeightedCount sample() {
        return counts.stream().reduce(WeightedCount.NONE, WeightedCount::plus);
    }

    /** {@return the number of responses, the n of this} */
    public long responses() {
        return sample().n();
    }

    /**
     * {@return the mean of the answers as they were given with its standard errors, on the scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean estimate() {
        return WeightedMean.of(WHAT, Scoring.mean(version.scale()).scores(), counts)
                .beside(zeroWeight, missing, invalid);
    }

    /**
     * {@return the weighted mean of the answers as they were given, on the scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double mean() {
        return estimate().value();
    }

    /**
     * {@return the mean of the answers where the high end is made the easy one: {@code min + max - mean} with CES1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double easeMean() {
        RatingScale scale = version.scale();
        return scale.lowIsGood() ? scale.min() + scale.max() - mean() : mean();
    }

    /**
     * {@return the share of answers that say easy with its standard errors, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean easy() {
        return between(version.easyFrom(), version.scale().max());
    }

    /**
     * {@return the share of answers that say hard with its standard errors, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean hard() {
        return between(version.scale().min(), version.hardTo());
    }

    /** The share of the answers whose ease is in the range. */
    private WeightedMean between(int from, int to) {
        RatingScale scale = version.scale();
        Scoring share = scale.lowIsGood()
                ? Scoring.share(WHAT, scale, scale.reverse(to), scale.reverse(from))
                : Scoring.share(WHAT, scale, from, to);
        return WeightedMean.of(WHAT, share.scores(), counts).beside(zeroWeight, missing, invalid);
    }

    /**
     * {@return the 95 % t interval of the mean by its linearised standard error, within the scale}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the t interval of the mean by its linearised standard error, within the scale}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are fewer than two responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return estimate()
                .interval(level)
                .clampedTo(version.scale().min(), version.scale().max());
    }

    /** {@return a sentence with the mean, its interval where there is one, and n with its effective size} */
    @Override
    public String toString() {
        long n = responses();
        String unused = Sentence.dirty(zeroWeight, missing, invalid);
        if (n == 0) {
            return "weighted " + version + " undefined, n 0" + unused;
        }
        String interval = n == 1 ? "" : " " + interval().inBrackets(2);
        return "weighted " + version + " " + Sentence.number(mean(), 2) + interval + ", " + sample() + ": "
                + Sentence.number(100 * easy().value(), 1) + " % easy, "
                + Sentence.number(100 * hard().value(), 1) + " % hard on " + version.scale() + unused;
    }
}
