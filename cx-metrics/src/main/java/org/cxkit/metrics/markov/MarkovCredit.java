package org.cxkit.metrics.markov;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;

/**
 * What the chain credits to one channel: its removal effect over the sum of all, times the total.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param channel the name of the channel
 * @param conversions the credited conversions, not negative
 * @param value the credited value in the major unit of the currency; no data where no conversion has a value
 */
public record MarkovCredit(String channel, double conversions, Outcome<Double> value) implements Serializable {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public MarkovCredit {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(value, "value");
        if (!(conversions >= 0 && Double.isFinite(conversions))) {
            throw new IllegalArgumentException("credit of " + channel + " must be at least 0, got " + conversions);
        }
    }
}
