package org.cxkit.core.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;

/** The kinds of calendar period that data are grouped by. A week is the ISO week, which starts on Monday. */
public enum CalendarUnit {
    /** A day, midnight to midnight. */
    DAY,
    /** An ISO week, Monday to Sunday; it belongs to the year that has its Thursday. */
    WEEK,
    /** A month. */
    MONTH,
    /** Three months from January, April, July or October. */
    QUARTER,
    /** A year from January to December. */
    YEAR;

    private static final long MICROS = 1_000_000;

    /**
     * {@return the period of this kind that has the day}
     *
     * @param day any day of the years 1 to 9999
     */
    public CalendarPeriod of(LocalDate day) {
        return new CalendarPeriod(this, firstDay(day));
    }

    /**
     * {@return the period of this kind whose {@linkplain CalendarPeriod#window window} has the instant}
     *
     * <p>That is the period of the local date; but where clocks were set back across midnight, the hour before it that
     * came a second time is of the new day, so that days have no holes.
     *
     * @param instant any instant of the years 1 to 9999
     * @param zone the zone whose calendar is meant
     */
    public CalendarPeriod of(Instant instant, ZoneId zone) {
        return new Memory(zone).of(instant.getEpochSecond());
    }

    /**
     * {@return the period of each instant; equal periods are one object}
     *
     * @param instants one instant per element; not modified
     * @param zone the zone whose calendar is meant
     */
    public CalendarPeriod[] of(Instant[] instants, ZoneId zone) {
        CalendarPeriod[] periods = new CalendarPeriod[instants.length];
        Memory memory = new Memory(zone);
        for (int i = 0; i < instants.length; i++) {
            periods[i] = memory.of(instants[i].getEpochSecond());
        }
        return periods;
    }

    /**
     * {@return the period of each instant; equal periods are one object}
     *
     * @param micros one instant per element, in microseconds since 1970-01-01T00:00Z; not modified
     * @param zone the zone whose calendar is meant
     */
    public CalendarPeriod[] of(long[] micros, ZoneId zone) {
        CalendarPeriod[] periods = new CalendarPeriod[micros.length];
        Memory memory = new Memory(zone);
        for (int i = 0; i < micros.length; i++) {
            periods[i] = memory.of(Math.floorDiv(micros[i], MICROS));
        }
        return periods;
    }

    /** The first day of the period of this kind that has the day. */
    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
        };
    }

    /** The first day of the period that is some periods later, negative for earlier. */
    LocalDate plus(LocalDate first, long periods) {
        return switch (this) {
            case DAY -> first.plusDays(periods);
            case WEEK -> first.plusWeeks(periods);
            case MONTH -> first.plusMonths(periods);
            case QUARTER -> first.plusMonths(Math.multiplyExact(3L, periods));
            case YEAR -> first.plusYears(periods);
        };
    }

    /** Finds periods for a column: neighbours are often of one period, and every period is made once. */
    private final class Memory {
        private final ZoneId zone;
        private final Map<LocalDate, CalendarPeriod> known = new HashMap<>();
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;
        private CalendarPeriod last = new CalendarPeriod(DAY, LocalDate.EPOCH);

        Memory(ZoneId zone) {
            this.zone = zone;
        }

        CalendarPeriod of(long epochSecond) {
            if (epochSecond < from || epochSecond >= to) {
                LocalDate first = firstDay(LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone));
                // a clock change within the period is inside these bounds, which are instants
                from = first.atStartOfDay(zone).toEpochSecond();
                to = plus(first, 1).atStartOfDay(zone).toEpochSecond();
                if (epochSecond >= to) {
                    // after the first midnight, before the second: Newfoundland's clocks went back at a minute past it
                    first = plus(first, 1);
                    from = to;
                    to = plus(first, 1).atStartOfDay(zone).toEpochSecond();
                }
                last = known.computeIfAbsent(first, day -> new CalendarPeriod(CalendarUnit.this, day));
            }
            return last;
        }
    }
}
