package org.cxkit.metrics.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;

/**
 * The definition of an index: several rating questions that are told as one number from 0 to 100.
 *
 * <p>Each answer becomes a number from 0, the worst of its scale, to 100, the best; the score of a respondent is their
 * weighted mean. Weights must add up to 1, or are made to by {@link #normalised}. By default a respondent who left out
 * a question has no score (listwise); {@link #available} scores those who answered enough of them, with the weights of
 * the answered ones. {@link IndexAccumulator} folds respondents, {@link IndexScore} tells their mean.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param name the name of the index
 * @param items its questions
 * @param minimum how many of them a respondent must have answered to have a score; all of them by default
 */
public record CompositeIndex(String name, List<IndexItem> items, int minimum) implements Serializable {

    /**
     * The American Customer Satisfaction Index with its published default weights: overall satisfaction .3885,
     * confirmation of expectations .3190, comparison with the ideal .2925, each rated from 1 to 10.
     *
     * <p>{@code ((X̄₁ - 1) W₁ + (X̄₂ - 1) W₂ + (X̄₃ - 1) W₃) / 9 · 100}. The index proper estimates weights for each
     * company from its structural model: state yours with {@link #of} where you know them, or weigh all alike with
     * {@link #normalised}.
     *
     * <p>Source: C. Fornell, M. D. Johnson, E. W. Anderson, J. Cha, B. E. Bryant, "The American Customer Satisfaction
     * Index: Nature, Purpose, and Findings", Journal of Marketing 60(4), 1996.
     */
    public static final CompositeIndex ACSI = of(
            "ACSI",
            new IndexItem("satisfaction", RatingScale.ONE_TO_TEN, 0.3885),
            new IndexItem("expectations", RatingScale.ONE_TO_TEN, 0.3190),
            new IndexItem("ideal", RatingScale.ONE_TO_TEN, 0.2925));

    /**
     * The System Usability Scale: ten statements rated from 1, strongly disagree, to 5, strongly agree, of which the
     * even ones are worded negatively.
     *
     * <p>{@code 2.5 (Σ odd (x - 1) + Σ even (5 - x))}.
     *
     * <p>Source: J. Brooke, "SUS: A 'Quick and Dirty' Usability Scale", in P. W. Jordan et al. (eds.), "Usability
     * Evaluation in Industry", Taylor &amp; Francis, 1996.
     */
    public static final CompositeIndex SUS = of(
            "SUS",
            IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> new IndexItem("statement " + i, new RatingScale(1, 5, i % 2 == 0), 0.1))
                    .toArray(IndexItem[]::new));

    private static final double CLOSE = 1e-9;

    /**
     * Checks the weights and the minimum.
     *
     * @throws IllegalArgumentException if two items have one name, if the weights do not add up to 1 within 1e-9, or
     *     if the minimum is not from 1 to the number of items
     */
    public CompositeIndex {
        Objects.requireNonNull(name, "name");
        items = List.copyOf(items);
        Set<String> names = new HashSet<>();
        for (IndexItem item : items) {
            if (!names.add(item.name())) {
                throw new IllegalArgumentException(
                        "the items of " + name + " must have different names, got " + item.name() + " twice");
            }
        }
        double sum = items.stream().mapToDouble(IndexItem::weight).sum();
        if (!(Math.abs(sum - 1) <= CLOSE)) {
            String weights = items.stream()
                    .map(item -> item.name() + " " + item.weight())
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException(
                    "the weights of " + name + " must add up to 1, got " + sum + " (" + weights + "): normalise them");
        }
        if (minimum < 1 || minimum > items.size()) {
            throw new IllegalArgumentException("the fewest answers that " + name + " takes must be from 1 to "
                    + items.size() + ", got " + minimum);
        }
    }

    /**
     * {@return an index that takes an answer to each of its questions}
     *
     * @param name the name of the index
     * @param items its questions, with weights that add up to 1
     * @throws IllegalArgumentException if two items have one name, or the weights do not add up to 1 within 1e-9
     */
    public static CompositeIndex of(String name, IndexItem... items) {
        return new CompositeIndex(name, List.of(items), items.length);
    }

    /**
     * {@return an index that takes an answer to each of its questions, whose weights are made to add up to 1}
     *
     * @param name the name of the index
     * @param items its questions, with weights that say how much they count beside each other
     * @throws IllegalArgumentException if there are no items, or two have one name
     */
    public static CompositeIndex normalised(String name, IndexItem... items) {
        double sum = Stream.of(items).mapToDouble(IndexItem::weight).sum();
        return of(
                name,
                Stream.of(items)
                        .map(item -> new IndexItem(item.name(), item.scale(), item.weight() / sum))
                        .toArray(IndexItem[]::new));
    }

    /**
     * {@return the same index, that scores all who answered enough questions, by those they answered}
     *
     * @param fewest how many questions a respondent must have answered, from 1 to all
     * @throws IllegalArgumentException if the number is out of its range
     */
    public CompositeIndex available(int fewest) {
        return new CompositeIndex(name, items, fewest);
    }

    /**
     * {@return the score of one respondent, from 0 to 100, if he or she answered enough}
     *
     * @param answers a rating for each item, or {@code Integer.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException if there is not one answer for each item, or naming the item whose answer is off
     *     its scale
     */
    public Outcome<Double> score(int... answers) {
        IndexTally one = IndexAccumulator.create(this).add(answers).result();
        if (one.n() == 0) {
            List<String> missing = new ArrayList<>();
            for (int i = 0; i < answers.length; i++) {
                if (answers[i] == Integer.MIN_VALUE) {
                    missing.add(items.get(i).name());
                }
            }
            return Outcome.noData("no answer to " + String.join(", ", missing));
        }
        return Outcome.of(one.mean());
    }

    /** {@return the name, the items with their weights and the fewest answers} */
    @Override
    public String toString() {
        return name + " of "
                + items.stream()
                        .map(item -> item.name() + " (" + item.scale() + ", weight " + item.weight() + ")")
                        .collect(Collectors.joining(", "))
                + (minimum == items.size() ? "" : ", from " + minimum + " answers");
    }
}
