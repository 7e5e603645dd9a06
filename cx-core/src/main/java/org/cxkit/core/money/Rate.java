package org.cxkit.core.money;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;

/**
 * A rate of interest or discount that carries its period and its compounding, so that an annual rate can never be
 * applied per week by mistake.
 *
 * <p>Lengths of time come with their unit too. With {@code t} the length in periods of the rate, the discount
 * factor is {@code (1 + value)^-t} for a discrete rate and {@code e^(-value * t)} for a continuous one. Immutable,
 * value-based and thread-safe.
 *
 * <p>Source: S. G. Kellison, The Theory of Interest, 3rd edition, 2009, chapter 1 (equivalent rates and the force
 * of interest).
 *
 * @param value the rate for one period as a fraction, 0.1 for ten per cent; above -1 for a discrete rate
 * @param per the period that the value is stated for
 * @param compounding how the rate grows over time
 */
public record Rate(double value, RatePeriod per, Compounding compounding) implements Serializable {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is not finite, or -1 or below for a discrete rate
     */
    public Rate {
        Objects.requireNonNull(per, "per");
        Objects.requireNonNull(compounding, "compounding");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("rate must be a finite number, got " + value);
        }
        if (compounding == Compounding.DISCRETE && value <= -1) {
            throw new IllegalArgumentException("a discrete rate must be above -1, got " + value);
        }
        value += 0.0; // no negative zero
    }

    /**
     * {@return a rate that compounds at the end of each period}
     *
     * @param value the rate as a fraction, above -1
     * @param per the period that the value is stated for
     * @throws IllegalArgumentException if the value is not finite, or -1 or below
     */
    public static Rate discrete(double value, RatePeriod per) {
        return new Rate(value, per, Compounding.DISCRETE);
    }

    /**
     * {@return a rate that compounds at every moment, also called a force of interest}
     *
     * @param value the rate as a fraction
     * @param per the period that the value is stated for
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Rate continuous(double value, RatePeriod per) {
        return new Rate(value, per, Compounding.CONTINUOUS);
    }

    /**
     * {@return the equivalent rate stated for another period: the same discount over any length of time}
     *
     * @param period the period to state it for
     * @throws IllegalArgumentException if a discrete rate becomes too large for a double, or -1 by rounding
     */
    public Rate per(RatePeriod period) {
        if (period == per) {
            return this;
        }
        double periods = period.days() / per.days();
        return compounding == Compounding.DISCRETE
                ? discrete(Math.expm1(Math.log1p(value) * periods), period)
                : continuous(value * periods, period);
    }

    /**
     * {@return the equivalent rate with another compounding: the same discount over any length of time}
     *
     * @param other the compounding to state it with
     * @throws IllegalArgumentException if a discrete rate becomes too large for a double, or -1 by rounding
     */
    public Rate as(Compounding other) {
        if (other == compounding) {
            return this;
        }
        return other == Compounding.CONTINUOUS ? continuous(Math.log1p(value), per) : discrete(Math.expm1(value), per);
    }

    /**
     * {@return what one unit of money at the end of a length of time is worth now, above 0; 0 or infinite only where that is too small or
     * too large for a double}
     *
     * @param length the length of time, 0 for now
     * @param unit the unit that the length is given in
     * @throws IllegalArgumentException if the length is negative or not finite
     */
    public double discountFactor(double length, RatePeriod unit) {
        if (!(length >= 0) || Double.isInfinite(length)) {
            throw new IllegalArgumentException("length of time must be finite and not negative, got " + length);
        }
        double periods = length * unit.days() / per.days();
        double force = compounding == Compounding.DISCRETE ? Math.log1p(value) : value;
        return Math.exp(-force * periods);
    }

    /** {@return such as {@code 0.1 per year (discrete)}} */
    @Override
    public String toString() {
        return value + " per " + per.name().toLowerCase(Locale.ROOT) + " ("
                + compounding.name().toLowerCase(Locale.ROOT) + ")";
    }
}
