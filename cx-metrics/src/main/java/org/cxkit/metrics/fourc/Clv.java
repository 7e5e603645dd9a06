package org.cxkit.metrics.fourc;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.ExchangeRates;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Valuation;
import org.jspecify.annotations.Nullable;

/**
 * A customer lifetime value that says which of the company's costs are already taken off.
 *
 * <p>The convenience check compares costs with the gross value, the margin before acquisition, service and
 * retention. A cost that is already taken off is added back first, so none is ever subtracted twice. A
 * {@link Valuation} says at which date, horizon and rate of discount the value is told, and lets costs of another one be
 * refused. Immutable, value-based and thread-safe.
 *
 * <p>Source: P. E. Pfeifer, M. E. Haskins, R. M. Conroy, "Customer Lifetime Value, Customer Profitability, and the
 * Treatment of Acquisition Spending", Journal of Managerial Issues 17(1), 2005.
 *
 * @param value the value, which may be negative
 * @param netOf the costs already taken off, in their order; empty for a gross value
 * @param valuation what the value is told at, or null if nothing was said
 */
public record Clv(
        Money value, Set<CompanyCost> netOf, @Nullable Valuation valuation) implements Serializable {

    /** Copies the set. */
    public Clv {
        Objects.requireNonNull(value, "value");
        Set<CompanyCost> copy = EnumSet.noneOf(CompanyCost.class);
        copy.addAll(netOf);
        netOf = Collections.unmodifiableSet(copy);
    }

    /**
     * A value, nothing being said of its valuation.
     *
     * @param value the value, which may be negative
     * @param netOf the costs already taken off; empty for a gross value
     */
    public Clv(Money value, Set<CompanyCost> netOf) {
        this(value, netOf, null);
    }

    /**
     * {@return a value from which none of the three costs is taken off}
     *
     * @param value the value, which may be negative
     */
    public static Clv gross(Money value) {
        return new Clv(value, EnumSet.noneOf(CompanyCost.class));
    }

    /**
     * {@return a value from which none of the three costs is taken off}
     *
     * @param amount a decimal number such as {@code 300.00}
     * @param currency an ISO 4217 code such as {@code EUR}
     * @throws IllegalArgumentException if the amount is no decimal number or the code is unknown
     */
    public static Clv gross(String amount, String currency) {
        return gross(Money.of(amount, currency));
    }

    /**
     * {@return a value from which these costs are already taken off}
     *
     * @param value the value, which may be negative
     * @param first a cost already taken off
     * @param more more of them
     */
    public static Clv net(Money value, CompanyCost first, CompanyCost... more) {
        return new Clv(value, EnumSet.of(first, more));
    }

    /**
     * {@return the same value, told at this valuation}
     *
     * @param other the date, horizon and rate of discount
     */
    public Clv valuedAt(Valuation other) {
        return new Clv(value, netOf, Objects.requireNonNull(other, "valuation"));
    }

    /**
     * {@return the same value in the base currency of the table, exactly}
     *
     * @param rates what other currencies are worth
     * @throws IllegalArgumentException if there is no rate for its currency
     */
    public Clv converted(ExchangeRates rates) {
        return new Clv(rates.convert(value), netOf, valuation);
    }

    /** {@return such as {@code 300.00 EUR gross} or {@code 50.00 EUR net of acquisition, service}} */
    @Override
    public String toString() {
        return value + (netOf.isEmpty() ? " gross" : " net of " + CostNames.of(netOf));
    }
}
