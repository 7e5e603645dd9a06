package org.cxkit.core.money;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A length of time that carries its unit, so that 39 weeks can never be taken for 39 days.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param length how many units, finite and not negative; 0 for no time at all
 * @param unit the unit
 */
public record TimeSpan(double length, RatePeriod unit) implements Serializable {

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public TimeSpan {
        Objects.requireNonNull(unit, "unit");
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("length of time must be finite and not negative, got " + length);
        }
        length += 0.0; // no negative zero
    }

    /**
     * {@return so many days of 24 hours}
     *
     * @param length how many
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public static TimeSpan days(double length) {
        return new TimeSpan(length, RatePeriod.DAY);
    }

    /**
     * {@return so many weeks}
     *
     * @param length how many
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public static TimeSpan weeks(double length) {
        return new TimeSpan(length, RatePeriod.WEEK);
    }

    /**
     * {@return so many months of 30.4375 days}
     *
     * @param length how many
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public static TimeSpan months(double length) {
        return new TimeSpan(length, RatePeriod.MONTH);
    }

    /**
     * {@return so many years of 365.25 days}
     *
     * @param length how many
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public static TimeSpan years(double length) {
        return new TimeSpan(length, RatePeriod.YEAR);
    }

    /**
     * {@return the length in another unit; the length itself in its own}
     *
     * @param other the unit wanted
     */
    public double in(RatePeriod other) {
        return other == unit ? length : length * unit.days() / other.days();
    }

    /** {@return such as {@code 39 weeks} or {@code 1.5 years}} */
    @Override
    public String toString() {
        String number =
                length == Math.rint(length) && length < 1e15 ? Long.toString((long) length) : Double.toString(length);
        return number + " " + unit.name().toLowerCase(Locale.ROOT) + (length == 1 ? "" : "s");
    }
}
