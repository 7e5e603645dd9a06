package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;

/**
 * One channel before and after its spend changes, as a {@link SpendScenario} assumes.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param before what the channel returns now
 * @param after what it would return; the value is rounded to the minor unit of the currency
 * @param elasticity by how many per cent the value is assumed to grow for each per cent of spend, above 0 and at most 1
 */
public record SpendChange(ChannelReturn before, ChannelReturn after, double elasticity) implements Serializable {

    /**
     * Checks the elasticity.
     *
     * @throws IllegalArgumentException if it is not above 0 and at most 1, or the channels differ
     */
    public SpendChange {
        Objects.requireNonNull(before, "before");
        if (!before.channel().equals(after.channel())) {
            throw new IllegalArgumentException(
                    "one channel wanted, got " + before.channel() + " and " + after.channel());
        }
        requireElasticity(before.channel(), elasticity);
    }

    static void requireElasticity(String channel, double elasticity) {
        if (!(elasticity > 0 && elasticity <= 1)) {
            throw new IllegalArgumentException(
                    "elasticity of " + channel + " must be above 0 and at most 1, got " + elasticity);
        }
    }

    /** {@return the name of the channel} */
    public String channel() {
        return before.channel();
    }

    /** {@return the value after, less the value before} */
    public Money valueGained() {
        return after.value().minus(before.value());
    }

    /** {@return the spend after, less the spend before} */
    public Money spendAdded() {
        return after.cost().minus(before.cost());
    }

    /**
     * {@return how much value one more unit of spend brings at the present spend, the marginal return on advertising
     * spend: {@code elasticity * value / cost}; no data where the cost is 0}
     *
     * <p>More spend pays for itself as long as this is above 1.
     */
    public Outcome<Double> sensitivity() {
        return before.roas().map(roas -> elasticity * roas);
    }
}
