package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.util.Objects;

/**
 * The scores of a customer for recency, frequency and spend, each from 1, the worst, upwards.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is such as {@code 5-4-5}.
 *
 * @param customer the customer
 * @param recency high for who bought lately
 * @param frequency high for who bought often
 * @param monetary high for who spent much
 */
public record RfmScore(RfmCustomer customer, int recency, int frequency, int monetary) implements Serializable {

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public RfmScore {
        Objects.requireNonNull(customer, "customer");
        if (recency < 1 || frequency < 1 || monetary < 1) {
            throw new IllegalArgumentException(
                    "scores must be at least 1, got " + recency + "-" + frequency + "-" + monetary);
        }
    }

    @Override
    public String toString() {
        return recency + "-" + frequency + "-" + monetary;
    }
}
