package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cxkit.core.interaction.Purchase;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.fourc.Clv;

/**
 * What a customer has bought so far, from which historic lifetime value is told: {@code margin * spent}.
 *
 * <p>It looks back only: what the customer will buy is not in it. Immutable, value-based and thread-safe.
 *
 * <p>Source: S. Gupta, D. R. Lehmann, J. A. Stuart, "Valuing Customers", Journal of Marketing Research 41(1), 2004, for
 * lifetime value as margins added up.
 *
 * @param spent the sum of all purchases
 * @param purchases how many there were, at least 1
 */
public record HistoricValue(Money spent, long purchases) implements Serializable {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if there is no purchase
     */
    public HistoricValue {
        Objects.requireNonNull(spent, "spent");
        if (purchases < 1) {
            throw new IllegalArgumentException("a historic value needs at least 1 purchase, got " + purchases);
        }
    }

    /**
     * {@return the value of each customer, in the order of the customers; of no purchases there is none}
     *
     * @param purchases purchases in any order, all of a customer's in one currency
     * @throws IllegalArgumentException if a customer paid in two currencies
     */
    public static SortedMap<CustomerId, HistoricValue> byCustomer(Collection<Purchase> purchases) {
        SortedMap<CustomerId, HistoricValue> values = new TreeMap<>();
        for (Purchase purchase : purchases) {
            values.merge(purchase.customer(), new HistoricValue(purchase.amount(), 1), HistoricValue::plus);
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private HistoricValue plus(HistoricValue more) {
        return new HistoricValue(spent.plus(more.spent), Math.addExact(purchases, more.purchases));
    }

    /**
     * {@return the lifetime value: gross of acquisition, service and retention cost}
     *
     * @param margin what remains of a purchase before those three costs: 0.4 is 40 per cent
     */
    public Clv clv(BigDecimal margin) {
        return Clv.gross(spent.times(margin));
    }
}
