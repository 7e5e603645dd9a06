package org.cxkit.metrics.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.jspecify.annotations.Nullable;

/**
 * How a monitor cuts time into periods, and how many of them it holds.
 *
 * <p>A period is half open, {@code [from, to)}, and an answer belongs to the period its own time is in. A monitor
 * holds the newest period it was told of and those before it, {@code held} in all: that is its window, from the start
 * of the oldest to the end of the newest. When time moves on the oldest period expires as a whole. With 24 periods of
 * an hour the window is thus 23 whole hours and the hour that is running.
 *
 * <p>Times are microseconds since 1970-01-01T00:00Z as {@link EpochMicros} has them, in the years 1000 to 9000.
 * Immutable, value-based and thread-safe.
 */
public final class Periods {
    private static final Periods ALL = new Periods(0, null, null, 1);
    private static final long FIRST = EpochMicros.of(Instant.parse("1000-01-01T00:00:00Z"));
    private static final long LAST = EpochMicros.of(Instant.parse("9000-01-01T00:00:00Z"));
    private static final int MOST_HELD = 10_000;
    private static final long LONGEST_DAYS = 900 * 365;

    private final long width; // microseconds, 0 where the calendar or nothing cuts
    private final @Nullable CalendarUnit unit;
    private final @Nullable ZoneId zone;
    private final int held;

    private Periods(long width, @Nullable CalendarUnit unit, @Nullable ZoneId zone, int held) {
        this.width = width;
        this.unit = unit;
        this.zone = zone;
        this.held = held;
    }

    /** {@return one period that never ends} */
    public static Periods all() {
        return ALL;
    }

    /**
     * {@return periods of one length, that start at whole multiples of it since 1970-01-01T00:00Z}
     *
     * @param length the length of a period in whole microseconds, above zero
     * @param held how many periods the window has, 1 to 10,000, not over 900 years together
     * @throws IllegalArgumentException if there can be no such periods
     */
    public static Periods of(Duration length, int held) {
        if (length.isNegative()
                || length.isZero()
                || !length.truncatedTo(ChronoUnit.MICROS).equals(length)) {
            throw new IllegalArgumentException(
                    "the length of a period must be whole microseconds above zero, got " + length);
        }
        requireHeld(held);
        if (length.compareTo(Duration.ofDays(LONGEST_DAYS).dividedBy(held)) > 0) {
            throw new IllegalArgumentException(
                    "a window must not be longer than 900 years, got " + held + " periods of " + length);
        }
        return new Periods(EpochMicros.span(length), null, null, held);
    }

    /**
     * {@return the days, ISO weeks, months, quarters or years of the calendar}
     *
     * <p>They start at local midnight, so that a day on which the clock is changed has 23 or 25 hours.
     *
     * @param unit the kind of period
     * @param zone the zone whose calendar is meant
     * @param held how many periods the window has, 1 to 10,000, not over 900 years together
     * @throws IllegalArgumentException if there can be no such periods
     */
    public static Periods of(CalendarUnit unit, ZoneId zone, int held) {
        Objects.requireNonNull(zone, "zone");
        requireHeld(held);
        if (firstOf(unit).plus(held).first().toEpochDay() > LONGEST_DAYS) {
            throw new IllegalArgumentException(
                    "a window must not be longer than 900 years, got " + held + " periods of one " + unit);
        }
        return new Periods(0, unit, zone, held);
    }

    private static void requireHeld(int held) {
        if (held < 1 || held > MOST_HELD) {
            throw new IllegalArgumentException("a window must have 1 to " + MOST_HELD + " periods, got " + held);
        }
    }

    /** {@return how many periods the window has} */
    public int held() {
        return held;
    }

    /**
     * {@return the period that has the time}
     *
     * @param micros microseconds since 1970-01-01T00:00Z
     * @throws IllegalArgumentException if the time is not in the years 1000 to 9000
     */
    public TimeWindow at(long micros) {
        long number = number(micros);
        return new TimeWindow(EpochMicros.toInstant(from(number)), EpochMicros.toInstant(from(number + 1)));
    }

    /** {@return whether this is the one period that never ends} */
    public boolean endless() {
        return width == 0 && unit == null;
    }

    /**
     * {@return the number of the period that has the time; periods are numbered in their order, that of 1970-01-01 is
     * about 0}
     *
     * @param micros microseconds since 1970-01-01T00:00Z
     * @throws IllegalArgumentException if the time is not in the years 1000 to 9000
     */
    public long number(long micros) {
        if (endless()) {
            return 0;
        }
        if (micros < FIRST || micros >= LAST) {
            throw new IllegalArgumentException(
                    "a time must be in the years 1000 to 9000, got " + EpochMicros.toInstant(micros));
        }
        if (unit == null || zone == null) {
            return Math.floorDiv(micros, width);
        }
        long number = firstOf(unit).until(unit.of(EpochMicros.toInstant(micros), zone));
        // where a clock is put back across midnight, the hour that comes twice is in the later day both times
        return micros < from(number + 1) ? number : number + 1;
    }

    /**
     * {@return the first microsecond of a period, which is also the first after the period before}
     *
     * @param number the number of the period
     */
    public long from(long number) {
        if (endless()) {
            return number <= 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        // not by CalendarPeriod.window: a day that a zone left out has none
        return unit == null || zone == null
                ? number * width
                : EpochMicros.of(
                        firstOf(unit).plus(number).first().atStartOfDay(zone).toInstant());
    }

    private static CalendarPeriod firstOf(CalendarUnit unit) {
        return unit.of(LocalDate.EPOCH);
    }

    /**
     * Writes what these periods are.
     *
     * @param writer where to
     */
    public void writeTo(ByteWriter writer) {
        writer.count(held).number(width).text(unit == null ? "" : unit.name());
        writer.text(zone == null ? "" : zone.getId());
    }

    /**
     * {@return the periods that were written}
     *
     * @param reader where from
     * @throws IllegalArgumentException if the bytes are corrupt or there can be no such periods
     */
    public static Periods readFrom(ByteReader reader) {
        int held = reader.count(MOST_HELD);
        long width = reader.number();
        String unit = reader.text();
        String zone = reader.text();
        if (!unit.isEmpty()) {
            return of(CalendarUnit.valueOf(unit), zone(zone), held);
        }
        return width == 0 ? all() : of(Duration.ofSeconds(width / 1_000_000, width % 1_000_000 * 1000), held);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("wanted the name of a time zone, got " + id, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Periods that
                && width == that.width
                && unit == that.unit
                && Objects.equals(zone, that.zone)
                && held == that.held;
    }

    @Override
    public int hashCode() {
        return Objects.hash(width, unit, zone, held);
    }

    /** {@return the periods in words, such as {@code 24 periods of PT1H} or {@code 7 periods of one DAY in UTC}} */
    @Override
    public String toString() {
        if (endless()) {
            return "one period that never ends";
        }
        String periods = held + (held == 1 ? " period of " : " periods of ");
        return periods
                + (unit == null ? Duration.ofNanos(0).plus(width, ChronoUnit.MICROS) : "one " + unit + " in " + zone);
    }
}
