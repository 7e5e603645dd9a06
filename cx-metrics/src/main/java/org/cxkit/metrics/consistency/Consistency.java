package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.text.TextTable;
import org.cxkit.metrics.wording.Sentence;

/**
 * How consistently customers are served over locations, channels or any other groups: told from the same answers in
 * three ways that belong together.
 *
 * <p>Ask for the perceived value of the brand and for the level of service apart: the first should be the same
 * everywhere, the second may differ by channel. Immutable and thread-safe; {@code toString} is a table of the groups by
 * rank under two sentences.
 *
 * <p>It tells the n of each key, however small: fit to publish only of keys with enough answers. Take them from a
 * release: {@code Released<K, RatingTally> shown = groups.release(minN, RatingTally::valid)}, and give this a
 * {@link Grouped} of those of its cells that have a value.
 *
 * @param correlation how much of the variance of answers is between groups
 * @param shrinkage what each group is truly worth, and its rank
 * @param funnel which groups are further from the rest than chance would put them
 * @param <K> the type of the keys
 */
public record Consistency<K>(IntraclassCorrelation correlation, Shrinkage<K> shrinkage, FunnelPlot<K> funnel)
        implements Serializable {

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /**
     * {@return the consistency of groups in a metric}
     *
     * @param scoring the metric
     * @param groups the answers of each group; groups without a rating count for nothing but their missing answers
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups have answers, or all answers score the same
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> Consistency<K> of(Scoring scoring, Grouped<K, RatingTally> groups) {
        return new Consistency<>(
                IntraclassCorrelation.of(scoring, groups),
                Shrinkage.of(scoring, groups),
                FunnelPlot.of(scoring, groups));
    }

    /** {@return the difference of the largest and the smallest value that a group has by its own answers} */
    public double range() {
        List<ShrunkenGroup<K>> groups = shrinkage.groups();
        return groups.stream().mapToDouble(ShrunkenGroup::value).max().orElse(0)
                - groups.stream().mapToDouble(ShrunkenGroup::value).min().orElse(0);
    }

    @Override
    public String toString() {
        Set<K> outliers = funnel.outliers(FALSE_DISCOVERY_RATE).stream()
                .map(FunnelPoint::key)
                .collect(Collectors.toSet());
        TextTable table = new TextTable("rank")
                .column("group")
                .column("may be")
                .column("n")
                .column("own")
                .column("shrunken")
                .column("95 %")
                .column("");
        for (ShrunkenGroup<K> group : shrinkage.ranking()) {
            Interval interval = shrinkage.interval(group, Sentence.LEVEL);
            table.row(List.of(
                    Integer.toString(group.rank()),
                    group.key().toString(),
                    group.bestRank() + " to " + group.worstRank(),
                    Long.toString(group.responses()),
                    Sentence.number(group.value(), 2),
                    Sentence.number(group.shrunken(), 2),
                    Sentence.number(interval.low(), 2) + " to " + Sentence.number(interval.high(), 2),
                    outliers.contains(group.key()) ? "outlier" : ""));
        }
        return shrinkage + "\n" + correlation + "\n" + table;
    }
}
