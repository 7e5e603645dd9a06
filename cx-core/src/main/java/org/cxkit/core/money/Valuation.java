package org.cxkit.core.money;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a present value is taken at: the day it is told for, how far ahead it looks and the rate it discounts with.
 *
 * <p>Two present values may be compared or added only if they are valued alike, which is to say that their valuations
 * are equal: state both with the same horizon and rate. Immutable, value-based and thread-safe.
 *
 * @param date the day that amounts are worth as much as they are
 * @param horizon how far ahead amounts count, or null for without end
 * @param discount the rate of discount
 */
public record Valuation(LocalDate date, @Nullable TimeSpan horizon, Rate discount) implements Serializable {

    /** Checks that date and rate are given. */
    public Valuation {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(discount, "discount");
    }

    /** {@return such as {@code on 2024-05-01 over 3 years at 0.1 per year (discrete)}} */
    @Override
    public String toString() {
        return "on " + date + (horizon == null ? " without horizon" : " over " + horizon) + " at " + discount;
    }
}
