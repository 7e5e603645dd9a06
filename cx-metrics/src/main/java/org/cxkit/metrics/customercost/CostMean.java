package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.metrics.Outcome;

/**
 * The mean of one kind of cost over those customers of whom it is known.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param mean the mean; no data where it is known of nobody
 * @param n of how many customers it is known, not negative
 * @param missing of how many it is not, not negative
 * @param <T> in what it is measured
 */
public record CostMean<T>(Outcome<T> mean, long n, long missing) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or there is a mean of nobody or none of somebody
     */
    public CostMean {
        Objects.requireNonNull(mean, "mean");
        if (n < 0 || missing < 0) {
            throw new IllegalArgumentException("counts must not be negative: n=" + n + ", missing=" + missing);
        }
        if (mean.toOptional().isPresent() != n > 0) {
            throw new IllegalArgumentException("a mean belongs to known costs, got " + mean + " of " + n);
        }
    }

    /** {@return such as {@code 12.50 EUR, n 2, 1 missing}} */
    @Override
    public String toString() {
        return mean + ", n " + n + (missing == 0 ? "" : ", " + missing + " missing");
    }
}
