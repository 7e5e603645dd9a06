package org.cxkit.metrics.markov;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Sentence;

/**
 * What would be lost without a channel, or a sequence of channels: {@code 1 - P(conversion without it) /
 * P(conversion)}. Where it led nowhere, which is {@link ChannelRemoval#TO_NULL}, that is the probability that a journey
 * of the chain that converts comes by it, from 0 to 1; otherwise it may be negative, as more may convert without it.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param removed the channel, or the channels touched one right after the other
 * @param conversions the share of the conversions that would be lost, at most 1
 * @param value the share of the value that would be lost, at most 1; no data where no conversion has a value
 */
public record RemovalEffect(List<String> removed, double conversions, Outcome<Double> value) implements Serializable {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a share is above 1, but for roundings, or no number
     */
    public RemovalEffect {
        removed = List.copyOf(removed);
        Objects.requireNonNull(value, "value");
        requireShare(conversions);
        value.toOptional().ifPresent(RemovalEffect::requireShare);
    }

    private static void requireShare(double share) {
        if (!(Double.isFinite(share) && share < 1 + 1e-9)) { // roundings
            throw new IllegalArgumentException("a removal effect must be at most 1, got " + share);
        }
    }

    /** {@return such as {@code Search > Email: 25.0 % of the conversions, 30.0 % of the value}} */
    @Override
    public String toString() {
        return String.join(" > ", removed) + ": "
                + Sentence.number(100 * conversions, 1) + " % of the conversions"
                + value.toOptional()
                        .map(share -> ", " + Sentence.number(100 * share, 1) + " % of the value")
                        .orElse("");
    }
}
