package org.cxkit.metrics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A table whose cells of too few answers are withheld, fit to leave the house: all cells and their total, published at
 * once.
 *
 * <p>Made by {@link Grouped#release}. With n the unweighted number of valid answers of a cell, a cell of n = 0 is
 * {@code NoData}, and one of 0 &lt; n &lt; minN is suppressed as {@link Suppression#PRIMARY}. Where any is, the
 * smallest of the others follow as {@link Suppression#COMPLEMENTARY}, ties in the order of the keys, until the hidden
 * cells are at least two and have at least minN answers together. Where that cannot be had, the total is hidden too.
 *
 * <p>So every sum and difference of what is shown is of no answers, or of at least minN, and what the total tells
 * beyond the cells is of the hidden cells together, with the missing and invalid answers of cells of n = 0. That is
 * kept for one table of one set of answers: tables of overlapping windows go through a {@link Publication}, and two
 * groupings of the same answers by related keys must not both be released. What is hidden is not in here: not in the
 * bytes, the text, the hash or a message. Still told are that somebody answered under a hidden key, and by which rule
 * it is hidden, from which a count (two cells under 5 with 8 answers together), though never an answer, can follow.
 * Where that is too much, regroup under coarser keys before releasing. Answers that are all alike tell each of them
 * however many they are.
 *
 * <p>Immutable and thread-safe. It has no {@code plus}: released tables do not merge.
 *
 * <p>Source: A. Hundepool and others, "Statistical Disclosure Control", Wiley, 2012: primary and secondary cell
 * suppression.
 *
 * @param minN the least number of answers that is shown, at least 1
 * @param cells a value, no data, or suppressed, for each key in order
 * @param total the same of all keys together
 * @param <K> the type of the keys
 * @param <R> the type of the values: tallies, or what is told from them
 */
public record Released<K, R>(long minN, Map<K, Outcome<R>> cells, Outcome<R> total) implements Serializable {
    /** The usual minimum for scores: 5 answers. */
    public static final int MIN_FOR_SCORES = 5;

    /** The usual minimum where comments are shown: 8 answers. */
    public static final int MIN_FOR_COMMENTS = 8;

    /** The usual minimum for the public: 10 answers. */
    public static final int MIN_FOR_PUBLIC = 10;

    private static final int HIDDEN_TOGETHER = 2;

    /**
     * Checks the minimum and copies the cells.
     *
     * @throws IllegalArgumentException if the minimum is below 1
     */
    public Released {
        requireMinimum(minN);
        Objects.requireNonNull(total, "total");
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    static void requireMinimum(long minN) {
        if (minN < 1) {
            throw new IllegalArgumentException("the least number of answers to show must be at least 1, got " + minN);
        }
    }

    private record Counted<K>(K key, long n) {}

    /** The table under these rules, in which keys that were hidden before stay so. */
    static <K extends Comparable<? super K>, T extends Tally<T>> Released<K, T> of(
            Grouped<K, T> groups, long minN, ToLongFunction<? super T> counting, Set<K> hiddenBefore) {
        requireMinimum(minN);
        List<Counted<K>> smallestFirst = new ArrayList<>();
        groups.asMap().forEach((key, tally) -> smallestFirst.add(new Counted<>(key, count(tally, counting))));
        smallestFirst.removeIf(cell -> cell.n == 0);
        smallestFirst.sort(Comparator.comparingLong(Counted::n));
        Map<K, Suppression> hidden = new HashMap<>();
        long answers = 0;
        for (Counted<K> cell : smallestFirst) {
            if (cell.n < minN || hiddenBefore.contains(cell.key)) {
                hidden.put(cell.key, cell.n < minN ? Suppression.PRIMARY : Suppression.COMPLEMENTARY);
                answers += cell.n;
            }
        }
        boolean any = !hidden.isEmpty();
        for (Counted<K> cell : smallestFirst) {
            if (any && !enough(hidden, answers, minN) && !hidden.containsKey(cell.key)) {
                hidden.put(cell.key, Suppression.COMPLEMENTARY);
                answers += cell.n;
            }
        }
        Map<K, Outcome<T>> cells = new LinkedHashMap<>();
        groups.asMap().forEach((key, tally) -> {
            Suppression rule = hidden.get(key);
            cells.put(key, rule == null ? shown(tally, counting) : rule.outcome(minN));
        });
        Outcome<T> total = any && !enough(hidden, answers, minN)
                ? Suppression.COMPLEMENTARY.outcome(minN)
                : shown(groups.total(), counting);
        return new Released<>(minN, cells, total);
    }

    private static boolean enough(Map<?, Suppression> hidden, long answers, long minN) {
        return hidden.size() >= HIDDEN_TOGETHER && answers >= minN;
    }

    private static <T> Outcome<T> shown(T tally, ToLongFunction<? super T> counting) {
        return count(tally, counting) == 0 ? nobody() : Outcome.of(tally);
    }

    static <T> long count(T tally, ToLongFunction<? super T> counting) {
        long n = counting.applyAsLong(tally);
        if (n < 0) {
            throw new IllegalArgumentException("the number of answers of a tally must not be negative");
        }
        return n;
    }

    private static <R> Outcome<R> nobody() {
        return Outcome.noData("no responses");
    }

    /**
     * {@return the cell of a key; of a key under which nothing was counted, {@code NoData}}
     *
     * @param key any key
     */
    public Outcome<R> cell(K key) {
        Outcome<R> cell = cells.get(key);
        return cell == null ? nobody() : cell;
    }

    /**
     * {@return the rule by which the cell of a key is withheld, if it is}
     *
     * @param key any key
     */
    public Optional<Suppression> suppression(K key) {
        for (Suppression rule : Suppression.values()) {
            if (cell(key).equals(rule.outcome(minN))) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /**
     * {@return the same table with a result told from each value; what is withheld stays so}
     *
     * <p>{@code byChannel.release(5, RatingTally::valid).map(Nps::of)} is the score of each channel of at least five
     * answers.
     *
     * @param function tells a result from a value
     * @param <S> the type of the results
     */
    public <S> Released<K, S> map(Function<? super R, ? extends S> function) {
        Map<K, Outcome<S>> told = new LinkedHashMap<>();
        cells.forEach((key, cell) -> told.put(key, cell.map(function)));
        return new Released<>(minN, told, total.map(function));
    }

    /** {@return the cells and the total, such as {@code {chat=suppressed (fewer than 5 answers), …}, total …}} */
    @Override
    public String toString() {
        return cells + ", total " + total;
    }
}
