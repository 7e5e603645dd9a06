package org.cxkit.metrics.channel;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The funnel of one channel: sessions, contacts, qualified people, sales.
 *
 * <p>Sessions are those of the channel itself; the stages are those of the people whom the channel is credited with.
 * Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel
 * @param sessions sessions in the range
 * @param contacts people who became contacts; each counts once, when first known
 * @param qualified people found to be likely buyers; each counts once, when first found
 * @param sales sales; several of one person count each
 * @param revenue what the sales brought; null where no sale at all has a value
 */
public record ChannelCounts(
        String channel,
        long sessions,
        long contacts,
        long qualified,
        long sales,
        @Nullable Money revenue) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public ChannelCounts {
        Objects.requireNonNull(channel, "channel");
        if (sessions < 0 || contacts < 0 || qualified < 0 || sales < 0) {
            throw new IllegalArgumentException("counts of " + channel + " must not be negative: sessions=" + sessions
                    + ", contacts=" + contacts + ", qualified=" + qualified + ", sales=" + sales);
        }
    }

    /** {@return contacts per session} */
    public StepRate contactRate() {
        return new StepRate(contacts, sessions);
    }

    /** {@return qualified people per contact} */
    public StepRate qualifiedRate() {
        return new StepRate(qualified, contacts);
    }

    /** {@return sales per qualified person} */
    public StepRate salesRate() {
        return new StepRate(sales, qualified);
    }

    /** {@return sales per session, the whole way} */
    public StepRate overallRate() {
        return new StepRate(sales, sessions);
    }

    ChannelCounts plus(ChannelCounts other) {
        Money sum = revenue == null || other.revenue == null
                ? (revenue == null ? other.revenue : revenue)
                : revenue.plus(other.revenue);
        return new ChannelCounts(
                channel,
                Math.addExact(sessions, other.sessions),
                Math.addExact(contacts, other.contacts),
                Math.addExact(qualified, other.qualified),
                Math.addExact(sales, other.sales),
                sum);
    }
}
