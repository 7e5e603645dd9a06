package org.cxkit.metrics.weight;

import java.io.Serializable;
import java.util.List;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Net Promoter Score of weighted answers.
 *
 * <p>The score is {@code 100 Σ w s / Σ w} with {@code s} 1 for a promoter, 0 for a passive and -1 for a detractor, in
 * points from -100 to +100. Another type than {@link Nps}, whose counts are exact. Missing and invalid answers and
 * those of weight 0 are no responses. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81(12), 2003, for the score;
 * see {@link WeightedMean} for its errors.
 *
 * @param promoters responses in the band of promoters
 * @param passives responses in the band of passives
 * @param detractors responses in the band of detractors
 * @param zeroWeight ratings of weight 0, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record WeightedNps(
        WeightedCount promoters,
        WeightedCount passives,
        WeightedCount detractors,
        long zeroWeight,
        long missing,
        long invalid)
        implements Serializable {

    private static final int POINTS = 100;
    private static final String WHAT = "weighted NPS";

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the responses together leave the range of a long
     */
    public WeightedNps {
        requireNotNegative(zeroWeight, missing, invalid);
        WeightedCount unused = promoters.plus(passives).plus(detractors);
    }

    static void requireNotNegative(long zeroWeight, long missing, long invalid) {
        if (zeroWeight < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: zeroWeight=" + zeroWeight + ", missing="
                    + missing + ", invalid=" + invalid);
        }
    }

    /**
     * {@return the score of ratings from 0 to 10, in the standard bands}
     *
     * @param ratings whole numbers from 0 to 10, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @param weights one weight for each rating; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the first row that is refused
     */
    public static WeightedNps of(int[] ratings, double[] weights) {
        return of(WeightedTally.of(RatingScale.ZERO_TO_TEN, ratings, weights));
    }

    /**
     * {@return the score of a tally on the scale from 0 to 10, in the standard bands}
     *
     * @param tally the ratings with their weights
     * @throws IllegalArgumentException if the tally is on another scale: state its bands
     */
    public static WeightedNps of(WeightedTally tally) {
        return of(Bands.ZERO_TO_TEN, tally);
    }

    /**
     * {@return the score of a tally in other bands}
     *
     * @param bands the bands, on the scale of the tally
     * @param tally the ratings with their weights
     * @throws IllegalArgumentException if the bands divide another scale
     */
    public static WeightedNps of(Bands bands, WeightedTally tally) {
        if (!bands.scale().equals(tally.scale())) {
            throw new IllegalArgumentException(
                    "the bands " + bands + " divide the scale " + bands.scale() + ", the tally is on " + tally.scale());
        }
        return new WeightedNps(
                tally.count(bands.promoterMin(), bands.scale().max()),
                tally.count(bands.detractorMax() + 1, bands.promoterMin() - 1),
                tally.count(bands.scale().min(), bands.detractorMax()),
                tally.zeroWeight(),
                tally.missing(),
                tally.invalid());
    }

    /** {@return all responses and their weights} */
    public WeightedCount sample() {
        return detractors.plus(passives).plus(promoters);
    }

    /** {@return the number of responses, the n of this score} */
    public long responses() {
        return sample().n();
    }

    /**
     * {@return the net share of promoters with its standard errors, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public WeightedMean estimate() {
        return WeightedMean.of(WHAT, List.of(-1, 0, 1), List.of(detractors, passives, promoters))
                .beside(zeroWeight, missing, invalid);
    }

    /**
     * {@return the net share of promoters, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double share() {
        return estimate().value();
    }

    /**
     * {@return the score in points, from -100 to +100, unrounded}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double score() {
        return POINTS * share();
    }

    /**
     * {@return the weighted share of a band, from 0 to 1}
     *
     * @param band the band
     * @throws IllegalStateException if there are no responses
     */
    public double share(Band band) {
        WeightedCount sample = sample();
        sample.require(WHAT);
        return count(band).weight() / sample.weight();
    }

    /**
     * {@return the responses in a band and their weights}
     *
     * @param band the band
     */
    public WeightedCount count(Band band) {
        return switch (band) {
            case DETRACTOR -> detractors;
            case PASSIVE -> passives;
            case PROMOTER -> promoters;
        };
    }

    /**
     * {@return the 95 % adjusted Wald interval of the score, in points, within -100 to +100}
     *
     * @throws IllegalStateException if there are no responses
     */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the adjusted Wald interval of the score, in points, within -100 to +100}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return interval(NetShareInterval.ADJUSTED_WALD, level);
    }

    /**
     * {@return the interval of the score by a method, in points, within -100 to +100}
     *
     * <p>The method sees the shares of the bands among as many answers as the effective n.
     *
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses, or the method is undefined for those there are
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(NetShareInterval method, double level) {
        double effective = sample().effectiveN();
        double minus = effective * share(Band.DETRACTOR);
        double zero = effective * share(Band.PASSIVE);
        double plus = effective * share(Band.PROMOTER);
        if (!method.definedFor(minus, zero, plus)) {
            throw new IllegalStateException("the " + method.title() + " interval is undefined for " + this);
        }
        Interval points = method.of(minus, zero, plus, level).clampedTo(-1, 1).times(POINTS);
        return new Interval(
                score(), points.centre(), points.low(), points.high(), level, points.method(), points.clamped());
    }

    /** {@return a sentence with the score, its interval, n with its effective size, and the shares} */
    @Override
    public String toString() {
        String unused = Sentence.dirty(zeroWeight, missing, invalid);
        if (responses() == 0) {
            return WHAT + " undefined, n 0" + unused;
        }
        return WHAT + " " + Sentence.number(score(), 1) + " " + interval().inBrackets(1) + ", " + sample()
                + ": " + percent(Band.PROMOTER) + " promoters, " + percent(Band.PASSIVE) + " passives, "
                + percent(Band.DETRACTOR) + " detractors" + unused;
    }

    private String percent(Band band) {
        return Sentence.number(100 * share(band), 1) + " %";
    }
}
