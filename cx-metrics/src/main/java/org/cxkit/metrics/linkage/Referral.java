package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.persona.CustomerId;

/**
 * That a customer recommended the company to somebody.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param by who recommended
 * @param incentivised whether that was rewarded, by a discount or a bonus
 */
public record Referral(CustomerId by, boolean incentivised) implements Serializable {

    /** Checks that it is known who. */
    public Referral {
        Objects.requireNonNull(by, "by");
    }
}
