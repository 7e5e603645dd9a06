package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;

/**
 * What a customer paid on a day.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param customer who bought
 * @param date the day, in the zone of the seller
 * @param amount what was paid: zero for a gift, below zero for money given back
 */
public record Purchase(CustomerId customer, LocalDate date, Money amount) implements Serializable {

    /** Checks that all is there. */
    public Purchase {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(amount, "amount");
    }
}
