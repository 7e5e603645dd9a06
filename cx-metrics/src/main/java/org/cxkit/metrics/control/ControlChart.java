package org.cxkit.metrics.control;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A control chart over past periods: each with its answers, statistic and limits, and whether it signals.
 *
 * <p>A period without answers has no reading, and never signals. Immutable, value-based and thread-safe.
 *
 * @param baseline what was normal
 * @param points the periods in order of time
 */
public record ControlChart(Baseline baseline, List<Point> points) implements Serializable {

    /** Copies the points. */
    public ControlChart {
        points = List.copyOf(points);
    }

    /**
     * One period of a chart.
     *
     * @param period the name of the period
     * @param n its valid answers, not negative
     * @param missing answers that were not given, not negative
     * @param invalid answers that were none, not negative
     * @param reading what the chart shows there; no data without answers
     */
    public record Point(String period, long n, long missing, long invalid, Outcome<Reading> reading)
            implements Serializable {}

    /**
     * What a chart shows at a period with answers.
     *
     * @param mean the mean score of the period, which is the metric
     * @param statistic what is drawn: the mean, the moving average, or the larger sum, negative if it is the falling one
     * @param limits the limits of the statistic
     * @param signal the signal, or null if all is well
     */
    public record Reading(
            double mean,
            double statistic,
            Baseline.Limits limits,
            @Nullable Signal signal) implements Serializable {}

    /**
     * {@return the chart of these periods}
     *
     * @param start a chart that has seen no period; not altered
     * @param periods the answers of each period, in order of time, periods without answers too
     * @throws IllegalArgumentException if the chart has seen a period, or a mean is out of the range of the scores
     */
    public static ControlChart of(PeriodChart start, Map<?, Subgroup> periods) {
        if (start.periods() != 0) {
            throw new IllegalArgumentException("wanted a chart that has seen no period, got " + start);
        }
        PeriodChart chart = start.copy();
        List<Point> points = new ArrayList<>(periods.size());
        periods.forEach((name, period) -> points.add(point(chart, name.toString(), period)));
        return new ControlChart(start.baseline(), points);
    }

    /**
     * {@return the chart of these periods, which have numbers for names, from 0}
     *
     * @param start a chart that has seen no period; not altered
     * @param periods the answers of each period, in order of time, periods without answers too
     * @throws IllegalArgumentException if the chart has seen a period, or a mean is out of the range of the scores
     */
    public static ControlChart of(PeriodChart start, List<Subgroup> periods) {
        Map<Integer, Subgroup> numbered = new LinkedHashMap<>();
        for (Subgroup period : periods) {
            numbered.put(numbered.size(), period);
        }
        return of(start, numbered);
    }

    private static Point point(PeriodChart chart, String name, Subgroup period) {
        chart.update(period);
        Outcome<Reading> reading = period.n() == 0
                ? Outcome.noData("no answers")
                : Outcome.of(new Reading(
                        period.mean(),
                        chart.statistic(),
                        new Baseline.Limits(chart.lower(), chart.upper()),
                        chart.signal().orElse(null)));
        return new Point(name, period.n(), period.missing(), period.invalid(), reading);
    }

    /** {@return the signals, in order of time} */
    public List<Signal> signals() {
        return points.stream()
                .flatMap(point -> point.reading().toOptional().stream())
                .flatMap(reading -> Optional.ofNullable(reading.signal()).stream())
                .toList();
    }

    /**
     * {@return the number of valid answers}
     *
     * @throws ArithmeticException if that leaves the range of a long
     */
    public long n() {
        return sum(Point::n);
    }

    private long sum(ToLongFunction<Point> count) {
        return points.stream().mapToLong(count).reduce(0, Math::addExact);
    }

    /** {@return a sentence with what is normal, the number of signals and the counts} */
    @Override
    public String toString() {
        return "chart of " + baseline + ": " + Sentence.count(signals().size(), "signal") + " in "
                + Sentence.count(points.size(), "period") + ", n " + n()
                + Sentence.dirty(sum(Point::missing), sum(Point::invalid));
    }
}
