package org.cxkit.journey.report;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;

/**
 * What customers cost, and in words where that is known from.
 *
 * <p>Immutable and thread-safe.
 */
public final class CostRule {
    private final Costs costs;
    private final String words;

    /** Tells the costs of a customer with so many purchases. */
    @FunctionalInterface
    private interface Costs {
        CompanyCosts of(CustomerId customer, BigDecimal purchases);
    }

    private CostRule(Costs costs, String words) {
        this.costs = costs;
        this.words = words;
    }

    /**
     * {@return the rule that all customers cost the same, but for the service of their purchases}
     *
     * @param acquisition to win a customer, not negative
     * @param service to serve a purchase, not negative; that of a fraction of one is rounded to the minor unit
     * @param retention to keep a customer, not negative
     * @throws IllegalArgumentException if a cost is negative or they are in several currencies
     */
    public static CostRule assumed(Money acquisition, Money service, Money retention) {
        CompanyCosts once = new CompanyCosts(acquisition, service, retention);
        return new CostRule(
                (customer, purchases) -> {
                    Money served = service.times(purchases);
                    return new CompanyCosts(
                            once.acquisition(), purchases.scale() > 0 ? served.rounded() : served, once.retention());
                },
                acquisition + " to win a customer, " + service + " to serve a purchase, " + retention
                        + " to keep a customer: assumed.");
    }

    /**
     * {@return the rule that customers cost what is known of each}
     *
     * @param known the costs of customers; those of any other are missing
     * @param source where they are known from
     */
    public static CostRule known(Map<CustomerId, CompanyCosts> known, String source) {
        Map<CustomerId, CompanyCosts> copy = Map.copyOf(known); // only asked by key, so no order is seen
        CompanyCosts missing = new CompanyCosts(null, null, null);
        return new CostRule(
                (customer, purchases) -> copy.getOrDefault(customer, missing),
                "as " + Objects.requireNonNull(source, "source") + " says.");
    }

    /**
     * {@return what a customer costs}
     *
     * @param customer the customer
     * @param purchases how many purchases are to be served
     */
    public CompanyCosts of(CustomerId customer, BigDecimal purchases) {
        return costs.of(customer, purchases);
    }

    /** {@return the rule in words} */
    @Override
    public String toString() {
        return words;
    }
}
