package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.CompanyCosts;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied a customer is, and what is known of what he or she then did and cost.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param rating the answer to a question on satisfaction
 * @param churned whether the customer left; null if unknown
 * @param converted whether the customer bought again or did what was wanted; null if unknown
 * @param costs what the customer costs the company, each cost known or missing
 */
public record RatedCustomer(
        int rating, @Nullable Boolean churned, @Nullable Boolean converted, CompanyCosts costs)
        implements Serializable {

    /** Checks that the costs are there. */
    public RatedCustomer {
        Objects.requireNonNull(costs, "costs");
    }
}
