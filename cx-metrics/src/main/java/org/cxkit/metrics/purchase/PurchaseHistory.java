package org.cxkit.metrics.purchase;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;

/**
 * How often, how recently and for how long one customer has bought: all that a model of buying needs to know.
 *
 * <p>The literature calls the three x, t_x and T. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, K. L. Lee, "'Counting Your Customers' the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24(2), 2005.
 *
 * @param frequency repeat purchases, the first one not counted; not negative
 * @param recency the time from the first purchase to the last, 0 without a repeat purchase and above 0 with one
 * @param age the time from the first purchase to the end of the observation, not below the recency
 * @param unit the unit of recency and age
 */
public record PurchaseHistory(int frequency, double recency, double age, RatePeriod unit) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the frequency is negative, a time is negative or not finite, the recency is
     *     beyond the age, or frequency and recency contradict each other
     */
    public PurchaseHistory {
        Objects.requireNonNull(unit, "unit");
        String wrong = wrong(frequency, recency, age);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
        recency += 0.0; // no negative zero
        age += 0.0;
    }

    /** {@return what is wrong with these numbers, nothing where they are right} */
    static String wrong(int frequency, double recency, double age) {
        if (frequency < 0) {
            return "frequency must not be negative, got " + frequency;
        }
        if (!(recency >= 0 && recency <= age && age < Double.POSITIVE_INFINITY)) {
            return "recency and age must be finite with 0 <= recency <= age, got recency " + recency + " and age "
                    + age;
        }
        if ((frequency == 0) != (recency == 0)) {
            return "recency must be above 0 with a repeat purchase and 0 without one, got frequency " + frequency
                    + " and recency " + recency;
        }
        return "";
    }

    /**
     * {@return the same history told in another unit; the history itself in its own}
     *
     * @param other the unit wanted
     */
    public PurchaseHistory in(RatePeriod other) {
        double factor = unit.days() / other.days();
        return other == unit
                ? this
                : new PurchaseHistory(frequency, Math.min(recency * factor, age * factor), age * factor, other);
    }

    /** {@return such as {@code 2 repeat purchases, the last 30.43 of 38.86 weeks after the first}} */
    @Override
    public String toString() {
        String units = unit.name().toLowerCase(Locale.ROOT) + "s";
        return frequency == 0
                ? String.format(Locale.ROOT, "no repeat purchase in %.2f %s", age, units)
                : String.format(
                        Locale.ROOT,
                        "%d repeat %s, the last %.2f of %.2f %s after the first",
                        frequency,
                        frequency == 1 ? "purchase" : "purchases",
                        recency,
                        age,
                        units);
    }
}
