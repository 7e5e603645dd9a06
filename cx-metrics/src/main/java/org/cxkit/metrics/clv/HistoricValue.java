package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.purchase.Purchase;

/**
 * What a customer has bought so far: the historic value, with nothing expected of the future.
 *
 * <p>A refund counts as a purchase, its amount is taken off and its moment may be the first or the last; who has refunds
 * only is there, with a value below zero. It is revenue; times a margin it is the simplest lifetime value there is. Immutable, value-based and thread-safe.
 *
 * @param customer who bought
 * @param purchases how many purchases there are, refunds among them; at least 1
 * @param first when the first was
 * @param last when the last was, not before the first
 * @param total the exact sum of their amounts
 */
public record HistoricValue(CustomerId customer, long purchases, Instant first, Instant last, Money total)
        implements Serializable {

    /**
     * Checks the count and the order.
     *
     * @throws IllegalArgumentException if there is no purchase, or the last is before the first
     */
    public HistoricValue {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(total, "total");
        if (purchases < 1) {
            throw new IllegalArgumentException("at least 1 purchase wanted, got " + purchases);
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "the last purchase must not be before the first, got " + first + " to " + last);
        }
    }

    /**
     * {@return the historic value of each customer, in the order of their ids}
     *
     * @param purchases purchases in any order
     * @throws IllegalArgumentException if a customer paid in several currencies; the message names both amounts
     */
    public static List<HistoricValue> of(Collection<Purchase> purchases) {
        TreeMap<CustomerId, HistoricValue> values = new TreeMap<>();
        for (Purchase purchase : purchases) {
            HistoricValue one =
                    new HistoricValue(purchase.customer(), 1, purchase.at(), purchase.at(), purchase.amount());
            values.merge(purchase.customer(), one, HistoricValue::plus);
        }
        return List.copyOf(values.values());
    }

    private HistoricValue plus(HistoricValue other) {
        return new HistoricValue(
                customer,
                Math.addExact(purchases, other.purchases),
                other.first.isBefore(first) ? other.first : first,
                other.last.isAfter(last) ? other.last : last,
                total.plus(other.total));
    }

    /**
     * {@return the portfolio in which each customer is worth a margin on what he or she has bought so far}
     *
     * @param values the customers
     * @param margin what remains of a purchase before acquisition, service and retention cost: 0.4 is 40 per cent
     * @param costs the three costs of a customer
     * @throws IllegalArgumentException if the customers are in several currencies; the message names them
     */
    public static PortfolioTally portfolio(
            Collection<HistoricValue> values, BigDecimal margin, Function<HistoricValue, CompanyCosts> costs) {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (HistoricValue value : values) {
            portfolio.add(value.customer, Clv.gross(value.total.times(margin)), costs.apply(value));
        }
        return portfolio.result();
    }

    /** {@return such as {@code 4: 11 purchases worth 100.50 USD}} */
    @Override
    public String toString() {
        return customer + ": " + purchases + (purchases == 1 ? " purchase" : " purchases") + " worth " + total;
    }
}
