package org.cxkit.metrics.attribution;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.path.ChannelName;

/**
 * What one model credits to one channel.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel, or {@link ChannelName#UNATTRIBUTED}
 * @param conversions the credited conversions, a fraction where a path is shared
 * @param value the credited value in the major unit of the currency; 0 where the paths have no value
 */
public record ChannelCredit(String channel, double conversions, double value) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is not finite
     */
    public ChannelCredit {
        Objects.requireNonNull(channel, "channel");
        if (!Double.isFinite(conversions) || !Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "credit of " + channel + " must be finite, got " + conversions + " conversions and value " + value);
        }
    }
}
