package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.math.Probability;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * Differences that are tested together, their p-values adjusted for how many they are.
 *
 * <p>{@code DifferenceFamily.pairwise(byChannel.map(Nps::of), NpsDifference::new, Adjustment.HOLM)} compares each
 * channel with each; {@link #againstOthers} compares each group with all others together, which is what finds the pain
 * points among many. Differences that cannot be tested, for want of answers or of variation, are kept but do not count
 * as tests. Immutable and thread-safe, as its keys are.
 *
 * <p>It tells the n of each key, however small: fit to publish only of keys with enough answers. Take them from a
 * release: {@code Released<K, RatingTally> shown = groups.release(minN, RatingTally::valid)}, and compare only those of
 * its cells that have a value.
 *
 * @param differences the differences, in an order that is kept
 * @param adjustment how the p-values are adjusted
 * @param <K> the type of the keys: a group, or a pair of groups
 */
public record DifferenceFamily<K>(Map<K, Difference> differences, Adjustment adjustment) implements Serializable {

    /** Copies the differences in their order. */
    public DifferenceFamily {
        Objects.requireNonNull(adjustment, "adjustment");
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }

    /**
     * {@return the difference of each pair of groups, in the order of the groups}
     *
     * @param groups the result of each group
     * @param difference compares the second with the first
     * @param adjustment how the p-values are adjusted
     * @param <G> the type of the keys of the groups
     * @param <R> the type of the results
     */
    public static <G, R> DifferenceFamily<Pair<G>> pairwise(
            Map<G, ? extends R> groups,
            BiFunction<? super R, ? super R, ? extends Difference> difference,
            Adjustment adjustment) {
        List<Map.Entry<G, ? extends R>> entries = new ArrayList<>(groups.entrySet());
        Map<Pair<G>, Difference> pairs = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                pairs.put(
                        new Pair<>(entries.get(i).getKey(), entries.get(j).getKey()),
                        difference.apply(
                                entries.get(i).getValue(), entries.get(j).getValue()));
            }
        }
        return new DifferenceFamily<>(pairs, adjustment);
    }

    /**
     * {@return the difference of each group from all others together: the group less the others}
     *
     * @param groups the ratings of each group
     * @param difference compares the second with the first
     * @param adjustment how the p-values are adjusted
     * @param <G> the type of the keys of the groups
     */
    public static <G extends Comparable<? super G>> DifferenceFamily<G> againstOthers(
            Grouped<G, RatingTally> groups,
            BiFunction<? super RatingTally, ? super RatingTally, ? extends Difference> difference,
            Adjustment adjustment) {
        RatingTally total = groups.total();
        Map<G, Difference> differences = new LinkedHashMap<>();
        groups.asMap().forEach((group, tally) -> differences.put(group, difference.apply(total.minus(tally), tally)));
        return new DifferenceFamily<>(differences, adjustment);
    }

    /**
     * {@return the adjusted p-value of each difference, in their order, unmodifiable; no data where there is no test}
     */
    public Map<K, Outcome<Double>> adjustedPValues() {
        Map<K, Outcome<Double>> told = new LinkedHashMap<>();
        Map<K, Double> tested = new LinkedHashMap<>();
        differences.forEach((key, difference) -> {
            Outcome<Double> p =
                    difference.testable() ? difference.pValue() : Outcome.noData("too few answers for the test");
            told.put(key, p);
            p.toOptional().ifPresent(value -> tested.put(key, value));
        });
        adjustment.adjust(tested).forEach((key, p) -> told.put(key, Outcome.of(p)));
        return Collections.unmodifiableMap(told);
    }

    /**
     * {@return the differences whose adjusted p-value is below the threshold, in their order, unmodifiable}
     *
     * @param alpha the threshold, above 0 and below 1
     * @throws IllegalArgumentException if the threshold is out of its range
     */
    public Map<K, Difference> significant(double alpha) {
        Probability.inside("alpha", alpha);
        Map<K, Difference> found = new LinkedHashMap<>(differences);
        Map<K, Outcome<Double>> adjusted = adjustedPValues();
        found.keySet()
                .removeIf(key -> adjusted.get(key) instanceof Outcome.Value<Double> p ? p.value() >= alpha : true);
        return Collections.unmodifiableMap(found);
    }

    /** {@return each difference with its adjusted p-value, a line for each} */
    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner("\n");
        adjustedPValues()
                .forEach((key, p) -> lines.add(key + ": " + differences.get(key) + ", adjusted " + Sentence.pValue(p)
                        + " (" + adjustment.title() + ")"));
        return lines.toString();
    }
}
