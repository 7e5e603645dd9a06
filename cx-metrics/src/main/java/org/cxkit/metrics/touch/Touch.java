package org.cxkit.metrics.touch;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * A person met a channel: a session, an opened e-mail, a visit to a store.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param at when
 * @param channel the name of the channel
 */
public record Touch(Instant at, String channel) implements Serializable {

    /** Checks that both are there. */
    public Touch {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(channel, "channel");
    }
}
