package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * The values of many groups, each drawn towards the mean of all by as much as its few answers leave open; and their
 * ranking.
 *
 * <p>A league of small groups is led and closed by those with the fewest answers: chance moves them most. The shrunken
 * value, {@code lambda y + (1 - lambda) mu} with {@code lambda = tau2 / (tau2 + v)}, is the best guess of what a group
 * is truly worth; its variance is {@code lambda v + (1 - lambda)^2 se(mu)^2}. A group whose answers all score the same
 * has no variance of its own: it gets that after three more answers, see {@link Scoring#adjustedVariance}, and is
 * flagged. Immutable and thread-safe.
 *
 * <p>It tells the n of each key, however small: fit to publish only of keys with enough answers. That of a released
 * table is {@code Consistency.of(scoring, groups.release(minN, RatingTally::valid)).shrinkage()}.
 *
 * <p>Source: B. Efron, C. Morris, "Data Analysis Using Stein's Estimator and its Generalizations", Journal of the
 * American Statistical Association 70(350), 1975.
 *
 * @param scoring the metric, whose scores are the unit of all values: points for {@link Scoring#nps}
 * @param effects how much the groups truly differ
 * @param groups the groups with answers, in the order of their keys
 * @param missing answers that were not given, in groups without answers too
 * @param invalid answers that were no rating, in groups without answers too
 * @param <K> the type of the keys
 */
public record Shrinkage<K>(
        Scoring scoring, RandomEffects effects, List<ShrunkenGroup<K>> groups, long missing, long invalid)
        implements Serializable {

    /** The joint confidence of the bounds of all ranks. */
    private static final double JOINT_LEVEL = 0.95;

    /** Copies the groups. */
    public Shrinkage {
        groups = List.copyOf(groups);
    }

    /**
     * {@return the shrunken values of groups, with the variance between them by restricted maximum likelihood}
     *
     * @param scoring the metric
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups have answers
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> Shrinkage<K> of(Scoring scoring, Grouped<K, RatingTally> groups) {
        return of(scoring, BetweenVariance.REML, groups);
    }

    /**
     * {@return the shrunken values of groups}
     *
     * @param scoring the metric
     * @param method how the variance between groups is estimated
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups have answers
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> Shrinkage<K> of(
            Scoring scoring, BetweenVariance method, Grouped<K, RatingTally> groups) {
        List<Map.Entry<K, RatingTally>> answered = groups.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().valid() > 0)
                .toList();
        int k = answered.size();
        if (k < 2) {
            throw new IllegalStateException("groups can be compared from 2 on, got " + k + " with answers");
        }
        double[] values = new double[k];
        double[] variances = new double[k];
        boolean[] adjusted = new boolean[k];
        for (int j = 0; j < k; j++) {
            RatingTally tally = answered.get(j).getValue();
            values[j] = scoring.mean(tally);
            double variance = scoring.variance(tally);
            adjusted[j] = variance == 0;
            variances[j] = adjusted[j]
                    ? scoring.adjustedVariance(tally) / (tally.valid() + Scoring.ADDED)
                    : variance / tally.valid();
        }
        RandomEffects effects = RandomEffects.of(method, values, variances);
        double[] shrunken = new double[k];
        for (int j = 0; j < k; j++) {
            double kept = effects.tau2() / (effects.tau2() + variances[j]);
            shrunken[j] = kept * values[j] + (1 - kept) * effects.mean();
        }
        int[] ranks = ranks(shrunken, values, scoring.higherIsBetter());
        int[][] bounds = rankBounds(values, variances, scoring.higherIsBetter());
        List<ShrunkenGroup<K>> result = new ArrayList<>(k);
        for (int j = 0; j < k; j++) {
            RatingTally tally = answered.get(j).getValue();
            double kept = effects.tau2() / (effects.tau2() + variances[j]);
            double open = (1 - kept) * effects.standardError();
            result.add(new ShrunkenGroup<>(
                    answered.get(j).getKey(),
                    tally.valid(),
                    tally.missing(),
                    tally.invalid(),
                    values[j],
                    variances[j],
                    adjusted[j],
                    kept,
                    shrunken[j],
                    Math.sqrt(kept * variances[j] + open * open),
                    ranks[j],
                    bounds[0][j],
                    bounds[1][j]));
        }
        RatingTally total = groups.total();
        return new Shrinkage<>(scoring, effects, result, total.missing(), total.invalid());
    }

    private static int[] ranks(double[] shrunken, double[] values, boolean higherIsBetter) {
        int sign = higherIsBetter ? -1 : 1;
        List<Integer> order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(j -> sign * shrunken[j])
                        .thenComparingDouble(j -> sign * values[j]))
                .toList();
        int[] ranks = new int[values.length];
        for (int place = 0; place < order.size(); place++) {
            ranks[order.get(place)] = place + 1;
        }
        return ranks;
    }

    /**
     * The bounds of the rank of each true value, by intervals of the groups' own values that hold jointly: as many
     * groups are surely better as have intervals wholly above, and surely worse as have theirs wholly below.
     *
     * <p>Source: M. Klein, T. Wright, J. Wieczorek, "A Joint Confidence Region for an Overall Ranking of Populations",
     * Journal of the Royal Statistical Society C 69(3), 2020.
     */
    private static int[][] rankBounds(double[] values, double[] variances, boolean higherIsBetter) {
        int k = values.length;
        // all k independent intervals hold with the joint level: 1 - level^(1/k), without cancellation
        double z = Normal.upperQuantile(-Math.expm1(Math.log(JOINT_LEVEL) / k) / 2);
        double[] lows = new double[k];
        double[] highs = new double[k];
        for (int j = 0; j < k; j++) {
            double value = higherIsBetter ? values[j] : -values[j];
            double half = z * Math.sqrt(variances[j]);
            lows[j] = value - half;
            highs[j] = value + half;
        }
        double[] sortedLows = lows.clone();
        double[] sortedHighs = highs.clone();
        Arrays.sort(sortedLows);
        Arrays.sort(sortedHighs);
        int[][] bounds = new int[2][k];
        for (int j = 0; j < k; j++) {
            bounds[0][j] = 1 + k - countUpTo(sortedLows, highs[j]);
            bounds[1][j] = k - countUpTo(sortedHighs, Math.nextDown(lows[j]));
        }
        return bounds;
    }

    /** How many of the sorted numbers are at most the limit. */
    private static int countUpTo(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** {@return the groups by rank, the best first} */
    public List<ShrunkenGroup<K>> ranking() {
        return groups.stream()
                .sorted(Comparator.comparingInt(ShrunkenGroup::rank))
                .toList();
    }

    /**
     * {@return the interval of the true value of a group about its shrunken one, within what the metric can be}
     *
     * @param group one of the groups
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval interval(ShrunkenGroup<K> group, double level) {
        double value = group.shrunken();
        double half = Normal.z(level) * group.standardError();
        return new Interval(value, value, value - half, value + half, level, "empirical Bayes", false)
                .clampedTo(scoring.lowest(), scoring.highest());
    }

    /**
     * {@return the interval of the mean of the true values, within what the metric can be}
     *
     * @param level the confidence level, above 0 and below 1
     * @throws IllegalArgumentException if the level is out of its range
     */
    public Interval meanInterval(double level) {
        return effects.interval(level).clampedTo(scoring.lowest(), scoring.highest());
    }

    /** {@return how much the groups truly differ, as a sentence} */
    @Override
    public String toString() {
        return scoring.name() + ": " + effects.withInterval(meanInterval(Sentence.LEVEL)) + ", n "
                + groups.stream().mapToLong(ShrunkenGroup::responses).sum()
                + Sentence.dirty(missing, invalid);
    }
}
