package org.cxkit.metrics.subscription;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.persona.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * One span of time in which somebody is a customer by contract: from an instant, included, to a later one, excluded.
 *
 * <p>Several spans of one customer may overlap or follow each other: while one lasts, he or she is a customer.
 * Immutable, value-based and thread-safe.
 *
 * @param customer who
 * @param from the first instant
 * @param to the instant at which it has ended, after the first; null while it lasts
 */
public record Contract(
        CustomerId customer, Instant from, @Nullable Instant to) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Contract {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(from, "from");
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("a contract must end after its start, got " + from + " to " + to);
        }
    }

    /** The end, or later than any time. */
    Instant end() {
        return to == null ? Instant.MAX : to;
    }
}
