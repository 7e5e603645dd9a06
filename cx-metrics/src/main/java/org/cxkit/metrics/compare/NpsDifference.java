package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * The difference of the Net Promoter Scores of two independent groups.
 *
 * <p>In points from -200 to 200, the second less the first. The test is the adjusted Wald test, the interval is put
 * together from the score intervals of both sides; Wald's and Welch's stand beside them under their names. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * <p>Source: B. Rocks, "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016, for
 * the adjusted test; G. Y. Zou, A. Donner, "Construction of Confidence Limits about Effect Measures: A General
 * Approach", Statistics in Medicine 27(10), 2008, for the interval.
 *
 * @param first the first group
 * @param second the second group
 */
public record NpsDifference(Nps first, Nps second) implements Difference, Serializable {

    private static final int POINTS = 100;
    private static final double ADDED_EXTREME = 0.75;
    private static final double ADDED_PASSIVE = 1.5;

    /** Checks that both are there. */
    public NpsDifference {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /**
     * {@return the difference of the scores of two tallies from 0 to 10, in the standard bands}
     *
     * @param first the first group
     * @param second the second group
     * @throws IllegalArgumentException if a tally is on another scale
     */
    public static NpsDifference of(RatingTally first, RatingTally second) {
        return of(Bands.ZERO_TO_TEN, first, second);
    }

    /**
     * {@return the difference of the scores of two tallies in other bands}
     *
     * @param bands the bands, on the scale of the tallies
     * @param first the first group
     * @param second the second group
     * @throws IllegalArgumentException if the bands divide another scale
     */
    public static NpsDifference of(Bands bands, RatingTally first, RatingTally second) {
        return new NpsDifference(Nps.of(bands, first), Nps.of(bands, second));
    }

    /** {@return the difference in points, the double nearest to the exact one} */
    @Override
    public double value() {
        return second.fraction().minus(first.fraction()).toDouble();
    }

    @Override
    public boolean testable() {
        return first.responses() > 0 && second.responses() > 0;
    }

    /**
     * {@return the adjusted Wald test: Wald's after adding 3/4 of a promoter, 3/2 of a passive and 3/4 of a detractor
     * to each group; in points}
     *
     * @throws IllegalStateException if a group has no responses
     */
    public TestResult test() {
        double value = value();
        double centre = adjustedShare(second) - adjustedShare(first);
        double error = Math.sqrt(adjustedSquaredError(first) + adjustedSquaredError(second));
        return new TestResult(value, POINTS * centre, POINTS * error, null, NetShareInterval.ADJUSTED_WALD.title());
    }

    /**
     * {@return Wald's test, in points; false alarms are far too many with few answers}
     *
     * @throws IllegalStateException if a group has no responses
     */
    public TestResult waldTest() {
        double squared =
                first.variance() / (double) first.responses() + second.variance() / (double) second.responses();
        return TestResult.z(value(), POINTS * Math.sqrt(squared), NetShareInterval.WALD.title());
    }

    /**
     * {@return Welch's test of the answers counted as -1, 0 and +1, in points}
     *
     * @throws IllegalStateException if a group has fewer than two responses
     */
    public TestResult welchTest() {
        return new MeanDifference(sample(first), sample(second)).test().times(POINTS);
    }

    private static Sample sample(Nps nps) {
        long n = nps.responses();
        double variance = n < 2 ? 0 : nps.variance() / (double) (n - 1) * (double) n;
        return Sample.of(n, n == 0 ? 0 : nps.share(), variance);
    }

    /** {@return the test of whether the shares of detractors, passives and promoters are alike, not the scores only} */
    public ChiSquareTest chiSquareTest() {
        return ChiSquareTest.of(List.of(first, second));
    }

    /** {@return the p-value of the adjusted Wald test} */
    @Override
    public Outcome<Double> pValue() {
        return test().pValue();
    }

    /** {@return the interval put together from both score intervals (MOVER), in points within -200 to 200} */
    @Override
    public Interval interval(double level) {
        Interval points =
                Mover.of(side(first, level), side(second, level), "MOVER-score").clampedTo(-2 * POINTS, 2 * POINTS);
        double value = value();
        return new Interval(value, value, points.low(), points.high(), level, points.method(), points.clamped());
    }

    private static Interval side(Nps nps, double level) {
        return nps.interval(NetShareInterval.SCORE, level);
    }

    /** {@return the two one-sided tests by the adjusted Wald {@link #test}, the margin in points} */
    @Override
    public Equivalence equivalence(double margin) {
        return test().equivalence(margin)
                .withCounts(
                        Math.addExact(first.responses(), second.responses()),
                        Math.addExact(first.missing(), second.missing()),
                        Math.addExact(first.invalid(), second.invalid()));
    }

    /**
     * {@return Goodman's intervals for the differences of all pairs of groups, in points: all hold at once}
     *
     * <p>Wald's standard errors with the quantile {@code sqrt(chi2(2 (groups - 1); level))}; wide, for they hold for
     * every other contrast of the groups too. Groups without responses do not count, and their pairs are no data. Limits
     * are within -200 to 200.
     *
     * <p>Source: L. A. Goodman, "Simultaneous Confidence Intervals for Contrasts Among Multinomial Populations", The
     * Annals of Mathematical Statistics 35(2), 1964.
     *
     * @param groups the score of each group
     * @param level the level at which all hold, above 0 and below 1
     * @param <G> the type of the keys
     * @throws IllegalArgumentException if the level is out of its range
     */
    public static <G> Map<Pair<G>, Outcome<Interval>> goodman(Map<G, Nps> groups, double level) {
        Probability.level(level);
        long filled =
                groups.values().stream().filter(nps -> nps.responses() > 0).count();
        double quantile = filled < 2
                ? 0
                : Math.sqrt(
                        ChiSquaredDistribution.of(2.0 * (double) (filled - 1)).inverseSurvivalProbability(1 - level));
        Map<Pair<G>, Outcome<Interval>> intervals = new LinkedHashMap<>();
        DifferenceFamily.pairwise(groups, NpsDifference::new, Adjustment.NONE)
                .differences()
                .forEach((pair, difference) -> intervals.put(pair, goodman(difference, quantile, level)));
        return Collections.unmodifiableMap(intervals);
    }

    private static Outcome<Interval> goodman(Difference pair, double quantile, double level) {
        if (!(pair instanceof NpsDifference nps && nps.testable())) {
            return Outcome.noData("a group without responses");
        }
        double value = nps.value();
        double half = quantile * nps.waldTest().standardError();
        return Outcome.of(new Interval(value, value, value - half, value + half, level, "Goodman", false)
                .clampedTo(-2 * POINTS, 2 * POINTS));
    }

    /** The score on the share scale, after adding three answers. */
    static double adjustedShare(Nps nps) {
        return (double) (nps.promoters() - nps.detractors()) / adjustedResponses(nps);
    }

    private static double adjustedResponses(Nps nps) {
        return (double) nps.responses() + 2 * ADDED_EXTREME + ADDED_PASSIVE;
    }

    /** The squared standard error of a score on the share scale, after adding three answers. */
    static double adjustedSquaredError(Nps nps) {
        double share = adjustedShare(nps);
        double n = adjustedResponses(nps);
        double promoters = (double) nps.promoters() + ADDED_EXTREME;
        double passives = (double) nps.passives() + ADDED_PASSIVE;
        double detractors = (double) nps.detractors() + ADDED_EXTREME;
        double squares = promoters * square(1 - share) + passives * square(share) + detractors * square(1 + share);
        return squares / n / n;
    }

    private static double square(double x) {
        return x * x;
    }

    /** {@return a sentence with both scores, the difference, its interval, p and the counts} */
    @Override
    public String toString() {
        String counted = ", n " + first.responses() + " and " + second.responses()
                + Sentence.dirty(
                        Math.addExact(first.missing(), second.missing()),
                        Math.addExact(first.invalid(), second.invalid()));
        if (!testable()) {
            return "difference of NPS undefined" + counted;
        }
        return "NPS " + first.rounded(1) + " to " + second.rounded(1) + ": difference "
                + Sentence.number(value(), 1) + " " + interval(Sentence.LEVEL).inBrackets(1) + ", "
                + Sentence.pValue(pValue()) + counted;
    }
}
