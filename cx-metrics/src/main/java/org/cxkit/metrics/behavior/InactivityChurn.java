package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.purchase.Purchase;

/**
 * How many customers without a contract have not bought for some time, which is taken for churn.
 *
 * <p>Without a contract nobody sees a customer leave: the figure depends on the window, which the result names, and
 * some of the inactive will buy again. Where that matters, ask a model for the probability to be alive. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param window for how long one must not have bought to count as lost, above zero
 * @param at the moment at which it is asked
 * @param customers how many had bought before that moment
 * @param inactive how many of them last bought longer ago than the window
 */
public record InactivityChurn(Duration window, Instant at, long customers, long inactive) implements Serializable {

    /**
     * Checks the window and the counts.
     *
     * @throws IllegalArgumentException if the window is not above zero, or a count negative or too large
     */
    public InactivityChurn {
        Objects.requireNonNull(at, "at");
        requireWindow(window);
        Share unused = Share.of(inactive, customers);
    }

    private static void requireWindow(Duration window) {
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("a window of inactivity must be above zero, got " + window);
        }
    }

    /**
     * {@return the inactive at a moment; what is bought at that moment or later is not known yet, and refunds do not
     * count}
     *
     * @param purchases all purchases of the customers, in any order
     * @param at the moment
     * @param window for how long one must not have bought to count as lost: who last bought exactly so long ago does
     *     not
     * @throws IllegalArgumentException if the window is not above zero
     */
    public static InactivityChurn of(Collection<Purchase> purchases, Instant at, Duration window) {
        requireWindow(window);
        Map<CustomerId, Instant> last = new HashMap<>();
        for (Purchase purchase : purchases) {
            if (purchase.at().isBefore(at) && purchase.amount().signum() >= 0) {
                last.merge(purchase.customer(), purchase.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        long inactive = last.values().stream()
                .filter(bought -> Duration.between(bought, at).compareTo(window) > 0)
                .count();
        return new InactivityChurn(window, at, last.size(), inactive);
    }

    /** {@return the inactive among the customers; a share of none if there are none} */
    public Share share() {
        return Share.of(inactive, customers);
    }

    /** {@return such as {@code inactive for more than 90 days at 2024-05-01T00:00:00Z: 25.0 % (95 % …), 1 of n 4}} */
    @Override
    public String toString() {
        boolean days = window.equals(Duration.ofDays(window.toDays()));
        String length = days ? window.toDays() + (window.toDays() == 1 ? " day" : " days") : window.toString();
        return "inactive for more than " + length + " at " + at + ": " + share();
    }
}
