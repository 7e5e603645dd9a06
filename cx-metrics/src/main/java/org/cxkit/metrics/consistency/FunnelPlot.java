package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.compare.Adjustment;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.math.Normal;
import org.cxkit.metrics.math.PValue;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.math.SampleQuantile;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.wording.Sentence;

/**
 * Which of many groups are further from the rest than chance would put them, each judged by how many answers it has.
 *
 * <p>The target is the metric of all answers together, {@code v0} the variance of one answer. A group of {@code n}
 * answers has {@code z = (y - target) / sqrt(v0 / n)}. If groups differ throughout, all limits are too narrow; how much
 * is {@code phi}, the mean of the squared z after those beyond the 10 % and 90 % quantiles are drawn in, and
 * {@code tau2 = max(0, (k phi - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))} with {@code w = n / v0} is the variance that
 * widens them. Immutable and thread-safe.
 *
 * <p>It tells the n of each key, however small: fit to publish only of keys with enough answers. That of a released
 * table is {@code Consistency.of(scoring, groups.release(minN, RatingTally::valid)).funnel()}.
 *
 * <p>Source: D. J. Spiegelhalter, "Funnel Plots for Comparing Institutional Performance", Statistics in Medicine
 * 24(8), 2005.
 *
 * @param scoring the metric, whose scores are the unit of all values: points for {@link Scoring#nps}
 * @param scale on which distances are measured
 * @param target the metric of all answers together, in the unit of the scores
 * @param variance the variance of one answer, on that scale
 * @param phi the overdispersion: about 1 where groups differ by chance alone
 * @param tau2 the variance that overdispersion adds to each group, on that scale
 * @param points the groups with answers, in the order of their keys
 * @param missing answers that were not given, in groups without answers too
 * @param invalid answers that were no rating, in groups without answers too
 * @param <K> the type of the keys
 */
public record FunnelPlot<K>(
        Scoring scoring,
        FunnelScale scale,
        double target,
        double variance,
        double phi,
        double tau2,
        List<FunnelPoint<K>> points,
        long missing,
        long invalid)
        implements Serializable {

    private static final double CUT = 0.1;

    /** Copies the points. */
    public FunnelPlot {
        points = List.copyOf(points);
    }

    /**
     * {@return the plot of groups on the scale of the metric}
     *
     * @param scoring the metric
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups have answers, or all answers score the same
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> FunnelPlot<K> of(Scoring scoring, Grouped<K, RatingTally> groups) {
        return of(scoring, FunnelScale.METRIC, groups);
    }

    /**
     * {@return the plot of groups}
     *
     * @param scoring the metric
     * @param scale on which distances are measured; ARCSINE only for shares, whose scores are 0 and 1
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups have answers, or all answers score the same
     * @throws IllegalArgumentException if the scoring is of another scale, or not that of a share and the scale is
     *     ARCSINE
     */
    public static <K extends Comparable<? super K>> FunnelPlot<K> of(
            Scoring scoring, FunnelScale scale, Grouped<K, RatingTally> groups) {
        if (scale == FunnelScale.ARCSINE && !scoring.scores().stream().allMatch(score -> score == 0 || score == 1)) {
            throw new IllegalArgumentException("the arcsine scale is for shares, whose scores are 0 and 1, got "
                    + scoring.name() + " with " + scoring.scores());
        }
        List<Map.Entry<K, RatingTally>> answered = groups.asMap().entrySet().stream()
                .filter(entry -> entry.getValue().valid() > 0)
                .toList();
        if (answered.size() < 2) {
            throw new IllegalStateException(
                    "groups can be compared from 2 on, got " + answered.size() + " with answers");
        }
        RatingTally total = groups.total();
        double target = scoring.mean(total);
        double ofOneAnswer = scoring.variance(total);
        if (ofOneAnswer == 0) {
            throw new IllegalStateException("groups cannot be told apart where all answers score the same");
        }
        double variance = scale.variance(ofOneAnswer);
        double[] distances = new double[answered.size()];
        double[] z = new double[answered.size()];
        for (int j = 0; j < z.length; j++) {
            RatingTally tally = answered.get(j).getValue();
            distances[j] = scale.to(scoring.mean(tally)) - scale.to(target);
            z[j] = distances[j] / Math.sqrt(variance / tally.valid());
        }
        double[] winsorised = winsorised(z);
        double phi = Arrays.stream(winsorised).map(x -> x * x).sum() / z.length;
        double tau2 = tau2(answered, variance, phi);
        double[] pValues = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            double se = Math.sqrt(variance / answered.get(j).getValue().valid() + tau2);
            pValues[j] = PValue.of(Normal.twoSided(distances[j] / se));
        }
        double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(pValues);
        List<FunnelPoint<K>> points = new ArrayList<>(z.length);
        for (int j = 0; j < z.length; j++) {
            RatingTally tally = answered.get(j).getValue();
            points.add(new FunnelPoint<>(
                    answered.get(j).getKey(),
                    tally.valid(),
                    tally.missing(),
                    tally.invalid(),
                    scoring.mean(tally),
                    z[j],
                    winsorised[j],
                    pValues[j],
                    adjusted[j]));
        }
        return new FunnelPlot<>(scoring, scale, target, variance, phi, tau2, points, total.missing(), total.invalid());
    }

    private static double[] winsorised(double[] z) {
        double[] sorted = z.clone();
        Arrays.sort(sorted);
        double low = SampleQuantile.ofSorted(sorted, CUT);
        double high = SampleQuantile.ofSorted(sorted, 1 - CUT);
        return Arrays.stream(z).map(x -> Math.min(Math.max(x, low), high)).toArray();
    }

    private static <K> double tau2(List<Map.Entry<K, RatingTally>> answered, double variance, double phi) {
        double weights = 0;
        double pairs = 0; // of the weights of different groups: (weights² - weights2) / 2, without its cancellation
        for (Map.Entry<K, RatingTally> entry : answered) {
            double weight = entry.getValue().valid() / variance;
            pairs += weight * weights;
            weights += weight;
        }
        int k = answered.size();
        return Math.max(0, (k * phi - (k - 1)) / (2 * pairs / weights));
    }

    /**
     * {@return the control limits for a group of this many answers, overdispersion left out}
     *
     * @param responses how many answers, at least 1
     * @param level the share of groups within the limits if groups differ by chance alone, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public Interval limits(long responses, double level) {
        return limits(responses, level, 0, "funnel");
    }

    /**
     * {@return the control limits for a group of this many answers, widened by overdispersion}
     *
     * @param responses how many answers, at least 1
     * @param level the share of groups within the limits, above 0 and below 1
     * @throws IllegalArgumentException if an argument is outside of its range
     */
    public Interval widenedLimits(long responses, double level) {
        return limits(responses, level, tau2, "funnel, overdispersion added");
    }

    private Interval limits(long responses, double level, double added, String method) {
        if (responses < 1 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "wanted at least 1 response and a level above 0 and below 1, got " + responses + " and " + level);
        }
        double half = Normal.z(level) * Math.sqrt(variance / responses + added);
        double middle = scale.to(target);
        return new Interval(target, target, scale.from(middle - half), scale.from(middle + half), level, method, false)
                .clampedTo(scoring.lowest(), scoring.highest());
    }

    /**
     * {@return the groups that are further from the target than chance and overdispersion would put them, in the order
     * of their keys}
     *
     * <p>Source: Y. Benjamini, Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal Statistical
     * Society B 57(1), 1995.
     *
     * @param falseDiscoveryRate the share of those told that may be false alarms, above 0 and below 1
     * @throws IllegalArgumentException if the rate is out of its range
     */
    public List<FunnelPoint<K>> outliers(double falseDiscoveryRate) {
        Probability.inside("a false discovery rate", falseDiscoveryRate);
        return points.stream()
                .filter(point -> point.adjustedPValue() <= falseDiscoveryRate)
                .toList();
    }

    @Override
    public String toString() {
        return scoring.name() + " funnel of " + Sentence.count(points.size(), "group") + " about "
                + Sentence.number(target, 3) + ": phi " + Sentence.number(phi, 2) + ", "
                + Sentence.count(outliers(0.05).size(), "outlier") + " at a false discovery rate of 5 %, n "
                + points.stream().mapToLong(FunnelPoint::responses).sum()
                + Sentence.dirty(missing, invalid);
    }
}
