package org.cxkit.metrics.live;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.wording.Sentence;

/**
 * All that a {@link RatingMonitor} had counted when it was asked: by period and segment, and beside the window.
 *
 * <p>Every answer is in exactly one place: in the period of its time if the window holds it, in {@code expired} if the
 * window moved on after it came, in {@code late} if it came when its period had expired already. There is no total
 * beside these parts; {@link #all} adds them up. Immutable, value-based and thread-safe.
 */
public final class LiveCounts {
    private final Grouped<Instant, Grouped<String, RatingTally>> periods;
    private final Grouped<String, RatingTally> expired;
    private final Grouped<String, RatingTally> late;

    LiveCounts(
            Grouped<Instant, Grouped<String, RatingTally>> periods,
            Grouped<String, RatingTally> expired,
            Grouped<String, RatingTally> late) {
        this.periods = periods;
        this.expired = expired;
        this.late = late;
    }

    /**
     * {@return the periods of the window in which something was recorded: start of the period, then segment}
     *
     * <p>The one period of {@link Periods#all()} starts at the first instant that a long of microseconds holds.
     */
    public Grouped<Instant, Grouped<String, RatingTally>> periods() {
        return periods;
    }

    /** {@return the answers that were recorded in time, but whose period the window has left} */
    public Grouped<String, RatingTally> expired() {
        return expired;
    }

    /** {@return the answers that came when the window had left their period} */
    public Grouped<String, RatingTally> late() {
        return late;
    }

    /** {@return the answers of all periods of the window together, by segment} */
    public Grouped<String, RatingTally> window() {
        return periods.total();
    }

    /**
     * {@return the answers of the periods that start in a span of time, by segment}
     *
     * @param from the first start that is meant
     * @param to the first start that is not meant any more, not before {@code from}
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public Grouped<String, RatingTally> starting(Instant from, Instant to) {
        Grouped<String, RatingTally> none =
                Grouped.of(RatingTally.empty(expired.total().scale()), Map.of());
        return Grouped.of(none, new TreeMap<>(periods.asMap()).subMap(from, to)).total();
    }

    /** {@return every answer that was ever recorded, by segment} */
    public Grouped<String, RatingTally> all() {
        return window().plus(expired).plus(late);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LiveCounts that
                && periods.equals(that.periods)
                && expired.equals(that.expired)
                && late.equals(that.late);
    }

    @Override
    public int hashCode() {
        return Objects.hash(periods, expired, late);
    }

    /** {@return the counts in words, such as {@code 12 answers in the window, 30 expired, 1 late, n 41, 2 missing}} */
    @Override
    public String toString() {
        RatingTally all = all().total();
        return Sentence.count(window().total().received(), "answer") + " in the window, "
                + expired.total().received() + " expired, " + late.total().received() + " late, n " + all.valid()
                + Sentence.dirty(all.missing(), all.invalid());
    }
}
