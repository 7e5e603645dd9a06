package org.cxkit.metrics.series;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/**
 * A span of time that ends at an instant, included, and starts before it, excluded: {@code (start, end]}.
 *
 * <p>Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface TrailingWindow {

    /**
     * {@return the start of the window, itself outside}
     *
     * @param end the last instant inside
     * @throws DateTimeException if the start would be before {@link Instant#MIN}
     */
    Instant start(Instant end);

    /**
     * {@return the window of a fixed length, the same across clock changes}
     *
     * @param length above zero
     * @throws IllegalArgumentException if the length is not above zero
     */
    static TrailingWindow of(Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a window must be longer than nothing, got " + length);
        }
        return end -> end.minus(length);
    }

    /**
     * {@return the window of days, months or years of the calendar}
     *
     * <p>It starts at the same local time so many days, months or years before; where the clocks skip that time,
     * after the gap, and where they repeat it, at the time with the offset of the end if that is one of both, else
     * at the first. The window of a day is of 23 or 25 hours where the clocks change.
     *
     * @param length above zero, no part of it negative
     * @param zone the zone whose calendar is meant
     * @throws IllegalArgumentException if the length is not above zero, or a part of it is negative
     */
    static TrailingWindow of(Period length, ZoneId zone) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("a window must be longer than nothing, got " + length);
        }
        return end -> end.atZone(zone).minus(length).toInstant();
    }
}
