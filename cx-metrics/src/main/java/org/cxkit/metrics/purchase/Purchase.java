package org.cxkit.metrics.purchase;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;

/**
 * One purchase of one customer.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param customer who bought
 * @param at when
 * @param amount what was paid; negative for a refund
 */
public record Purchase(CustomerId customer, Instant at, Money amount) implements Serializable {

    /** Checks that all is there. */
    public Purchase {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(amount, "amount");
    }
}
