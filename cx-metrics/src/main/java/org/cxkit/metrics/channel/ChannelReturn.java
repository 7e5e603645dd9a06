package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.ChannelCredit;
import org.cxkit.metrics.attribution.ModelCredit;

/**
 * What a channel returns on what it costs.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel
 * @param value the value attributed to it
 * @param cost what it costs, not negative, in the same currency
 */
public record ChannelReturn(String channel, Money value, Money cost) implements Serializable {

    /**
     * Checks the cost and the currencies.
     *
     * @throws IllegalArgumentException if the cost is negative, or the currencies differ
     */
    public ChannelReturn {
        Objects.requireNonNull(channel, "channel");
        if (!value.currency().equals(cost.currency())) {
            throw new IllegalArgumentException(
                    "value and cost of " + channel + " must be in one currency, got " + value + " and " + cost);
        }
        if (cost.signum() < 0) {
            throw new IllegalArgumentException("cost of " + channel + " must not be negative, got " + cost);
        }
    }

    /** {@return the return on advertising spend, {@code value / cost}; no data where the cost is 0} */
    public Outcome<Double> roas() {
        return cost.signum() == 0 ? Outcome.noData("the cost is 0") : Outcome.of(value.ratioTo(cost));
    }

    /** {@return the return on investment, {@code (value - cost) / cost}; no data where the cost is 0} */
    public Outcome<Double> roi() {
        return cost.signum() == 0
                ? Outcome.noData("the cost is 0")
                : Outcome.of(value.minus(cost).ratioTo(cost));
    }

    /**
     * {@return the cost per conversion in the major unit of the currency; no data where there is no conversion}
     *
     * @param conversions the conversions credited to the channel, not negative; a fraction where paths are shared
     * @throws IllegalArgumentException if the conversions are negative or not finite
     */
    public Outcome<Double> costPerConversion(double conversions) {
        if (!(conversions >= 0) || Double.isInfinite(conversions)) {
            throw new IllegalArgumentException("conversions must be finite and not negative, got " + conversions);
        }
        return conversions == 0
                ? Outcome.noData("no conversions")
                : Outcome.of(cost.amount().doubleValue() / conversions);
    }

    /**
     * {@return the cost per conversion that a model credits to the channel, in the major unit of the currency; no data
     * where it credits none}
     *
     * @param credit what the model credits to each channel
     * @throws IllegalArgumentException if the model credits a negative number to the channel
     */
    public Outcome<Double> costPerConversion(ModelCredit credit) {
        return costPerConversion(
                credit.channel(channel).map(ChannelCredit::conversions).orElse(0.0));
    }
}
