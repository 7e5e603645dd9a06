package org.cxkit.metrics.joint;

import java.io.Serializable;
import java.util.List;
import java.util.stream.LongStream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.BenchmarkGap;
import org.cxkit.metrics.compare.Difference;
import org.cxkit.metrics.compare.Equivalence;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * How what respondents received compares with what they had expected, on the same scale.
 *
 * <p>Of each respondent the rating received less the rating expected, above 0 where it was better than expected: also
 * where the low end of the scale is the good one. Less is negative disconfirmation, the same confirmation, more
 * positive disconfirmation. The value is the mean, in ratings. Immutable, value-based and thread-safe; {@code toString}
 * is a sentence.
 *
 * <p>Source: R. L. Oliver, "A Cognitive Model of the Antecedents and Consequences of Satisfaction Decisions", Journal
 * of Marketing Research 17(4), 1980.
 *
 * @param scale the scale of both questions
 * @param counts how many respondents have each difference, from the worst, {@code min - max}, to the best
 * @param missing respondents who left an answer out, not negative
 * @param invalid respondents of whom an answer was no rating, not negative
 */
public record Disconfirmation(RatingScale scale, List<Long> counts, long missing, long invalid)
        implements Difference, Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the scale has more than 128 points, there is not one count for each
     *     difference, or one is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public Disconfirmation {
        counts = List.copyOf(counts);
        if (scale.points() > Byte.MAX_VALUE + 1) {
            throw new IllegalArgumentException("wanted a scale of at most 128 points, got " + scale);
        }
        if (counts.size() != 2 * scale.points() - 1) {
            throw new IllegalArgumentException("wanted " + (2 * scale.points() - 1)
                    + " counts for the differences on the scale " + scale + ", got " + counts.size());
        }
        if (missing < 0 || invalid < 0 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException(
                    "counts must not be negative: " + counts + ", missing=" + missing + ", invalid=" + invalid);
        }
        long pairs = counts.stream().reduce(0L, Math::addExact);
        long unused = Math.addExact(pairs, Math.addExact(missing, invalid));
    }

    /**
     * {@return the disconfirmation of respondents}
     *
     * @param pairs what each expected, then what each received
     * @throws IllegalArgumentException if the two questions are on different scales
     */
    public static Disconfirmation of(JointTally pairs) {
        RatingScale scale = pairs.firstScale();
        if (!scale.equals(pairs.secondScale())) {
            throw new IllegalArgumentException(
                    "what was expected is on the scale " + scale + ", what was received on " + pairs.secondScale());
        }
        int most = scale.max() - scale.min();
        long[] counts = new long[2 * most + 1];
        for (int expected = scale.min(); expected <= scale.max(); expected++) {
            for (int received = scale.min(); received <= scale.max(); received++) {
                int better = scale.lowIsGood() ? expected - received : received - expected;
                counts[most + better] += pairs.count(expected, received);
            }
        }
        return new Disconfirmation(scale, LongStream.of(counts).boxed().toList(), pairs.missing(), pairs.invalid());
    }

    /** {@return the number of respondents who answered both questions, the n of this} */
    public long pairs() {
        return sum(0, counts.size());
    }

    /** {@return those who received less than they had expected} */
    public Share negative() {
        return share(sum(0, counts.size() / 2));
    }

    /** {@return those who received what they had expected} */
    public Share neutral() {
        return share(counts.get(counts.size() / 2));
    }

    /** {@return those who received more than they had expected} */
    public Share positive() {
        return share(sum(counts.size() / 2 + 1, counts.size()));
    }

    private Share share(long count) {
        return new Share(count, pairs(), missing, invalid);
    }

    private long sum(int from, int to) {
        return counts.subList(from, to).stream().mapToLong(Long::longValue).sum();
    }

    /**
     * {@return the score interval of the share of positive less that of negative, within -1 to 1}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalStateException if nobody answered both questions
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval netInterval(double level) {
        if (pairs() == 0) {
            throw Sentence.undefined("disconfirmation");
        }
        return NetShareInterval.SCORE.of(
                (double) negative().count(),
                (double) neutral().count(),
                (double) positive().count(),
                level);
    }

    /** The differences as ratings, whose exact moments are told there. */
    private BenchmarkGap mean() {
        int most = scale.max() - scale.min();
        long[] ratings = counts.stream().mapToLong(Long::longValue).toArray();
        RatingTally differences = RatingTally.ofCounts(new RatingScale(-most, most), ratings, missing, invalid);
        return BenchmarkGap.of(Sample.of(differences), 0);
    }

    /** {@return the mean difference, in ratings, above 0 where more was received than expected} */
    @Override
    public double value() {
        return mean().value();
    }

    @Override
    public boolean testable() {
        return pairs() > 1;
    }

    /** {@return the p-value of the paired t-test; no data if all differences are the same} */
    @Override
    public Outcome<Double> pValue() {
        return mean().pValue();
    }

    /** {@return the paired t interval of the mean difference, in ratings, within what ratings can differ} */
    @Override
    public Interval interval(double level) {
        return mean().interval(level);
    }

    @Override
    public Equivalence equivalence(double margin) {
        return mean().equivalence(margin);
    }

    /** {@return a sentence with the three shares, the mean, its interval and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(pairs(), "pair") + Sentence.dirty(missing, invalid);
        if (pairs() == 0) {
            return "disconfirmation undefined" + counted;
        }
        String interval = testable() ? " " + interval(Sentence.LEVEL).inBrackets(2) : "";
        return "disconfirmation " + Sentence.number(value(), 2) + interval + ": " + percent(negative()) + " negative, "
                + percent(neutral()) + " neutral, " + percent(positive()) + " positive" + counted;
    }

    private static String percent(Share share) {
        return Sentence.number(100 * share.value(), 1) + " %";
    }
}
