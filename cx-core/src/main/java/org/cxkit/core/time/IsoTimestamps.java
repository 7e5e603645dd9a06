package org.cxkit.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Objects;

/**
 * Reads ISO-8601 dates and date-times into microseconds since 1970-01-01T00:00Z, by arithmetic and without garbage.
 *
 * <p>Accepted: {@code 2024-03-11}, or that with a {@code T} or one space and {@code 10:21}, {@code 10:21:14} or
 * {@code 10:21:14.5} (a point or a comma, one to nine digits), and after a time optionally {@code Z}, {@code +01},
 * {@code +01:00}, {@code +0100} or {@code +01:00:30}. Years are 0000 to 9999.
 *
 * <ul>
 *   <li>A time without an offset is a time in the zone given here. As in {@code java.time}, a time that a clock
 *       change skips is moved forward by the length of the gap, and of two times with one name the earlier is meant.
 *   <li>A date alone is the start of that day in the zone given here.
 *   <li>Digits beyond the microsecond are cut off; this never changes which of two instants is the earlier, but may
 *       make them equal.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class IsoTimestamps {
    private static final int MICROS = 1_000_000;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int EPOCH_DAYS = 719_528;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};

    private final ZoneId zone;
    private final ZoneRules rules;
    private final boolean fixed;
    private final int fixedOffset;

    private IsoTimestamps(ZoneId zone) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.rules = zone.getRules();
        this.fixed = rules.isFixedOffset();
        this.fixedOffset = fixed ? rules.getOffset(Instant.EPOCH).getTotalSeconds() : 0;
    }

    /**
     * {@return a reader for which times without an offset, and dates, are those of this zone}
     *
     * @param zone the zone meant where the text names no offset
     */
    public static IsoTimestamps in(ZoneId zone) {
        return new IsoTimestamps(zone);
    }

    /** {@return the zone meant where the text names no offset} */
    public ZoneId zone() {
        return zone;
    }

    /**
     * {@return the instant, exact to the microsecond}
     *
     * @param text a date or date-time as described above, nothing before or after it
     * @throws IllegalArgumentException if the text is anything else; the message quotes it
     */
    public Instant instant(CharSequence text) {
        return EpochMicros.toInstant(micros(text));
    }

    /**
     * {@return the instant in microseconds since 1970-01-01T00:00Z}
     *
     * @param text a date or date-time as described above, nothing before or after it
     * @throws IllegalArgumentException if the text is anything else; the message quotes it
     */
    public long micros(CharSequence text) {
        int length = text.length();
        if (length < 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            throw unreadable(text);
        }
        int year = number(text, 0, 2) * 100 + number(text, 2, 2);
        long day = epochDay(text, year, number(text, 5, 2), number(text, 8, 2));
        if (length == 10) {
            return startOfDay(day) * MICROS;
        }
        char separator = text.charAt(10);
        if (length < 16 || (separator != 'T' && separator != ' ' && separator != 't') || text.charAt(13) != ':') {
            throw unreadable(text);
        }
        int secondOfDay = limited(text, 11, 23) * 3600 + limited(text, 14, 59) * 60;
        int at = 16;
        int fraction = 0;
        if (at < length && text.charAt(at) == ':') {
            secondOfDay += limited(text, at + 1, 59);
            at += 3;
            if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int end = endOfDigits(text, at + 1);
                fraction = fraction(text, at + 1, end);
                at = end;
            }
        }
        long local = day * SECONDS_PER_DAY + secondOfDay;
        long second = at == length ? inZone(local) : local - offset(text, at);
        return second * MICROS + fraction;
    }

    private long startOfDay(long day) {
        return fixed
                ? day * SECONDS_PER_DAY - fixedOffset
                : LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
    }

    private long inZone(long local) {
        return fixed
                ? local - fixedOffset
                : LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC)
                        .atZone(zone)
                        .toEpochSecond();
    }

    private static long epochDay(CharSequence text, int year, int month, int day) {
        if (month < 1 || month > 12) {
            throw unreadable(text);
        }
        boolean leap = (year & 3) == 0 && (year % 100 != 0 || year % 400 == 0);
        int length = month == 2 ? (leap ? 29 : 28) : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        if (day < 1 || day > length) {
            throw unreadable(text);
        }
        // leap days of the years before this one; the year 0 is itself a leap year
        int leapDays = year == 0 ? 0 : (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1;
        return 365L * year
                + leapDays
                + DAYS_BEFORE_MONTH[month - 1]
                + (leap && month > 2 ? 1 : 0)
                + day
                - 1
                - EPOCH_DAYS;
    }

    /** Two digits that are not greater than a limit. */
    private static int limited(CharSequence text, int at, int limit) {
        int value = number(text, at, 2);
        if (value > limit) {
            throw unreadable(text);
        }
        return value;
    }

    private static int number(CharSequence text, int at, int digits) {
        if (at + digits > text.length()) {
            throw unreadable(text);
        }
        int value = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw unreadable(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static int endOfDigits(CharSequence text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == from || end - from > 9) {
            throw unreadable(text);
        }
        return end;
    }

    private static int fraction(CharSequence text, int from, int end) {
        int micros = 0;
        for (int i = from; i < from + 6; i++) {
            micros = micros * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return micros;
    }

    /** The seconds of Z, +hh, +hhmm, +hh:mm or +hh:mm:ss from a position to the end. */
    private static int offset(CharSequence text, int at) {
        int length = text.length() - at;
        char sign = text.charAt(at);
        if ((sign == 'Z' || sign == 'z') && length == 1) {
            return 0;
        }
        boolean colons = length > 3 && text.charAt(at + 3) == ':';
        if ((sign != '+' && sign != '-') || (length != 3 && length != (colons ? 6 : 5) && !(colons && length == 9))) {
            throw unreadable(text);
        }
        int seconds = limited(text, at + 1, 18) * 3600;
        if (length > 3) {
            seconds += limited(text, at + (colons ? 4 : 3), 59) * 60;
        }
        if (length == 9) {
            if (text.charAt(at + 6) != ':') {
                throw unreadable(text);
            }
            seconds += limited(text, at + 7, 59);
        }
        if (seconds > 18 * 3600) {
            throw unreadable(text);
        }
        return sign == '-' ? -seconds : seconds;
    }

    private static IllegalArgumentException unreadable(CharSequence text) {
        return new IllegalArgumentException(
                "wanted an ISO-8601 date or date-time such as 2024-03-11 or 2024-03-11T10:21:14.5+01:00, got \"" + text
                        + "\"");
    }
}
