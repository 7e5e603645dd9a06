package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Channel;

/**
 * What a customer spent in a channel; nothing, for one that was used without buying.
 *
 * <p>Several of one customer and channel add up. Immutable, value-based and thread-safe.
 *
 * @param customer who
 * @param channel where; it says whether it is digital or physical
 * @param amount how much, zero where the channel was only used; negative for a refund
 */
public record ChannelSpend(CustomerId customer, Channel channel, Money amount) implements Serializable {

    /** Checks that all is there. */
    public ChannelSpend {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(amount, "amount");
    }
}
