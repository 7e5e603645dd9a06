package org.cxkit.metrics.path;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Counted;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many touches journeys have.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param journeys for each number of touches, from 0, how many journeys have it; numbers that none has are left out
 */
public record PathLengths(SortedMap<Long, Long> journeys) implements Serializable {

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a number of touches is negative, or of journeys not above 0
     */
    public PathLengths {
        TreeMap<Long, Long> copy = new TreeMap<>(); // by number, whatever the order was
        copy.putAll(journeys);
        copy.forEach((touches, count) -> {
            if (touches < 0 || count <= 0) {
                throw new IllegalArgumentException("lengths must be at least 0 and journeys above 0, got "
                        + Sentence.count(count, "journey") + " of "
                        + Counted.of((double) touches, "touch", "touches"));
            }
        });
        journeys = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * {@return how many journeys there are}
     *
     * @throws ArithmeticException if the sum leaves the range of a long
     */
    public long total() {
        return new Quantiles(journeys).n();
    }

    /** {@return the mean number of touches; no data where there is no journey} */
    public Outcome<Double> mean() {
        return journeys.isEmpty()
                ? Outcome.noData("no journeys")
                : Outcome.of(new Quantiles(journeys).mean().doubleValue());
    }

    /** {@return the median number of touches; no data where there is no journey} */
    public Outcome<Double> median() {
        return quantile(0.5);
    }

    /**
     * {@return a quantile of the number of touches, of type 7; no data where there is no journey}
     *
     * <p>It is at {@code (n - 1) p} of the journeys in order of their length, counted from 0, and on the straight line
     * between two of them.
     *
     * @param p the share of journeys that are shorter, from 0 to 1
     * @throws IllegalArgumentException if p is out of range
     */
    public Outcome<Double> quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile must be from 0 to 1, got " + p);
        }
        return journeys.isEmpty()
                ? Outcome.noData("no journeys")
                : Outcome.of(new Quantiles(journeys).quantile(p).doubleValue());
    }

    long from(long least) {
        return journeys.tailMap(least).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    long of(long touches) {
        return journeys.getOrDefault(touches, 0L);
    }
}
