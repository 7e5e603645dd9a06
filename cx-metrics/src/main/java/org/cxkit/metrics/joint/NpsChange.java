package org.cxkit.metrics.joint;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Difference;
import org.cxkit.metrics.compare.Equivalence;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.wording.Sentence;

/**
 * The change of a Net Promoter Score when the same respondents are asked twice, with the exact counts behind it.
 *
 * <p>In points from -200 to 200, tested by Student's t on the change of each respondent, who counts as -1, 0 or +1
 * before and after. Only respondents who answered both times enter. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908.
 *
 * @param counts how many went from each band to each: a list for detractors, passives and promoters before, each with
 *     the counts of detractors, passives and promoters after
 * @param missing respondents who left an answer out, not negative
 * @param invalid respondents of whom an answer was no rating, not negative
 */
public record NpsChange(List<List<Long>> counts, long missing, long invalid) implements Difference, Serializable {

    private static final int BANDS = 3;
    private static final int POINTS = 100;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there are not three counts for each of three bands, or one is negative
     * @throws ArithmeticException if the counts together leave the range of a long
     */
    public NpsChange {
        counts = counts.stream().map(List::copyOf).toList();
        if (counts.size() != BANDS || counts.stream().anyMatch(row -> row.size() != BANDS)) {
            throw new IllegalArgumentException("wanted 3 counts for each of 3 bands, got " + counts);
        }
        boolean negative = counts.stream().flatMap(List::stream).anyMatch(count -> count < 0);
        if (negative || missing < 0 || invalid < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: " + counts + ", missing=" + missing + ", invalid=" + invalid);
        }
        long pairs = counts.stream().flatMap(List::stream).reduce(0L, Math::addExact);
        long unused = Math.addExact(pairs, Math.addExact(missing, invalid));
    }

    /**
     * {@return the change of respondents asked twice on the scale from 0 to 10, in the standard bands}
     *
     * @param pairs their answers before, then after
     * @throws IllegalArgumentException if a question is on another scale
     */
    public static NpsChange of(JointTally pairs) {
        return of(Bands.ZERO_TO_TEN, pairs);
    }

    /**
     * {@return the change of respondents asked twice, in other bands}
     *
     * @param bands the bands, on the scale of both questions
     * @param pairs their answers before, then after
     * @throws IllegalArgumentException if the bands divide another scale
     */
    public static NpsChange of(Bands bands, JointTally pairs) {
        if (!bands.scale().equals(pairs.firstScale()) || !bands.scale().equals(pairs.secondScale())) {
            throw new IllegalArgumentException("the bands " + bands + " divide the scale " + bands.scale()
                    + ", the pairs are on " + pairs.firstScale() + " and " + pairs.secondScale());
        }
        Long[][] counts = {{0L, 0L, 0L}, {0L, 0L, 0L}, {0L, 0L, 0L}};
        for (int before = bands.scale().min(); before <= bands.scale().max(); before++) {
            for (int after = bands.scale().min(); after <= bands.scale().max(); after++) {
                counts[place(bands.of(before))][place(bands.of(after))] += pairs.count(before, after);
            }
        }
        return new NpsChange(
                List.of(List.of(counts[0]), List.of(counts[1]), List.of(counts[2])), pairs.missing(), pairs.invalid());
    }

    /**
     * {@return how many went from a band to a band}
     *
     * @param before the band before
     * @param after the band after
     */
    public long count(Band before, Band after) {
        return counts.get(place(before)).get(place(after));
    }

    private static int place(Band band) {
        return switch (band) {
            case DETRACTOR -> 0;
            case PASSIVE -> 1;
            case PROMOTER -> 2;
        };
    }

    /** {@return the number of respondents who answered both times, the n of this} */
    public long pairs() {
        return counts.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }

    /** {@return the score before, of those who answered both times} */
    public Nps before() {
        return nps(IntStream.range(0, BANDS)
                .mapToLong(band ->
                        counts.get(band).stream().mapToLong(Long::longValue).sum())
                .toArray());
    }

    /** {@return the score after, of those who answered both times} */
    public Nps after() {
        return nps(IntStream.range(0, BANDS)
                .mapToLong(
                        band -> counts.stream().mapToLong(row -> row.get(band)).sum())
                .toArray());
    }

    private static Nps nps(long[] bands) {
        return new Nps(bands[2], bands[1], bands[0], 0, 0);
    }

    /** The sum of a power of the changes. */
    private BigInteger sum(int power) {
        BigInteger sum = BigInteger.ZERO;
        for (int before = 0; before < BANDS; before++) {
            for (int after = 0; after < BANDS; after++) {
                BigInteger change = BigInteger.valueOf(after - before).pow(power);
                sum = sum.add(
                        change.multiply(BigInteger.valueOf(counts.get(before).get(after))));
            }
        }
        return sum;
    }

    @Override
    public double value() {
        if (pairs() == 0) {
            throw Sentence.undefined("the change of NPS");
        }
        return new Fraction(sum(1), BigInteger.valueOf(pairs())).times(POINTS).toDouble();
    }

    @Override
    public boolean testable() {
        return pairs() > 1;
    }

    /**
     * {@return Student's test of the changes of the respondents, with {@code pairs - 1} degrees of freedom, in points}
     *
     * @throws IllegalStateException if fewer than two respondents answered both times
     */
    public TestResult test() {
        if (!testable()) {
            throw new IllegalStateException("a test of changes needs at least 2 pairs, got " + pairs());
        }
        BigInteger n = BigInteger.valueOf(pairs());
        BigInteger below = n.subtract(BigInteger.ONE);
        BigInteger squares = n.multiply(sum(2)).subtract(sum(1).pow(2));
        double squaredError = new Fraction(squares, n.pow(2).multiply(below)).toDouble();
        return TestResult.t(value(), POINTS * Math.sqrt(squaredError), below.doubleValue(), "paired t");
    }

    /** {@return the p-value of the paired t-test; no data if all changed alike} */
    @Override
    public Outcome<Double> pValue() {
        return test().pValue();
    }

    /** {@return the paired t interval, in points within -200 to 200} */
    @Override
    public Interval interval(double level) {
        return test().interval(level).clampedTo(-2 * POINTS, 2 * POINTS);
    }

    @Override
    public Equivalence equivalence(double margin) {
        return test().equivalence(margin).withCounts(pairs(), missing, invalid);
    }

    /** {@return a sentence with both scores, the change, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", " + Sentence.count(pairs(), "pair") + Sentence.dirty(missing, invalid);
        if (pairs() == 0) {
            return "change of NPS undefined" + counted;
        }
        String tested =
                testable() ? " " + interval(Sentence.LEVEL).inBrackets(1) + ", " + Sentence.pValue(pValue()) : "";
        return "NPS " + before().rounded(1) + " to " + after().rounded(1) + ": change " + Sentence.number(value(), 1)
                + tested + counted;
    }
}
