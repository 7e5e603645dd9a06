package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.value.ValueAccumulator;
import org.cxkit.metrics.value.ValueTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * Customers scored by how recently, how often and for how much they bought, each against all others.
 *
 * <p>A score is {@code 1 + ⌊groups * worse / n⌋}, where {@code worse} counts the customers who are strictly worse: with
 * 5 groups quintiles from 1 to 5. So customers who are alike have one score, the lowest that their places would give
 * them, and where many are alike a group may be empty: half of all customers with a single purchase all score 1. Scores
 * hang on all customers together, so they do not merge; those of segments do. Immutable, value-based and thread-safe.
 *
 * <p>Source: A. M. Hughes, "Strategic Database Marketing", Probus, 1994, for the method; the rule for ties is ours.
 *
 * @param groups how many scores there are, at least 1
 * @param scores the customers with their scores, in the order they were given
 */
public record Rfm(int groups, List<RfmScore> scores) implements Serializable {

    /** The segment of those who are in none that was asked for. */
    public static final String OTHER = "other";

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException if there is no group, or a score is above their number
     */
    public Rfm {
        requireGroups(groups);
        scores = List.copyOf(scores);
        for (int i = 0; i < scores.size(); i++) {
            RfmScore score = scores.get(i);
            if (Math.max(score.recency(), Math.max(score.frequency(), score.monetary())) > groups) {
                throw new IllegalArgumentException(
                        "scores must be from 1 to " + groups + ", got scores[" + i + "]=" + score);
            }
        }
    }

    private static void requireGroups(int groups) {
        if (groups < 1) {
            throw new IllegalArgumentException("at least 1 group wanted, got " + groups);
        }
    }

    /**
     * {@return the scores of customers}
     *
     * @param customers the customers, all in one currency
     * @param groups how many scores there are: 5 for quintiles, 10 for deciles
     * @throws IllegalArgumentException if there is no group, or the customers paid in several currencies
     * @throws ArithmeticException if an amount is finer than the minor unit
     */
    public static Rfm of(Collection<RfmCustomer> customers, int groups) {
        List<RfmCustomer> all = List.copyOf(customers);
        for (RfmCustomer one : all) {
            int unused = one.monetary().compareTo(all.get(0).monetary());
        }
        int[] recency = scores(column(all, one -> -one.recencyDays()), groups);
        int[] frequency = scores(column(all, RfmCustomer::frequency), groups);
        int[] monetary = scores(column(all, one -> one.monetary().toMinorUnits()), groups);
        List<RfmScore> scores = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            scores.add(new RfmScore(all.get(i), recency[i], frequency[i], monetary[i]));
        }
        return new Rfm(groups, scores);
    }

    private static long[] column(List<RfmCustomer> customers, ToLongFunction<RfmCustomer> value) {
        return customers.stream().mapToLong(value).toArray();
    }

    /**
     * {@return the score of each value of a column against all others: {@code 1 + ⌊groups * smaller / n⌋}}
     *
     * @param values one value for each customer, the higher the better; not altered
     * @param groups how many scores there are, at least 1
     * @throws IllegalArgumentException if there is no group
     */
    public static int[] scores(long[] values, int groups) {
        requireGroups(groups);
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] scores = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = 1 + (int) ((long) groups * firstOf(sorted, values[i]) / values.length);
        }
        return scores;
    }

    /** How many values are smaller. */
    private static int firstOf(long[] sorted, long value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@return how many customers each segment has and what they spent, by the name of the segment}
     *
     * @param segments segments in the order in which they are tried: the first that fits is the customer's; who fits
     *     none is in {@link #OTHER}
     * @throws IllegalStateException if there are no customers, so that no currency is known
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public Grouped<String, ValueTally> segments(List<RfmSegment> segments) {
        return by(score -> segments.stream()
                .filter(segment -> segment.contains(score))
                .findFirst()
                .map(RfmSegment::name)
                .orElse(OTHER));
    }

    /**
     * {@return how many customers each segment has and what they spent}
     *
     * @param segment the segment of a customer
     * @param <K> the type of the key
     * @throws IllegalStateException if there are no customers, so that no currency is known
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public <K extends Comparable<? super K>> Grouped<K, ValueTally> by(Function<RfmScore, K> segment) {
        if (scores.isEmpty()) {
            throw new IllegalStateException("segments of 0 customers have no currency");
        }
        Currency currency = scores.get(0).customer().monetary().currency();
        GroupedAccumulator<K, ValueAccumulator, ValueTally> found =
                GroupedAccumulator.of(ValueAccumulator.create(currency));
        for (RfmScore score : scores) {
            found.at(segment.apply(score)).add(score.customer().monetary());
        }
        return found.result();
    }

    /** {@return what all customers spent, if there are any} */
    private Money total() {
        return scores.stream()
                .map(score -> score.customer().monetary())
                .reduce(Money::plus)
                .orElseThrow();
    }

    /** {@return such as {@code 5 groups of each of recency, frequency and spend, 2357 customers, 244091.94 USD}} */
    @Override
    public String toString() {
        return Sentence.count(groups, "group") + " of each of recency, frequency and spend, "
                + Sentence.count(scores.size(), "customer") + (scores.isEmpty() ? "" : ", " + total());
    }
}
