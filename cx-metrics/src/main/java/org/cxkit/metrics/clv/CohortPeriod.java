package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;

/**
 * One period in the life of a cohort.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param customers how many customers of the cohort there were, not negative
 * @param margin what they brought together in this period; it may be negative
 */
public record CohortPeriod(long customers, Money margin) implements Serializable {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public CohortPeriod {
        Objects.requireNonNull(margin, "margin");
        if (customers < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + customers);
        }
    }
}
