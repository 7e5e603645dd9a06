package org.cxkit.metrics.consistency;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.Released;
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
 * <p>Of a {@link Grouped} it tells the n of each key, however small. Fit to publish is what it tells of a
 * {@link Released}: nothing of the groups that are suppressed there is in it but their keys.
 *
 * @param correlation how much of the variance of answers is between groups
 * @param shrinkage what each group is truly worth, and its rank
 * @param funnel which groups are further from the rest than chance would put them
 * @param suppressed the groups that are withheld and so neither ranked nor counted, in the order of their keys
 * @param <K> the type of the keys
 */
public record Consistency<K>(
        IntraclassCorrelation correlation, Shrinkage<K> shrinkage, FunnelPlot<K> funnel, List<K> suppressed)
        implements Serializable {

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    /** Copies the keys. */
    public Consistency {
        suppressed = List.copyOf(suppressed);
    }

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
                FunnelPlot.of(scoring, groups),
                List.of());
    }

    /**
     * {@return the consistency of the groups that are shown, fit to be published: a league table whose suppressed
     * groups are named below the others, without a rank}
     *
     * <p>All figures, the ranks and n too, are of the groups that are shown and of nothing else: they are the same
     * whatever the suppressed groups answered. Those without a rating are left out, their missing answers too.
     *
     * @param scoring the metric
     * @param groups the answers of each group, or that they are suppressed
     * @param <K> the type of the keys
     * @throws IllegalStateException if fewer than two groups are shown, or all answers of these score the same
     * @throws IllegalArgumentException if the scoring is of another scale
     */
    public static <K extends Comparable<? super K>> Consistency<K> of(
            Scoring scoring, Released<K, RatingTally> groups) {
        Map<K, RatingTally> shown = new LinkedHashMap<>();
        List<K> suppressed = new ArrayList<>();
        groups.cells().forEach((key, cell) -> {
            cell.toOptional().ifPresent(tally -> {
                scoring.requireScale(tally.scale());
                if (tally.valid() > 0) {
                    shown.put(key, tally);
                }
            });
            if (cell instanceof Outcome.Suppressed<RatingTally>) {
                suppressed.add(key);
            }
        });
        suppressed.sort(Comparator.naturalOrder());
        if (shown.size() < 2) {
            throw new IllegalStateException("groups can be compared from 2 on, got " + shown.size() + " shown and "
                    + suppressed.size() + " suppressed");
        }
        Consistency<K> league = of(scoring, Grouped.of(RatingTally.empty(scoring.scale()), shown));
        return new Consistency<>(league.correlation, league.shrinkage, league.funnel, suppressed);
    }

    /** {@return the difference of the largest and the smallest value that a ranked group has by its own answers} */
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
        for (K key : suppressed) {
            table.row(List.of("", key.toString(), "", "", "", "", "", "suppressed"));
        }
        return shrinkage + "\n" + correlation + "\n" + table;
    }
}
