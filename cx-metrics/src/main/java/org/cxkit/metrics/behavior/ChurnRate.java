package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.Outcome;

/**
 * The probability that a customer leaves within one period, which carries the period, so that a monthly rate can never
 * be taken for an annual one.
 *
 * <p>Rates convert by who remains, {@code 1 - (1 - c)^k}, never by multiplication: 5 per cent a month are 46 per cent a
 * year, not 60. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. S. Fader, B. G. S. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1),
 * 2007, also for why a constant rate understates lifetimes: customers differ, and those who are left stay longer.
 *
 * @param value the probability, from 0 to 1
 * @param per the period
 */
public record ChurnRate(double value, RatePeriod per) implements Serializable {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public ChurnRate {
        Objects.requireNonNull(per, "per");
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a churn rate must be from 0 to 1, got " + value);
        }
        value += 0.0; // no negative zero
    }

    /** {@return the probability to stay for one period} */
    public double retention() {
        return 1 - value;
    }

    /**
     * {@return the equivalent rate of another period: {@code 1 - (1 - value)^k}, of k old periods to a new one}
     *
     * @param period the period to state it for
     */
    public ChurnRate per(RatePeriod period) {
        return period == per ? this : new ChurnRate(within(new TimeSpan(1, period)), period);
    }

    /**
     * {@return the probability to leave within a length of time, from 0 to 1}
     *
     * @param length the length of time
     */
    public double within(TimeSpan length) {
        double periods = length.in(per);
        return periods == 0 ? 0 : -Math.expm1(periods * Math.log1p(-value));
    }

    /**
     * {@return how many periods a customer stays on average, {@code 1 / value}, the one of leaving included; no data if
     * nobody leaves, for then it is infinite}
     *
     * <p>It holds where the rate is the same for all and for ever; where customers differ it is too short.
     */
    public Outcome<TimeSpan> expectedLifetime() {
        double periods = 1 / value;
        return Double.isInfinite(periods)
                ? Outcome.noData("nobody leaves, so the expected lifetime is infinite")
                : Outcome.of(new TimeSpan(periods, per));
    }

    /** {@return such as {@code 0.05 per month}} */
    @Override
    public String toString() {
        return value + " per " + per.name().toLowerCase(Locale.ROOT);
    }
}
