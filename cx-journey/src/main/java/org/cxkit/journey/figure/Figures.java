package org.cxkit.journey.figure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import org.cxkit.core.money.Money;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

/** How numbers are written in a report: the same in HTML and in text, in any locale of the machine. */
public final class Figures {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Figures() {}

    /** {@return such as {@code 12,345}} */
    public static String count(long count) {
        return Numerals.count(count);
    }

    /** {@return a number that may be a fraction, such as {@code 12,345} or {@code 2.5}} */
    public static String amount(double amount) {
        return amount == Math.rint(amount) ? count((long) amount) : decimal(amount, 1);
    }

    /** {@return such as {@code 1 ticket} or {@code 12,345 tickets}} */
    public static String counted(double amount, String thing) {
        return amount(amount) + " " + thing + (amount == 1 ? "" : "s");
    }

    /** {@return such as {@code 1,234.5}; what rounds to nothing has no sign} */
    public static String decimal(double value, int decimals) {
        return Numerals.number(value, decimals);
    }

    /** {@return a share in per cent, such as {@code 12.3 %}} */
    public static String percent(double share) {
        return Numerals.percent(share);
    }

    /** {@return such as {@code 1,234.50 EUR}, with the decimals of the currency} */
    public static String money(Money money) {
        Money rounded = money.rounded();
        int decimals = Math.max(0, rounded.amount().scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", rounded.amount(), rounded.currency());
    }

    /** {@return such as {@code 45 s}, {@code 12 min}, {@code 4 h 05 min}, {@code 3.2 days}, {@code 30 days}} */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        if (seconds < 2 * HOUR) {
            return decimal((double) seconds / MINUTE, 0) + " min";
        }
        if (seconds < 2 * DAY) {
            return String.format(Locale.ROOT, "%d h %02d min", seconds / HOUR, seconds % HOUR / MINUTE);
        }
        return decimal((double) seconds / DAY, seconds % DAY == 0 ? 0 : 1) + " days";
    }

    /** {@return such as {@code 2024-12-31}, the day in UTC} */
    public static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** {@return the estimate with its unit, such as {@code 70.0 %}} */
    public static String score(Interval interval, String unit) {
        return decimal(interval.estimate(), 1) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** {@return such as {@code 39.7 to 89.2}} */
    public static String limits(Interval interval) {
        return limits(interval, 1);
    }

    /** {@return such as {@code 39.71 to 89.20}} */
    public static String limits(Interval interval, int decimals) {
        return decimal(interval.low(), decimals) + " to " + decimal(interval.high(), decimals);
    }

    /** {@return a parameter in four digits, such as {@code 0.2426} or {@code 4.414}} */
    public static String significant(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** {@return what the function makes of the value, or the reason why there is none} */
    public static <T> String or(Outcome<T> outcome, Function<T, String> words) {
        return outcome.map(words).toOptional().orElseGet(outcome::toString);
    }
}
