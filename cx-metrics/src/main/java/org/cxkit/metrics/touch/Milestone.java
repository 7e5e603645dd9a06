package org.cxkit.metrics.touch;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A person reached a stage on the way to a purchase.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param at when
 * @param kind which stage
 * @param value what it brought; null where it has no value
 */
public record Milestone(Instant at, Kind kind, @Nullable Money value) implements Serializable {

    /** The stages in their order. */
    public enum Kind {
        /** The person became known: left an address, wrote, called. */
        CONTACT,
        /** The person was found to be a likely buyer. */
        QUALIFIED,
        /** The person bought, or did what else counts as success. */
        CONVERSION
    }

    /** Checks that time and stage are there. */
    public Milestone {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
    }
}
