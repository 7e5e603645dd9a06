package org.cxkit.metrics.attribution;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How sure the credit of one model is.
 *
 * <p>Part of {@link AttributionIntervals}. Immutable, value-based and thread-safe.
 *
 * @param model the name of the model
 * @param channels one row for each row of the model's credit, in its order
 */
public record ModelIntervals(String model, List<CreditInterval> channels) implements Serializable {

    /** Copies the list. */
    public ModelIntervals {
        Objects.requireNonNull(model, "model");
        channels = List.copyOf(channels);
    }

    /**
     * {@return the row of this channel, if there is one}
     *
     * @param channel the name of a channel
     */
    public Optional<CreditInterval> channel(String channel) {
        return channels.stream().filter(row -> row.channel().equals(channel)).findFirst();
    }
}
