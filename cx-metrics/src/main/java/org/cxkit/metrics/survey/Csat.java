package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * Customer satisfaction with the exact counts behind it.
 *
 * <p>The value is the share of responses in the top boxes, the best ratings of the scale, from 0 to 1; mean, index
 * and net share stand beside it under their own names. Missing and invalid answers are no responses. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: N. T. Bendle, P. W. Farris, P. E. Pfeifer, D. J. Reibstein, "Marketing Metrics", 3rd edition, Pearson,
 * 2016: the percentage of customers whose rating is among the top ones.
 *
 * @param scale the scale of the question
 * @param counts how often each rating was given, from the lowest of the scale to the highest
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 * @param boxes how many ratings count as satisfied and as dissatisfied
 */
public record Csat(RatingScale scale, List<Long> counts, long missing, long invalid, Boxes boxes)
        implements Serializable {

    /**
     * Checks the counts and the boxes.
     *
     * @throws IllegalArgumentException if there is not one count for each rating, if one is negative, or if the boxes
     *     overlap
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public Csat {
        counts = List.copyOf(counts);
        RatingTally unused = RatingTally.of(scale, counts, missing, invalid);
        if ((long) boxes.top() + boxes.bottom() > scale.points()) {
            throw new IllegalArgumentException("boxes must not overlap on the scale " + scale + ", got top "
                    + boxes.top() + " and bottom " + boxes.bottom());
        }
    }

    /**
     * {@return the satisfaction of ratings from 1 to 5, satisfied from 4}
     *
     * @param ratings whole numbers from 1 to 5, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Csat of(Collection<Integer> ratings) {
        return of(RatingTally.of(RatingScale.ONE_TO_FIVE, ratings));
    }

    /**
     * {@return the satisfaction of ratings from 1 to 5, satisfied from 4}
     *
     * @param ratings whole numbers from 1 to 5, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Csat of(int... ratings) {
        return of(RatingTally.of(RatingScale.ONE_TO_FIVE, ratings));
    }

    /**
     * {@return the satisfaction of a tally, in the usual boxes of its scale}
     *
     * @param tally the ratings
     * @throws IllegalArgumentException if the scale has no usual boxes: state them
     */
    public static Csat of(RatingTally tally) {
        return of(Boxes.usual(tally.scale()), tally);
    }

    /**
     * {@return the satisfaction of a tally, in other boxes}
     *
     * @param boxes how many ratings count as satisfied and as dissatisfied
     * @param tally the ratings
     * @throws IllegalArgumentException if the boxes overlap
     */
    public static Csat of(Boxes boxes, RatingTally tally) {
        return new Csat(tally.scale(), tally.countList(), tally.missing(), tally.invalid(), boxes);
    }

    /** {@return the ratings this is told from} */
    public RatingTally tally() {
        return RatingTally.of(scale, counts, missing, invalid);
    }

    /** {@return the number of responses, the n of this} */
    public long responses() {
        return tally().valid();
    }

    /** {@return the number of responses in the top boxes} */
    public long top() {
        return scale.lowIsGood() ? lowest(boxes.top()) : highest(boxes.top());
    }

    /** {@return the number of responses in the bottom boxes} */
    public long bottom() {
        return scale.lowIsGood() ? highest(boxes.bottom()) : lowest(boxes.bottom());
    }

    private long lowest(int ratings) {
        return tally().count(scale.min(), scale.min() + ratings - 1);
    }

    private long highest(int ratings) {
        return tally().count(scale.max() - ratings + 1, scale.max());
    }

    /**
     * {@return the share of responses in the top boxes, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double share() {
        return shareOf(top());
    }

    /**
     * {@return the share of responses in the bottom boxes, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double bottomShare() {
        return shareOf(bottom());
    }

    /**
     * {@return the share in the top boxes less the share in the bottom boxes, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double net() {
        return shareOf(top() - bottom());
    }

    private double shareOf(long count) {
        return Fraction.of(count, requireResponses("CSAT")).toDouble();
    }

    private long requireResponses(String what) {
        long n = responses();
        if (n == 0) {
            throw Sentence.undefined(what);
        }
        return n;
    }

    /**
     * {@return the 95 % Wilson interval of the share, within 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the Wilson interval of the share, within 0 to 1}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return interval(ProportionInterval.WILSON, level);
    }

    /**
     * {@return the interval of the share by a method, within 0 to 1}
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(ProportionInterval method, double level) {
        long n = requireResponses("the interval of CSAT");
        return method.of((double) top(), (double) n, level).clampedTo(0, 1);
    }

    /**
     * {@return the mean of the ratings as they were given, on the scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double mean() {
        return tally().mean();
    }

    /**
     * {@return the sample standard deviation of the ratings, with {@code n - 1} below}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public double sd() {
        return tally().sd();
    }

    /**
     * {@return the mean on a scale from 0, all worst, to 100, all best: {@code 100 (mean - min) / (max - min)}, turned
     * round where the low end is the good one}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double index() {
        int worst = scale.lowIsGood() ? scale.max() : scale.min();
        int best = scale.lowIsGood() ? scale.min() : scale.max();
        return tally().moments().between(worst, best).times(100).toDouble();
    }

    /** {@return a sentence with the share in per cent, its interval, the counts and the mean} */
    @Override
    public String toString() {
        long n = responses();
        String counted = ", n " + n + ": " + top() + " in the top " + boxes.top() + " of " + scale + ", " + bottom()
                + " in the bottom " + boxes.bottom();
        String dirty = Sentence.dirty(missing, invalid);
        if (n == 0) {
            return "CSAT undefined" + counted + dirty;
        }
        String share = Fraction.of(top(), n)
                .times(100)
                .rounded(1, RoundingMode.HALF_UP)
                .toPlainString();
        return "CSAT " + share + " % " + interval().times(100).inBrackets(1) + counted + ", mean "
                + Sentence.number(mean(), 2) + dirty;
    }
}
