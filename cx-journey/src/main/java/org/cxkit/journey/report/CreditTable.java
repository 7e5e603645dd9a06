package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.attribution.Attribution;

/**
 * What attribution models credit to channels or to touchpoints.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param title what is attributed to what, such as {@code Purchases by touchpoint}
 * @param attribution the credits of each model
 */
public record CreditTable(String title, Attribution attribution) implements Serializable {

    /** Checks that there are credits. */
    public CreditTable {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(attribution, "attribution");
    }
}
