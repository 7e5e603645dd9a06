package org.cxkit.core.time;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One day, ISO week, month, quarter or year of the calendar; with a zone it is a span of time.
 *
 * <p>Ordered by first day, then by unit from short to long. Immutable, value-based and thread-safe.
 * {@code toString} is the bare period: {@code 2024-03-11}, {@code 2024-W11}, {@code 2024-03}, {@code 2024-Q1} or
 * {@code 2024}.
 *
 * @param unit the kind of period
 * @param first its first day, in the years 1 to 9999
 */
public record CalendarPeriod(CalendarUnit unit, LocalDate first) implements Comparable<CalendarPeriod>, Serializable {
    private static final Comparator<CalendarPeriod> ORDER =
            Comparator.comparing(CalendarPeriod::first).thenComparing(CalendarPeriod::unit);
    private static final Pattern TEXT =
            Pattern.compile("(\\d{4})(?:-(?:W(\\d{2})|Q([1-4])|(\\d{2})(?:-(\\d{2}))?))?", Pattern.CASE_INSENSITIVE);

    /**
     * Checks the first day.
     *
     * @throws IllegalArgumentException if no period of this unit starts on that day, or the year is not 1 to 9999
     */
    public CalendarPeriod {
        Objects.requireNonNull(unit, "unit");
        if (first.getYear() < 1 || first.getYear() > 9999) {
            throw new IllegalArgumentException("a period must be in the years 1 to 9999, got " + first);
        }
        LocalDate start = unit.firstDay(first);
        if (!start.equals(first)) {
            throw new IllegalArgumentException("the first day of that "
                    + unit.name().toLowerCase(Locale.ROOT) + " is " + start + ", got " + first);
        }
    }

    /**
     * {@return the period that {@code toString} writes like this}
     *
     * @param text such as {@code 2024-03-11}, {@code 2024-W11}, {@code 2024-03}, {@code 2024-Q1} or {@code 2024}
     * @throws IllegalArgumentException if the text is anything else
     */
    public static CalendarPeriod parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (parts.matches()) {
            try {
                CalendarPeriod period = parse(parts);
                // a year of 52 weeks would read its week 53 as the first week of the next year
                if (period.toString().equalsIgnoreCase(text)) {
                    return period;
                }
            } catch (DateTimeException e) {
                throw unreadable(text, e);
            }
        }
        throw unreadable(text, null);
    }

    private static CalendarPeriod parse(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            // January 4 is always in week 1
            LocalDate inFirstWeek = LocalDate.of(year, 1, 4);
            return CalendarUnit.WEEK.of(
                    inFirstWeek.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(parts.group(2))));
        }
        if (parts.group(3) != null) {
            return CalendarUnit.QUARTER.of(LocalDate.of(year, Integer.parseInt(parts.group(3)) * 3, 1));
        }
        if (parts.group(4) == null) {
            return CalendarUnit.YEAR.of(LocalDate.of(year, 1, 1));
        }
        int month = Integer.parseInt(parts.group(4));
        return parts.group(5) == null
                ? CalendarUnit.MONTH.of(LocalDate.of(year, month, 1))
                : CalendarUnit.DAY.of(LocalDate.of(year, month, Integer.parseInt(parts.group(5))));
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "wanted a period such as 2024-03-11, 2024-W11, 2024-03, 2024-Q1 or 2024, got \"" + text + "\"", cause);
    }

    /** {@return the period after this one} */
    public CalendarPeriod next() {
        return plus(1);
    }

    /**
     * {@return the period that is some periods later}
     *
     * @param periods how many; negative for earlier ones
     * @throws IllegalArgumentException if that is not in the years 1 to 9999
     */
    public CalendarPeriod plus(long periods) {
        return new CalendarPeriod(unit, unit.plus(first, periods));
    }

    /**
     * {@return how many periods later the other one is: 0 for the same, 1 for the next, negative for earlier}
     *
     * @param other a period of the same unit
     * @throws IllegalArgumentException if the units differ
     */
    public long until(CalendarPeriod other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("wanted a " + unit + ", got the " + other.unit + " " + other);
        }
        return switch (unit) {
            case DAY -> ChronoUnit.DAYS.between(first, other.first);
            case WEEK -> ChronoUnit.WEEKS.between(first, other.first);
            case MONTH -> ChronoUnit.MONTHS.between(first, other.first);
            case QUARTER -> ChronoUnit.MONTHS.between(first, other.first) / 3;
            case YEAR -> ChronoUnit.YEARS.between(first, other.first);
        };
    }

    /**
     * {@return the span of time of this period: from its first midnight to the midnight after it}
     *
     * @param zone the zone whose midnights are meant
     */
    public TimeWindow window(ZoneId zone) {
        return new TimeWindow(
                first.atStartOfDay(zone).toInstant(),
                unit.plus(first, 1).atStartOfDay(zone).toInstant());
    }

    @Override
    public int compareTo(CalendarPeriod other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return switch (unit) {
            case DAY -> first.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        first.get(IsoFields.WEEK_BASED_YEAR),
                        first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", first.getYear(), first.getMonthValue());
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", first.getYear(), first.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", first.getYear());
        };
    }
}
