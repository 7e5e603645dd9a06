package org.cxkit.core.time;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * A half-open span of time: from an instant, included, to a later one, excluded.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param from the first instant inside
 * @param to the first instant after, later than {@code from}
 */
public record TimeWindow(Instant from, Instant to) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code to} is not later than {@code from}
     */
    public TimeWindow {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window must end after its start, got " + from + " to " + to);
        }
    }

    /**
     * {@return the window of whole days that a date picker shows: both dates are inside}
     *
     * @param first the first day
     * @param last the last day, not before the first
     * @param zone the zone whose days are meant
     * @throws IllegalArgumentException if the last day is before the first
     */
    public static TimeWindow ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the last day must not be before the first, got " + first + " to " + last);
        }
        return new TimeWindow(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * {@return whether the instant is inside}
     *
     * @param instant any instant
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
