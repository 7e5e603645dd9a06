package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.util.Collection;
import java.util.Objects;
import org.cxkit.metrics.wording.Sentence;

/**
 * The cost to the customer, the second part of the 4C model: what customers give on average, of access and of use.
 *
 * <p>Each of the eight means is over the customers of whom that kind is known, with their number and that of the others;
 * sums are exact. Immutable, value-based and thread-safe.
 *
 * @param customers how many customers, not negative
 * @param access the means of what access costs
 * @param use the means of what use costs
 */
public record MeanCustomerCost(long customers, MeanCostPart access, MeanCostPart use) implements Serializable {

    /**
     * Checks the count.
     *
     * @throws IllegalArgumentException if the number of customers is negative
     */
    public MeanCustomerCost {
        Objects.requireNonNull(access, "access");
        Objects.requireNonNull(use, "use");
        if (customers < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + customers);
        }
    }

    /**
     * {@return the means over these customers; of nobody each is no data}
     *
     * @param costs what each customer gives
     * @throws IllegalArgumentException if amounts are in different currencies, or a kind has proxies of different names
     */
    public static MeanCustomerCost of(Collection<CustomerCost> costs) {
        return new MeanCustomerCost(
                costs.size(),
                MeanCostPart.of(costs.stream().map(CustomerCost::access).toList()),
                MeanCostPart.of(costs.stream().map(CustomerCost::use).toList()));
    }

    /** {@return the means in words, with their counts} */
    @Override
    public String toString() {
        return Sentence.count(customers, "customer") + "; access: " + access + "; use: " + use;
    }
}
