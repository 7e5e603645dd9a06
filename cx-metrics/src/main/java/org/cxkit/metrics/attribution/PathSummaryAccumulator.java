package org.cxkit.metrics.attribution;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collector;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.JourneysBuilder;
import org.cxkit.metrics.path.PathCount;
import org.jspecify.annotations.Nullable;

/**
 * Folds journeys into a {@link PathSummary}, from objects one after the other or from columns.
 *
 * <p>Merges over any partition of the journeys, in whole numbers. All values are in one currency. Journeys one after the
 * other wait until there are thousands of them; only where these have more states of a chain than are kept is that found
 * out later, when they are counted. <strong>Not thread-safe:</strong> confine and merge.
 */
public final class PathSummaryAccumulator implements Accumulator<PathSummaryAccumulator, PathSummary> {
    @Serial
    private static final long serialVersionUID = 1;

    /** Rows from objects wait until there are enough for the loop over columns, and as many as the summary has numbers. */
    private static final int WAITING = 4096;

    /** Up to this number a double holds every whole one. */
    private static final long MOST = 1L << 53;

    private transient PathSummary summary;
    private transient JourneysBuilder waiting = Journeys.builder();
    private transient int rows;
    private transient long enough = WAITING;
    /** All that was added, touches and value, so that no sum leaves the range of a long while rows wait. */
    private transient long size;

    private transient long valueMinor;
    private transient @Nullable Currency currency;

    PathSummaryAccumulator(PathSummary start) {
        summary = start;
        measure();
    }

    private void measure() {
        currency = summary.value().map(Money::currency).orElse(currency);
        valueMinor = summary.value().map(Money::toMinorUnits).orElse(0L);
        size = summary.size();
        enough = Math.max(WAITING, summary.cells());
    }

    /** {@return what folds a stream of lists of touches, each of them one conversion without a value} */
    public static Collector<List<String>, ?, PathSummary> converting() {
        return Collector.of(
                () -> PathSummary.accumulator(),
                (all, touches) -> all.add(touches, 1, 0),
                PathSummaryAccumulator::merge,
                PathSummaryAccumulator::result);
    }

    /**
     * {@return what folds a stream of paths with their counts}
     *
     * @param models what is to be told beside the models over positions; none if only those are
     * @throws IllegalArgumentException if a model needs the ages of touches or milestones, which paths do not have
     */
    public static Collector<PathCount, ?, PathSummary> collector(AttributionModel... models) {
        PathSummary none = PathSummary.empty(models);
        requirePaths(none);
        return Collector.of(
                () -> new PathSummaryAccumulator(none),
                (all, path) -> {
                    if (path.value() == null) {
                        all.add(path.touches(), path.conversions(), path.lost());
                    } else {
                        all.add(path.touches(), path.conversions(), path.value(), path.lost());
                    }
                },
                PathSummaryAccumulator::merge,
                PathSummaryAccumulator::result);
    }

    /**
     * Adds journeys along one path.
     *
     * @param touches the channels in their order
     * @param conversions how many ended in a conversion, not negative
     * @param lost how many ended without one, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, a count out of range, or milestones are counted,
     *     which a path does not have
     * @throws ArithmeticException if all touches together leave the range of a long
     */
    public PathSummaryAccumulator add(List<String> touches, long conversions, long lost) {
        requirePaths(summary);
        long larger = larger(touches, exact("conversions", conversions), exact("lost", lost));
        fold();
        waiting.add(touches, (double) conversions, null, (double) lost);
        size = larger;
        rows++;
        return this;
    }

    /**
     * Adds journeys along one path.
     *
     * @param touches the channels in their order
     * @param conversions how many ended in a conversion, not negative
     * @param value what they brought together, not negative, in whole minor units
     * @param lost how many ended without one, not negative
     * @return this
     * @throws IllegalArgumentException if a channel is blank or reserved, a number out of range, the value without a
     *     conversion or in another currency than those before, or milestones are counted, which a path does not have
     * @throws ArithmeticException if the value is finer than the minor unit: nothing is cut off; or if all touches or
     *     values together leave the range of a long
     */
    public PathSummaryAccumulator add(List<String> touches, long conversions, Money value, long lost) {
        if (value.signum() != 0) {
            require(value.currency());
        }
        requirePaths(summary);
        long larger = larger(touches, exact("conversions", conversions), exact("lost", lost));
        long more = Math.addExact(valueMinor, value.toMinorUnits());
        fold();
        waiting.add(touches, (double) conversions, value, (double) lost);
        size = larger;
        valueMinor = more;
        currency = value.signum() == 0 ? currency : value.currency();
        rows++;
        return this;
    }

    /**
     * Adds a range of journeys.
     *
     * @param journeys journeys with whole counts, not altered
     * @param from the first row
     * @param to the first row after the last
     * @return this
     * @throws IllegalArgumentException if a count is no whole number, the value in another currency, or transitions are
     *     counted of too many channels or states: 65,535 and some four millions
     * @throws ArithmeticException if a sum leaves the range of a long
     * @throws IndexOutOfBoundsException if the rows are not rows of the journeys
     */
    public PathSummaryAccumulator addAll(Journeys journeys, int from, int to) {
        return fold(summary.like(journeys, from, to));
    }

    @Override
    public PathSummaryAccumulator merge(PathSummaryAccumulator other) {
        return fold(other.result());
    }

    private PathSummaryAccumulator fold(PathSummary more) {
        Currency theirs = more.value().map(Money::currency).orElse(null);
        if (theirs != null) {
            require(theirs);
        }
        restart(result().plus(more));
        return this;
    }

    private void require(Currency other) {
        if (currency != null && !currency.equals(other)) {
            throw new IllegalArgumentException("one currency wanted, got " + currency + " and " + other);
        }
    }

    /** A path whose milestones nobody told is not one that reached none. */
    private static void requirePaths(PathSummary summary) {
        if (summary.countsMilestones()) {
            throw new IllegalArgumentException(
                    "a summary with milestones must be told from journeys: paths alone have none");
        }
    }

    /** A count that no double holds would be rounded. */
    private static long exact(String what, long count) {
        if (count < 0 || count > MOST) {
            throw new IllegalArgumentException(what + " must be from 0 to 2^53, got " + count);
        }
        return count;
    }

    /** {@return the size with more journeys} */
    private long larger(List<String> touches, long conversions, long lost) {
        return Math.addExact(size, Math.multiplyExact(conversions + lost, touches.size() + 1L));
    }

    /** Folds the rows that wait, if they are enough; before another is added, so that one that is refused changes nothing. */
    private void fold() {
        if (rows >= enough) {
            restart(result());
        }
    }

    private void restart(PathSummary all) {
        summary = all;
        waiting = Journeys.builder();
        rows = 0;
        measure();
    }

    @Override
    public PathSummary result() {
        return rows == 0 ? summary : summary.plus(summary.like(waiting.build(), 0, rows));
    }

    @Override
    public PathSummaryAccumulator copy() {
        return new PathSummaryAccumulator(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a summary is read through its form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final PathSummary summary;

        private Form(PathSummary summary) {
            this.summary = summary;
        }

        @Serial
        private Object readResolve() {
            return new PathSummaryAccumulator(summary);
        }
    }
}
