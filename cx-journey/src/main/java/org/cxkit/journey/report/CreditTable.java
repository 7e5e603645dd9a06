package org.cxkit.journey.report;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionIntervals;
import org.jspecify.annotations.Nullable;

/**
 * What attribution models credit to channels or to touchpoints, and how sure that is.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param title what is attributed to what, such as {@code Purchases by touchpoint}
 * @param basis which touches lead to a conversion, as a sentence, or empty if that is not known
 * @param credit the credits of each model with their intervals
 * @param chain how journeys go from channel to channel, or null
 */
public record CreditTable(
        String title,
        String basis,
        AttributionIntervals credit,
        @Nullable ChainTable chain) implements Serializable {

    /** Checks that there are credits. */
    public CreditTable {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(credit, "credit");
    }

    /** {@return the credits of each model} */
    public Attribution attribution() {
        return credit.attribution();
    }
}
