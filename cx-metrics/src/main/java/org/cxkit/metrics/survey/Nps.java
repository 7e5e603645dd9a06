package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cxkit.core.column.BandCounts;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.interval.NetSharePosterior;
import org.cxkit.metrics.interval.NetSharePrior;
import org.cxkit.metrics.wording.Sentence;

/**
 * A Net Promoter Score with the exact counts behind it.
 *
 * <p>The score is {@code 100 (promoters - detractors) / responses}, in points from -100 to +100 (points, not per
 * cent); missing and invalid answers are no responses. Scores do not add up: merge the tallies and tell a new score.
 * Whether customers recommend the company or employees recommend their employer (eNPS) is a matter of who was asked:
 * the answers of both are told by the same engine, and are better kept in tallies of their own.
 * Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81(12), 2003: promoters rate
 * 9 or 10, passives 7 or 8, detractors 0 to 6. Other {@link Bands} are other conventions.
 *
 * @param promoters responses in the band of promoters, not negative
 * @param passives responses in the band of passives, not negative
 * @param detractors responses in the band of detractors, not negative
 * @param missing answers that were not given, not negative
 * @param invalid answers that were no rating, not negative
 */
public record Nps(long promoters, long passives, long detractors, long missing, long invalid) implements Serializable {

    private static final int POINTS = 100;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public Nps {
        if (promoters < 0 || passives < 0 || detractors < 0 || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException("counts must not be negative: promoters=" + promoters + ", passives="
                    + passives + ", detractors=" + detractors + ", missing=" + missing + ", invalid=" + invalid);
        }
        long responses = Math.addExact(Math.addExact(promoters, passives), detractors);
        long unused = Math.addExact(responses, Math.addExact(missing, invalid));
    }

    /**
     * {@return the score of ratings from 0 to 10, in the standard bands}
     *
     * @param ratings whole numbers from 0 to 10, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(Collection<Integer> ratings) {
        return of(Bands.ZERO_TO_TEN, ratings);
    }

    /**
     * {@return the score of ratings from 0 to 10, in the standard bands}
     *
     * @param ratings whole numbers from 0 to 10, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(int... ratings) {
        return of(Bands.ZERO_TO_TEN, ratings);
    }

    /**
     * {@return the score of ratings from 0 to 10, in the standard bands}
     *
     * @param ratings whole numbers from 0 to 10, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(byte[] ratings) {
        return of(Bands.ZERO_TO_TEN, ratings);
    }

    /**
     * {@return the score of a column of ratings from 0 to 10, in the standard bands}
     *
     * @param column the ratings
     * @throws IllegalArgumentException if the column is on another scale: state its bands
     */
    public static Nps of(RatingColumn column) {
        return of(Bands.ZERO_TO_TEN, column);
    }

    /**
     * {@return the score of a column of ratings in other bands}
     *
     * @param bands the bands, on the scale of the column
     * @param column the ratings
     * @throws IllegalArgumentException if the bands divide another scale
     */
    public static Nps of(Bands bands, RatingColumn column) {
        long[] counts = column.counts(bands, 0, column.size());
        return new Nps(counts[2], counts[1], counts[0], counts[3], 0);
    }

    /**
     * {@return the score of a tally on the scale from 0 to 10, in the standard bands}
     *
     * @param tally the ratings
     * @throws IllegalArgumentException if the tally is on another scale: state its bands
     */
    public static Nps of(RatingTally tally) {
        return of(Bands.ZERO_TO_TEN, tally);
    }

    /**
     * {@return the score of ratings in other bands}
     *
     * @param bands the bands, which have the scale of the ratings
     * @param ratings whole numbers on the scale, or null for a missing answer
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(Bands bands, Collection<Integer> ratings) {
        return of(bands, RatingTally.of(bands.scale(), ratings));
    }

    /**
     * {@return the score of ratings in other bands}
     *
     * @param bands the bands, which have the scale of the ratings
     * @param ratings whole numbers on the scale, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(Bands bands, int... ratings) {
        return of(bands, RatingTally.of(bands.scale(), ratings));
    }

    /**
     * {@return the score of ratings in other bands}
     *
     * @param bands the bands, which have the scale of the ratings
     * @param ratings whole numbers on the scale, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException naming the first rating off the scale and its index
     */
    public static Nps of(Bands bands, byte[] ratings) {
        long[] counts = BandCounts.of(bands, ratings, 0, ratings.length);
        if (LongStream.of(counts).sum() < ratings.length) {
            return of(bands, RatingTally.of(bands.scale(), ratings)); // which names the one that counts nowhere
        }
        return new Nps(counts[2], counts[1], counts[0], counts[3], 0);
    }

    /**
     * {@return the score of a tally in other bands}
     *
     * @param bands the bands, on the scale of the tally
     * @param tally the ratings
     * @throws IllegalArgumentException if the bands divide another scale
     */
    public static Nps of(Bands bands, RatingTally tally) {
        if (!bands.scale().equals(tally.scale())) {
            throw new IllegalArgumentException(
                    "the bands " + bands + " divide the scale " + bands.scale() + ", the tally is on " + tally.scale());
        }
        return new Nps(
                tally.count(bands.promoterMin(), bands.scale().max()),
                tally.count(bands.detractorMax() + 1, bands.promoterMin() - 1),
                tally.count(bands.scale().min(), bands.detractorMax()),
                tally.missing(),
                tally.invalid());
    }

    /** {@return the number of responses, the n of this score} */
    public long responses() {
        return promoters + passives + detractors;
    }

    /**
     * {@return the exact score in points, from -100 to +100}
     *
     * @throws IllegalStateException if there are no responses
     */
    public Fraction fraction() {
        return shareFraction().times(POINTS);
    }

    /**
     * {@return the exact net share of promoters, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public Fraction shareFraction() {
        if (responses() == 0) {
            throw Sentence.undefined("NPS");
        }
        return Fraction.of(promoters - detractors, responses());
    }

    /**
     * {@return the score in points, from -100 to +100: the double nearest to the exact score}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double score() {
        return fraction().toDouble();
    }

    /**
     * {@return the exact score rounded once, in points; ties away from zero}
     *
     * @param digits digits after the decimal point, not negative
     * @throws IllegalStateException if there are no responses
     */
    public BigDecimal rounded(int digits) {
        return rounded(digits, RoundingMode.HALF_UP);
    }

    /**
     * {@return the exact score rounded once, in points}
     *
     * @param digits digits after the decimal point, not negative
     * @param mode what to do with a tie, and with all else
     * @throws IllegalStateException if there are no responses
     * @throws ArithmeticException if the mode is {@link RoundingMode#UNNECESSARY}, and rounding is necessary
     */
    public BigDecimal rounded(int digits, RoundingMode mode) {
        return fraction().rounded(digits, mode);
    }

    /**
     * {@return the net share of promoters, {@code (promoters - detractors) / responses}, from -1 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double share() {
        return shareFraction().toDouble();
    }

    /**
     * {@return the variance of one response counted as -1, 0 or +1, on the share scale: {@code (promoters +
     * detractors) / responses - share^2}, from 0 to 1}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double variance() {
        if (responses() == 0) {
            throw Sentence.undefined("the variance of NPS");
        }
        BigInteger n = BigInteger.valueOf(responses());
        BigInteger extremes = BigInteger.valueOf(responses() - passives);
        BigInteger net = BigInteger.valueOf(promoters - detractors);
        return new Fraction(extremes.multiply(n).subtract(net.pow(2)), n.pow(2)).toDouble();
    }

    /**
     * {@return the standard error of the share: {@code sqrt(variance / responses)}}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double standardError() {
        return Math.sqrt(variance() / (double) responses());
    }

    /**
     * {@return the variance in squared points: 10,000 times that on the share scale}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double variancePoints() {
        return POINTS * POINTS * variance();
    }

    /**
     * {@return the standard error of the score, in points}
     *
     * @throws IllegalStateException if there are no responses
     */
    public double standardErrorPoints() {
        return POINTS * standardError();
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
     * @param method the method
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if there are no responses, or the method is undefined for those there are
     * @throws IllegalArgumentException if the level is outside of its range
     */
    public Interval interval(NetShareInterval method, double level) {
        if (responses() == 0) {
            throw Sentence.undefined("the interval of NPS");
        }
        if (!method.definedFor((double) detractors, (double) passives, (double) promoters)) {
            throw new IllegalStateException("the " + method.title() + " interval of NPS is undefined for "
                    + Sentence.count(promoters, "promoter") + ", " + Sentence.count(passives, "passive") + " and "
                    + Sentence.count(detractors, "detractor"));
        }
        Interval points = method.of((double) detractors, (double) passives, (double) promoters, level)
                .clampedTo(-1, 1)
                .times(POINTS);
        // a hundred times the share may miss the score in its last bit
        return new Interval(
                score(), points.centre(), points.low(), points.high(), level, points.method(), points.clamped());
    }

    /**
     * {@return what is believed of the net share of promoters after these responses, all shares being equally likely
     * before them}
     */
    public NetSharePosterior posterior() {
        return posterior(NetSharePrior.UNIFORM);
    }

    /**
     * {@return what is believed of the net share of promoters after these responses; with none it is the prior}
     *
     * @param prior what was believed before
     */
    public NetSharePosterior posterior(NetSharePrior prior) {
        return new NetSharePosterior(
                (double) detractors, (double) passives, (double) promoters, prior, missing, invalid);
    }

    /**
     * {@return the share of each band in per cent, rounded so that they add up to 100}
     *
     * <p>By largest remainder; ties in the order of the bands, detractors first. Their difference is not the score:
     * use {@link #rounded(int)} for that.
     *
     * @param digits digits after the decimal point, not negative
     * @throws IllegalStateException if there are no responses
     * @throws ArithmeticException if the digits are negative
     */
    public Map<Band, BigDecimal> percentages(int digits) {
        if (responses() == 0) {
            throw Sentence.undefined("the share of a band");
        }
        BigInteger units = BigInteger.TEN.pow(digits).multiply(BigInteger.valueOf(POINTS));
        BigInteger n = BigInteger.valueOf(responses());
        Map<Band, BigInteger> whole = new EnumMap<>(Band.class);
        Map<Band, BigInteger> remainder = new EnumMap<>(Band.class);
        BigInteger left = units;
        for (Band band : Band.values()) {
            BigInteger[] parts = BigInteger.valueOf(count(band)).multiply(units).divideAndRemainder(n);
            whole.put(band, parts[0]);
            remainder.put(band, parts[1]);
            left = left.subtract(parts[0]);
        }
        List<Band> byRemainder = Stream.of(Band.values())
                .sorted(Comparator.comparing(remainder::get, Comparator.reverseOrder()))
                .toList();
        for (Band band : byRemainder.subList(0, left.intValueExact())) {
            whole.merge(band, BigInteger.ONE, BigInteger::add);
        }
        Map<Band, BigDecimal> percentages = new EnumMap<>(Band.class);
        whole.forEach((band, share) -> percentages.put(band, new BigDecimal(share, digits)));
        return Collections.unmodifiableMap(percentages);
    }

    /**
     * {@return the number of responses in a band}
     *
     * @param band the band
     */
    public long count(Band band) {
        return switch (band) {
            case DETRACTOR -> detractors;
            case PASSIVE -> passives;
            case PROMOTER -> promoters;
        };
    }

    /** {@return a sentence with the score, its interval and all counts} */
    @Override
    public String toString() {
        String value =
                responses() == 0 ? "undefined" : rounded(1) + " " + interval().inBrackets(1);
        return "NPS " + value + ", n " + responses() + ": " + Sentence.count(promoters, "promoter") + ", "
                + Sentence.count(passives, "passive") + ", " + Sentence.count(detractors, "detractor")
                + Sentence.dirty(missing, invalid);
    }
}
