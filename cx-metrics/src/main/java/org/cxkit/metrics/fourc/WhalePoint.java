package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;

/**
 * A point of a whale curve.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param customers how many customers stand at or before the point, the most profitable first
 * @param cumulative the sum of their margins
 */
public record WhalePoint(long customers, Money cumulative) implements Serializable {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public WhalePoint {
        Objects.requireNonNull(cumulative, "cumulative");
        if (customers < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + customers);
        }
    }
}
