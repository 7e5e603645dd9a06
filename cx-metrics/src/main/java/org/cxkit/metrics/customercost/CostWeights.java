package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What the caller holds each kind of cost to be worth in money, so that a customer's cost becomes one amount.
 *
 * <p>The amount is {@code money + hours * hour + effort * effortUnit + psychic * psychicUnit}, over access and use. A kind
 * without a weight does not count; one that counts and is missing leaves no amount. There are no weights by default.
 * Immutable, value-based and thread-safe.
 *
 * @param hour the value of an hour of the customer's time, or null if time does not count
 * @param effortUnit the value of one unit of what stands for effort, or null if effort does not count
 * @param psychicUnit the value of one unit of what stands for the psychic cost, or null if it does not count
 */
public record CostWeights(
        @Nullable Money hour,
        @Nullable Money effortUnit,
        @Nullable Money psychicUnit) implements Serializable {

    private static final int DECIMALS = 20;
    private static final BigDecimal NANOS_AN_HOUR = BigDecimal.valueOf(3600_000_000_000L);

    /**
     * Checks the signs.
     *
     * @throws IllegalArgumentException if a weight is negative
     */
    public CostWeights {
        requireNotNegative("an hour", hour);
        requireNotNegative("a unit of effort", effortUnit);
        requireNotNegative("a unit of psychic cost", psychicUnit);
    }

    /**
     * {@return weights by which time alone counts beside money}
     *
     * @param hour the value of an hour of the customer's time, not negative
     * @throws IllegalArgumentException if it is negative
     */
    public static CostWeights ofTime(Money hour) {
        return new CostWeights(hour, null, null);
    }

    /**
     * {@return the cost in money, to 20 decimals; no data where a kind that counts is missing}
     *
     * @param cost what a customer gives
     * @throws IllegalArgumentException if money and weights are in different currencies
     */
    public Outcome<Money> combine(CustomerCost cost) {
        Outcome<Money> access = combine("access", cost.access());
        Outcome<Money> use = combine("use", cost.use());
        return access instanceof Outcome.Value<Money> first ? use.map(first.value()::plus) : access;
    }

    private Outcome<Money> combine(String part, CostPart cost) {
        if (cost.items().isEmpty()) {
            return missing("money", part);
        }
        Money sum = cost.money().toOptional().orElseThrow();
        if (hour != null) {
            Duration time = cost.time();
            if (time == null) {
                return missing("time", part);
            }
            sum = sum.plus(hour.times(hours(time)));
        }
        if (effortUnit != null) {
            Proxy effort = cost.effort();
            if (effort == null) {
                return missing("effort", part);
            }
            sum = sum.plus(effortUnit.times(BigDecimal.valueOf(effort.value())));
        }
        if (psychicUnit != null) {
            Proxy psychic = cost.psychic();
            if (psychic == null) {
                return missing("psychic cost", part);
            }
            sum = sum.plus(psychicUnit.times(BigDecimal.valueOf(psychic.value())));
        }
        return Outcome.of(sum);
    }

    private static BigDecimal hours(Duration time) {
        BigDecimal nanos = BigDecimal.valueOf(time.getSeconds(), -9).add(BigDecimal.valueOf(time.getNano()));
        return nanos.divide(NANOS_AN_HOUR, MathContext.DECIMAL128).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Outcome<Money> missing(String kind, String part) {
        return Outcome.noData(kind + " of " + part + " missing");
    }

    private static void requireNotNegative(String what, @Nullable Money weight) {
        if (weight != null && weight.signum() < 0) {
            throw new IllegalArgumentException("the value of " + what + " must not be negative, got " + weight);
        }
    }
}
