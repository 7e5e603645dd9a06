package org.cxkit.metrics.behavior;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.purchase.Purchase;
import org.jspecify.annotations.Nullable;

/**
 * How many customers have bought more than once, of all who have bought.
 *
 * <p>{@code customers with 2 or more occasions / customers with 1 or more}, all within one window of time. An occasion
 * is a purchase, or all purchases of one day (or week, or month), as the result says; refunds are none. Immutable,
 * value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param customers how many have bought
 * @param repeaters how many of them did so on two occasions at least
 * @param merged the period whose purchases are one occasion, null where each purchase is its own
 */
public record RepeatPurchase(
        long customers, long repeaters, @Nullable CalendarUnit merged) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or more came again than came
     */
    public RepeatPurchase {
        Share unused = Share.of(repeaters, customers);
    }

    /**
     * {@return the rate in a window, each purchase an occasion}
     *
     * @param purchases in any order; those outside of the window do not count
     * @param window the window of time
     */
    public static RepeatPurchase of(Collection<Purchase> purchases, TimeWindow window) {
        Map<CustomerId, Long> occasions = new HashMap<>();
        for (Purchase purchase : bought(purchases, window)) {
            occasions.merge(purchase.customer(), 1L, Long::sum);
        }
        long repeaters = occasions.values().stream().filter(count -> count > 1).count();
        return new RepeatPurchase(occasions.size(), repeaters, null);
    }

    /**
     * {@return the rate in a window, all purchases of a customer on one day an occasion}
     *
     * @param purchases in any order; those outside of the window do not count
     * @param window the window of time
     * @param zone the zone whose days are meant
     */
    public static RepeatPurchase ofDays(Collection<Purchase> purchases, TimeWindow window, ZoneId zone) {
        return of(ActivityTally.of(bought(purchases, window), CalendarUnit.DAY, zone));
    }

    private static List<Purchase> bought(Collection<Purchase> purchases, TimeWindow window) {
        return purchases.stream()
                .filter(one -> window.contains(one.at()) && one.amount().signum() >= 0)
                .toList();
    }

    /**
     * {@return the rate in the periods of a tally, each active period an occasion}
     *
     * @param activity who bought when; {@link ActivityTally#within} cuts it to a window
     */
    public static RepeatPurchase of(ActivityTally activity) {
        return new RepeatPurchase(activity.customers(), activity.count(history -> history.length > 1), activity.unit());
    }

    /** {@return those who came again among those who came; a share of none if nobody came} */
    public Share share() {
        return Share.of(repeaters, customers);
    }

    /** {@return a sentence with the rate, its interval, the counts and what an occasion is} */
    @Override
    public String toString() {
        String occasion = merged == null
                ? "each purchase an occasion"
                : "purchases of one " + merged.name().toLowerCase(Locale.ROOT) + " an occasion";
        return "repeat purchase rate " + share() + ", " + occasion;
    }
}
