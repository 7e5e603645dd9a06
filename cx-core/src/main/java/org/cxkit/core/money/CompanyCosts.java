package org.cxkit.core.money;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one customer costs the company: winning, serving and keeping him or her, each known or missing.
 *
 * <p>A missing cost is not a cost of zero. Costs over time are present values at the same date, horizon and rate as
 * the lifetime value they are compared with; a {@link Valuation} says so, and lets others be refused. Immutable, value-based and thread-safe.
 *
 * @param acquisition the cost of winning the customer, not negative; null if missing
 * @param service the cost of serving and managing the customer, not negative; null if missing
 * @param retention the cost of keeping the customer, not negative; null if missing
 * @param valuation what the costs are valued at, or null if nothing was said
 */
public record CompanyCosts(
        @Nullable Money acquisition,
        @Nullable Money service,
        @Nullable Money retention,
        @Nullable Valuation valuation) implements Serializable {

    /**
     * Checks the signs and the currencies.
     *
     * @throws IllegalArgumentException if a cost is negative or the known costs are in more than one currency
     */
    public CompanyCosts {
        requireNotNegative("acquisition", acquisition);
        requireNotNegative("service", service);
        requireNotNegative("retention", retention);
        requireOneCurrency("acquisition", acquisition, "service", service);
        requireOneCurrency("acquisition", acquisition, "retention", retention);
        requireOneCurrency("service", service, "retention", retention);
    }

    /**
     * The three costs, nothing being said of their valuation.
     *
     * @param acquisition the cost of winning the customer, not negative; null if missing
     * @param service the cost of serving and managing the customer, not negative; null if missing
     * @param retention the cost of keeping the customer, not negative; null if missing
     * @throws IllegalArgumentException if a cost is negative or the known costs are in more than one currency
     */
    public CompanyCosts(@Nullable Money acquisition, @Nullable Money service, @Nullable Money retention) {
        this(acquisition, service, retention, null);
    }

    /**
     * {@return the three costs in one currency}
     *
     * @param acquisition a decimal number, or null if missing
     * @param service a decimal number, or null if missing
     * @param retention a decimal number, or null if missing
     * @param currency an ISO 4217 code such as {@code EUR}
     * @throws IllegalArgumentException if a number cannot be read or is negative, or the code is unknown
     */
    public static CompanyCosts of(
            @Nullable String acquisition, @Nullable String service, @Nullable String retention, String currency) {
        return new CompanyCosts(money(acquisition, currency), money(service, currency), money(retention, currency));
    }

    /**
     * {@return the cost of this kind, if it is known}
     *
     * @param kind which of the three
     */
    public Optional<Money> cost(CompanyCost kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case ACQUISITION -> acquisition;
                    case SERVICE -> service;
                    case RETENTION -> retention;
                });
    }

    /**
     * {@return the same costs, as present values at this valuation}
     *
     * @param other the date, horizon and rate of discount
     */
    public CompanyCosts valuedAt(Valuation other) {
        return new CompanyCosts(acquisition, service, retention, Objects.requireNonNull(other, "valuation"));
    }

    /**
     * {@return the same costs in the base currency of the table, exactly}
     *
     * @param rates what other currencies are worth
     * @throws IllegalArgumentException if there is no rate for their currency
     */
    public CompanyCosts converted(ExchangeRates rates) {
        return new CompanyCosts(
                acquisition == null ? null : rates.convert(acquisition),
                service == null ? null : rates.convert(service),
                retention == null ? null : rates.convert(retention),
                valuation);
    }

    /**
     * {@return these costs with more for keeping the customer, such as discounts for members; a missing cost of keeping
     * stays missing}
     *
     * @param more in the same currency, not negative
     * @throws IllegalArgumentException if it is negative or in another currency
     */
    public CompanyCosts plusRetention(Money more) {
        requireNotNegative("added retention", more);
        for (CompanyCost kind : CompanyCost.values()) {
            requireOneCurrency(kind.name().toLowerCase(Locale.ROOT), cost(kind).orElse(null), "added retention", more);
        }
        return new CompanyCosts(acquisition, service, retention == null ? null : retention.plus(more), valuation);
    }

    /** {@return the kinds of cost that are missing, in their order; unmodifiable} */
    public Set<CompanyCost> missing() {
        Set<CompanyCost> missing = EnumSet.noneOf(CompanyCost.class);
        for (CompanyCost kind : CompanyCost.values()) {
            if (cost(kind).isEmpty()) {
                missing.add(kind);
            }
        }
        return Collections.unmodifiableSet(missing);
    }

    private static @Nullable Money money(@Nullable String amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }

    private static void requireNotNegative(String name, @Nullable Money cost) {
        if (cost != null && cost.signum() < 0) {
            throw new IllegalArgumentException(name + " cost must not be negative, got " + cost);
        }
    }

    private static void requireOneCurrency(String name, @Nullable Money cost, String other, @Nullable Money second) {
        if (cost != null && second != null && !cost.currency().equals(second.currency())) {
            throw new IllegalArgumentException(
                    "costs must be in one currency, got " + name + " " + cost + " and " + other + " " + second);
        }
    }
}
