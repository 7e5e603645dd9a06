package org.cxkit.metrics.weight;

import java.io.Serializable;
import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * Customer satisfaction of weighted answers.
 *
 * <p>The value is the weighted share of responses in the top boxes, the best ratings of the scale, from 0 to 1; mean
 * and net share stand beside it. Another type than {@link Csat}, whose counts are exact. Missing and invalid answers
 * and those of weight 0 are no responses. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: N. T. Bendle, P. W. Farris, P. E. Pfeifer, D. J. Reibstein, "Marketing Metrics", 3rd edition, Pearson,
 * 2016, for the share; see {@link WeightedMean} for its errors.
 *
 * @param scale the scale of the question
 * @param counts how often each rating was given and with what weights, from the lowest of the scale to the highest
 * @param boxes how many ratings count as satisfied and as dissatisfied
 * @param zeroWeight ratings of weight 0, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record WeightedCsat(
        RatingScale scale, List<WeightedCount> counts, Boxes boxes, long zeroWeight, long missing, long invalid)
        implements Serializable {

    private static final String WHAT = "weighted CSAT";

    /**
     * Checks the counts and the boxes.
     *
     * @throws IllegalArgumentException if there is not one count for each rating, if one is negative, or if the boxes
     *     overlap
     */
    public WeightedCsat {
        counts = List.copyOf(counts);
        requireOneEach(scale, counts);
        WeightedNps.requireNotNegative(zeroWeight, missing, invalid);
        if ((long) boxes.top() + boxes.bottom() > scale.points()) {
            throw new IllegalArgumentException("boxes must not overlap on the scale " + scale + ", got top "
                    + boxes.top() + " and bottom " + boxes.bottom());
        }
    }

    static void requireOneEach(RatingScale scale, List<WeightedCount> counts) {
        if (counts.size() != scale.points()) {
            throw new IllegalArgumentException(
                    "wanted " + scale.points() + " counts for the scale " + scale + ", got " + counts.size());
        }
    }

    /**
     * {@return the satisfaction of ratings from 1 to 5, satisfied from 4}
     *
     * @param ratings whole numbers from 1 to 5, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param weights one weight for each rating; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first row that is refused
     */
    public static WeightedCsat of(int[] ratings, double[] weights) {
        return of(WeightedTally.of(RatingScale.ONE_TO_FIVE, ratings, weights));
    }

    /**
     * {@return the satisfaction of a tally, in the usual boxes of its scale}
     *
     * @param tally the ratings with their weights
     * @throws IllegalArgumentException if the scale has no usual boxes: state them
     */
    public static WeightedCsat of(WeightedTally tally) {
        return of(Boxes.usual(tally.scale()), tally);
    }

    /**
     * {@return the satisfaction of a tally, in other boxes}
     *
     * @param boxes how many ratings count as satisfied and as dissatisfied
     * @param tally the ratings with their weights
     * @throws IllegalArgumentException if the boxes overlap
     */
    public static WeightedCsat of(Boxes boxes, WeightedTally tally) {
        return new WeightedCsat(
                tally.scale(), tally.counts(), boxes, tally.zeroWeight(), tally.missing(), tally.invalid());
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
     * {@return the share of the top boxes with its standard errors, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean estimate() {
        return WeightedMean.of(WHAT, Scoring.topBox(scale, boxes).scores(), counts)
                .beside(zeroWeight, missing, invalid);
    }

    /**
     * {@return the weighted share of responses in the top boxes, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double share() {
        return estimate().value();
    }

    /**
     * {@return the weighted share of responses in the bottom boxes, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double bottomShare() {
        return WeightedMean.of(WHAT, Scoring.bottomBox(scale, boxes).scores(), counts)
                .value();
    }

    /**
     * {@return the share in the top boxes less the share in the bottom boxes, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double net() {
        return share() - bottomShare();
    }

    /**
     * {@return the weighted mean of the ratings as they were given with its standard errors, on the scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean mean() {
        return WeightedMean.of(WHAT, Scoring.mean(scale).scores(), counts).beside(zeroWeight, missing, invalid);
    }

    /**
     * {@return the 95 % Wilson interval of the share, within 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public Interval interval() {
        return interval(ProportionInterval.WILSON, Sentence.LEVEL);
    }

    /**
     * {@return the interval of the share by a method that sees it among as many answers as the effective n, within 0
     * to 1}
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(ProportionInterval method, double level) {
        double effective = sample().effectiveN();
        return method.of(effective * share(), effective, level).clampedTo(0, 1);
    }

    /**
     * {@return the interval of the share by its linearised standard error, within 0 to 1}
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are fewer than two responses
     * @throws IllegalArgumentException if the level is outside of its range, or the method is undefined for the share
     */
    public Interval interval(SurveyInterval method, double level) {
        WeightedMean share = estimate();
        return method.of(share.value(), share.linearisedError(), share.degreesOfFreedom(), responses(), level)
                .clampedTo(0, 1);
    }

    /** {@return a sentence with the share in per cent, its interval, n with its effective size, and the mean} */
    @Override
    public String toString() {
        String unused = Sentence.dirty(zeroWeight, missing, invalid);
        if (responses() == 0) {
            return WHAT + " undefined, n 0" + unused;
        }
        return WHAT + " " + Sentence.number(100 * share(), 1) + " % "
                + interval().times(100).inBrackets(1) + ", " + sample() + ", top " + boxes.top() + " of "
                + scale + ", mean " + Sentence.number(mean().value(), 2) + unused;
    }
}
