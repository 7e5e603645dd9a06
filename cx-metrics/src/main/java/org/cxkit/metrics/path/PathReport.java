package org.cxkit.metrics.path;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The paths that bring the most conversions, how long paths are, and how long they take.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is a table.
 *
 * @param top the paths with the most conversions; ties by value, then by the names of their channels
 * @param conversions the conversions of all paths
 * @param value what they brought together; null where no conversion has a value
 * @param lost the journeys without a conversion
 * @param converted how many touches led to each conversion
 * @param unconverted how many touches each lost journey had
 * @param timeToConvert the time from the first touch to the conversion; no data where ages are not known
 */
public record PathReport(
        List<PathRank> top,
        long conversions,
        @Nullable Money value,
        long lost,
        PathLengths converted,
        PathLengths unconverted,
        Outcome<TimeToConvert> timeToConvert)
        implements Serializable {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public PathReport {
        top = List.copyOf(top);
        Objects.requireNonNull(converted, "converted");
        Objects.requireNonNull(unconverted, "unconverted");
        Objects.requireNonNull(timeToConvert, "timeToConvert");
        if (conversions < 0 || lost < 0) {
            throw new IllegalArgumentException(
                    "counts must not be negative: conversions=" + conversions + ", lost=" + lost);
        }
    }

    /**
     * {@return the report of paths; how long they take is not known}
     *
     * @param paths any paths
     * @param top how many of the paths to list, at least 1
     * @throws IllegalArgumentException if the number is below 1
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathReport of(PathTally paths, int top) {
        return of(paths, top, Outcome.noData("a tally of paths has no times"));
    }

    /**
     * {@return the report of journeys, with the time they take where the ages of their touches are known}
     *
     * @param journeys journeys of whole counts
     * @param top how many of the paths to list, at least 1
     * @throws IllegalArgumentException if the number is below 1, or a count is no whole number; the message names the row
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public static PathReport of(Journeys journeys, int top) {
        return of(journeys.paths(), top, TimeToConvert.of(journeys));
    }

    private static PathReport of(PathTally paths, int top, Outcome<TimeToConvert> time) {
        if (top < 1) {
            throw new IllegalArgumentException("at least 1 path to list wanted, got " + top);
        }
        List<PathCount> counts = paths.paths();
        return new PathReport(
                ranks(counts, top, paths.conversions()),
                paths.conversions(),
                paths.value().orElse(null),
                paths.lost(),
                lengths(counts, PathCount::conversions),
                lengths(counts, PathCount::lost),
                time);
    }

    private static List<PathRank> ranks(List<PathCount> counts, int top, long conversions) {
        List<PathCount> ordered = new ArrayList<>(counts);
        ordered.removeIf(path -> path.conversions() == 0);
        ordered.sort(Comparator.comparingLong(PathCount::conversions)
                .thenComparing(PathReport::amount)
                .reversed()); // stable: ties keep the order of names
        List<PathRank> ranks = new ArrayList<>();
        long soFar = 0;
        for (PathCount path : ordered.subList(0, Math.min(top, ordered.size()))) {
            soFar += path.conversions();
            ranks.add(new PathRank(path, soFar, conversions));
        }
        return ranks;
    }

    private static BigDecimal amount(PathCount path) {
        Money value = path.value();
        return value == null ? BigDecimal.ZERO : value.amount();
    }

    private static PathLengths lengths(List<PathCount> counts, ToLongFunction<PathCount> journeys) {
        TreeMap<Long, Long> lengths = new TreeMap<>();
        for (PathCount path : counts) {
            long count = journeys.applyAsLong(path);
            if (count > 0) {
                lengths.merge((long) path.touches().size(), count, Math::addExact);
            }
        }
        return new PathLengths(lengths);
    }

    /** {@return the share of all journeys that converted, with its 95 % Wilson interval; no data without journeys} */
    public Outcome<Interval> conversionRate() {
        return PathRank.rate(conversions, lost);
    }

    /** {@return the tables: the paths, cut in the middle where they are long; the lengths; a line on the time} */
    @Override
    public String toString() {
        return PathReportText.of(this);
    }
}
