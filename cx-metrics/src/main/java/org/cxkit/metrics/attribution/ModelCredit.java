package org.cxkit.metrics.attribution;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one model credits to each channel.
 *
 * <p>The rows add up to the conversions and the value of all paths, but for roundings of doubles; those of {@link
 * AttributionModel#PARTICIPATION} overlap. Immutable, value-based and thread-safe.
 *
 * @param model the name of the model
 * @param channels one row for each channel of the paths by name, channels without credit too; last the row of what is
 *     unattributed, if anything is by any of the models told together
 */
public record ModelCredit(String model, List<ChannelCredit> channels) implements Serializable {

    /** Copies the list. */
    public ModelCredit {
        Objects.requireNonNull(model, "model");
        channels = List.copyOf(channels);
    }

    /**
     * {@return the row of this channel, if there is one}
     *
     * @param channel the name of a channel
     */
    public Optional<ChannelCredit> channel(String channel) {
        return channels.stream().filter(row -> row.channel().equals(channel)).findFirst();
    }
}
