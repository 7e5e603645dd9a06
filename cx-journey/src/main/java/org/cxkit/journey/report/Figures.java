package org.cxkit.journey.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;

/** How numbers are written in a report: the same in HTML and in text, in any locale of the machine. */
final class Figures {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;

    private Figures() {}

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String decimal(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // what rounds to nothing has no sign
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    static String percent(double share) {
        return decimal(100 * share, 1) + " %";
    }

    static String money(Money money) {
        Money rounded = money.rounded();
        int decimals = Math.max(0, rounded.amount().scale());
        return String.format(Locale.ROOT, "%,." + decimals + "f %s", rounded.amount(), rounded.currency());
    }

    /** Such as {@code 45 s}, {@code 12 min}, {@code 4 h 05 min}, {@code 3.2 days}. */
    static String duration(Duration duration) {
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
        return decimal((double) seconds / DAY, 1) + " days";
    }

    /** Such as {@code 2024-12-31}, the day in UTC. */
    static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String score(Interval interval, RatingMetric metric) {
        return decimal(interval.estimate(), 1) + (metric.unit().isEmpty() ? "" : " " + metric.unit());
    }

    static String limits(Interval interval) {
        return decimal(interval.low(), 1) + " to " + decimal(interval.high(), 1);
    }

    /** What the function makes of the value, or the reason why there is none. */
    static <T> String or(Outcome<T> outcome, Function<T, String> words) {
        return outcome.map(words).toOptional().orElseGet(outcome::toString);
    }
}
