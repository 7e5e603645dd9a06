package org.cxkit.metrics.series;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.Tally;

/**
 * A tally for each point in time, in order: for each period without a gap, or for each instant a window ends at.
 *
 * <p>Unlike in {@link Grouped}, a point at which nothing was counted has its place. Series do not merge, and do not
 * add up where windows overlap: merge what they were told from. Immutable and thread-safe.
 *
 * @param <P> the type of the points: calendar periods or instants
 * @param <T> the type of the tallies
 */
public final class TallySeries<P extends Comparable<? super P>, T extends Tally<T>> {
    private final T empty;
    private final Map<P, T> points;

    TallySeries(T empty, Map<P, T> points) {
        this.empty = empty;
        this.points = Collections.unmodifiableMap(points);
    }

    /**
     * {@return the series of all periods from the first to the last under which something was counted}
     *
     * @param groups tallies by periods of one unit
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if the units differ
     */
    public static <T extends Tally<T>> TallySeries<CalendarPeriod, T> of(Grouped<CalendarPeriod, T> groups) {
        List<CalendarPeriod> keys = groups.keys();
        return keys.isEmpty()
                ? new TallySeries<>(groups.empty(), new LinkedHashMap<CalendarPeriod, T>())
                : of(groups, keys.get(0), keys.get(keys.size() - 1));
    }

    /**
     * {@return the series of all periods from the first to the last; what was counted under others is left out}
     *
     * @param groups tallies by periods of one unit
     * @param first the first period of the series
     * @param last the last period of the series, of the same unit, not before the first
     * @param <T> the type of the tallies
     * @throws IllegalArgumentException if the units differ or the last is before the first
     */
    public static <T extends Tally<T>> TallySeries<CalendarPeriod, T> of(
            Grouped<CalendarPeriod, T> groups, CalendarPeriod first, CalendarPeriod last) {
        long periods = first.until(last) + 1;
        if (periods < 1) {
            throw new IllegalArgumentException(
                    "the last period must not be before the first, got " + first + " to " + last);
        }
        groups.keys().forEach(first::until); // which refuses another unit
        Map<CalendarPeriod, T> points = new LinkedHashMap<>();
        for (long i = 0; i < periods; i++) {
            CalendarPeriod period = first.plus(i);
            points.put(period, groups.tally(period));
        }
        return new TallySeries<>(groups.empty(), points);
    }

    /** {@return the tally of each point, in order, unmodifiable; empty ones too} */
    public Map<P, T> asMap() {
        return points;
    }

    /** {@return the number of points} */
    public int size() {
        return points.size();
    }

    /**
     * {@return what the function tells at each point, no data where there are no answers; in order, unmodifiable}
     *
     * <p>{@code series.map(RatingTally::valid, Nps::of)} is the score of each point.
     *
     * @param counting gives the number of valid answers of a tally
     * @param function tells a result from a tally of at least one answer
     * @param <R> the type of the results
     */
    public <R> Map<P, Outcome<R>> map(ToLongFunction<? super T> counting, Function<? super T, ? extends R> function) {
        Map<P, Outcome<R>> told = new LinkedHashMap<>();
        points.forEach((point, tally) -> told.put(
                point,
                counting.applyAsLong(tally) == 0 ? Outcome.noData("no responses") : Outcome.of(function.apply(tally))));
        return Collections.unmodifiableMap(told);
    }

    /**
     * {@return the series in which each point has the tally of itself and the points before it}
     *
     * <p>Three months to each month: {@code monthly.rolling(3)}. The first points have fewer before them. Takes about
     * three additions for each point, however many are taken together, and no subtraction, so that sums of doubles
     * do not drift. Neighbouring points differ by few answers: what is to be published goes through a
     * {@link org.cxkit.metrics.Publication}.
     *
     * @param together how many points are taken together, at least 1; of a series without overlaps
     * @throws IllegalArgumentException if that is below 1
     */
    public TallySeries<P, T> rolling(int together) {
        if (together < 1) {
            throw new IllegalArgumentException("wanted at least 1 point together, got " + together);
        }
        List<T> tallies = new ArrayList<>(points.values());
        ArrayDeque<T> older = new ArrayDeque<>(); // sums from each older point to the newest of them, longest on top
        int newerFrom = 0;
        T newer = empty;
        Map<P, T> rolled = new LinkedHashMap<>();
        int i = 0;
        for (P point : points.keySet()) {
            newer = newer.plus(tallies.get(i));
            if (i >= together && older.isEmpty()) {
                T sum = empty;
                for (int k = i; k >= newerFrom; k--) {
                    sum = tallies.get(k).plus(sum);
                    older.push(sum);
                }
                newer = empty;
                newerFrom = i + 1;
            }
            if (i >= together) {
                older.pop();
            }
            rolled.put(point, older.isEmpty() ? newer : older.peek().plus(newer));
            i++;
        }
        return new TallySeries<>(empty, rolled);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TallySeries<?, ?> that
                && empty.equals(that.empty)
                && List.copyOf(points.entrySet()).equals(List.copyOf(that.points.entrySet()));
    }

    @Override
    public int hashCode() {
        return points.hashCode();
    }

    /** {@return the tallies by point, such as {@code {2024-01=…, 2024-02=…}}} */
    @Override
    public String toString() {
        return points.toString();
    }
}
