package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.MeanInterval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Customer Effort Score with the exact counts behind it.
 *
 * <p>The value is the mean of the answers as they were given, on the scale of its version: with CES1 low is good, with
 * CES2 high is good. Mean ease and the shares of easy and hard have the same direction in both. Missing and invalid
 * answers are no responses. Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: see {@link CesVersion}.
 *
 * @param version the wording of the question with its scale
 * @param counts how often each answer was given, from the lowest of the scale to the highest
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record Ces(CesVersion version, List<Long> counts, long missing, long invalid) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there is not one count for each rating, or if one is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public Ces {
        counts = List.copyOf(counts);
        RatingTally unused = RatingTally.of(version.scale(), counts, missing, invalid);
    }

    /**
     * {@return the score of answers to CES2, from 1 to 7}
     *
     * @param ratings whole numbers from 1 to 7, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Ces of(Collection<Integer> ratings) {
        return of(CesVersion.CES2, ratings);
    }

    /**
     * {@return the score of answers to CES2, from 1 to 7}
     *
     * @param ratings whole numbers from 1 to 7, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Ces of(int... ratings) {
        return of(CesVersion.CES2, ratings);
    }

    /**
     * {@return the score of a tally, in the version that is usual on its scale}
     *
     * <p>1 to 7 is CES2, 1 to 5 with 1 the best is CES1, 1 to 5 with 5 the best is CES2 on five points.
     *
     * @param tally the ratings
     * @throws IllegalArgumentException if no version is usual on the scale: state it
     */
    public static Ces of(RatingTally tally) {
        return of(CesVersion.usual(tally.scale()), tally);
    }

    /**
     * {@return the score of answers to a version}
     *
     * @param version the wording of the question with its scale
     * @param ratings whole numbers on the scale, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Ces of(CesVersion version, Collection<Integer> ratings) {
        return of(version, RatingTally.of(version.scale(), ratings));
    }

    /**
     * {@return the score of answers to a version}
     *
     * @param version the wording of the question with its scale
     * @param ratings whole numbers on the scale, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Ces of(CesVersion version, int... ratings) {
        return of(version, RatingTally.of(version.scale(), ratings));
    }

    /**
     * {@return the score of a tally of answers to a version}
     *
     * @param version the wording of the question with its scale
     * @param tally the ratings
     * @throws IllegalArgumentException if the tally is on another scale
     */
    public static Ces of(CesVersion version, RatingTally tally) {
        if (!version.scale().equals(tally.scale())) {
            throw new IllegalArgumentException(
                    version + " is asked on the scale " + version.scale() + ", the tally is on " + tally.scale());
        }
        return new Ces(version, tally.countList(), tally.missing(), tally.invalid());
    }

    /** {@return the answers this is told from} */
    public RatingTally tally() {
        return RatingTally.of(version.scale(), counts, missing, invalid);
    }

    /** {@return the number of responses, the n of this} */
    public long responses() {
        return tally().valid();
    }

    /**
     * {@return the mean of the answers as they were given, on the scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double mean() {
        return tally().mean();
    }

    /**
     * {@return the sample standard deviation of the answers, with {@code n - 1} below}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public double sd() {
        return tally().sd();
    }

    /**
     * {@return the standard error of the mean: {@code sd / sqrt(n)}}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public double standardError() {
        return sd() / Math.sqrt((double) responses());
    }

    /**
     * {@return the 95 % t interval of the mean, within the scale}
     *
     * @throws IllegalStateException if there are fewer than two responses
     */
    public Interval interval() {
        return interval(Sentence.LEVEL);
    }

    /**
     * {@return the t interval of the mean, within the scale}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are fewer than two responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(double level) {
        return MeanInterval.t(mean(), sd(), responses(), level)
                .clampedTo(version.scale().min(), version.scale().max());
    }

    /**
     * {@return the mean of the answers where the high end is made the easy one: {@code min + max - mean} with CES1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double easeMean() {
        return ease().mean();
    }

    /** {@return the number of answers that say easy} */
    public long easy() {
        return ease().count(version.easyFrom(), version.scale().max());
    }

    /** {@return the number of answers that say hard} */
    public long hard() {
        return ease().count(version.scale().min(), version.hardTo());
    }

    private RatingTally ease() {
        return version.scale().lowIsGood() ? tally().reversed() : tally();
    }

    /**
     * {@return the share of answers that say easy, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double easyShare() {
        return shareOf(easy());
    }

    /**
     * {@return the share of answers that say hard, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double hardShare() {
        return shareOf(hard());
    }

    /**
     * {@return the share of easy less the share of hard, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double net() {
        return shareOf(easy() - hard());
    }

    private double shareOf(long count) {
        return Fraction.of(count, requireResponses("CES")).toDouble();
    }

    private long requireResponses(String what) {
        long n = responses();
        if (n == 0) {
            throw Sentence.undefined(what);
        }
        return n;
    }

    /**
     * {@return the Wilson interval of the share of easy, within 0 to 1}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval easyInterval(double level) {
        return ProportionInterval.WILSON.of((double) easy(), (double) requireResponses("the interval of CES"), level);
    }

    /** {@return a sentence with the mean, its interval where there is one, and the counts} */
    @Override
    public String toString() {
        long n = responses();
        String counted = ", n " + n + ": " + easy() + " easy, " + hard() + " hard on " + version.scale()
                + Sentence.dirty(missing, invalid);
        if (n == 0) {
            return version + " undefined" + counted;
        }
        String interval = n == 1 ? "" : " " + interval().inBrackets(2);
        return version + " " + Sentence.number(mean(), 2) + interval + counted;
    }
}
