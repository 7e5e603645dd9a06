package org.cxkit.metrics.linkage;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.purchase.Purchase;

/**
 * How recently, how often and for how much a customer has bought.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param customer who
 * @param recencyDays days since the last purchase, not negative
 * @param frequency how many occasions of purchase there are, at least 1
 * @param monetary what all of them brought, less refunds
 */
public record RfmCustomer(CustomerId customer, long recencyDays, long frequency, Money monetary)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the recency is negative or the frequency below 1
     */
    public RfmCustomer {
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(monetary, "monetary");
        if (recencyDays < 0 || frequency < 1) {
            throw new IllegalArgumentException("wanted a recency of at least 0 days and a frequency of at least 1, got "
                    + recencyDays + " and " + frequency + " for customer " + customer);
        }
    }

    /**
     * {@return each customer who has bought up to a day, in the order of their ids}
     *
     * <p>All purchases of one day are one occasion; a refund is none, but is taken off the amount, also where no
     * purchase came before it. Who has refunds only is left out.
     *
     * @param purchases all purchases, in any order; those after the day do not count
     * @param day the day from which recency is counted back
     * @param zone the zone whose days are meant
     * @throws IllegalArgumentException if a customer paid in several currencies; the message names both amounts
     */
    public static List<RfmCustomer> of(Collection<Purchase> purchases, LocalDate day, ZoneId zone) {
        TreeMap<CustomerId, TreeSet<LocalDate>> days = new TreeMap<>();
        TreeMap<CustomerId, Money> spend = new TreeMap<>();
        for (Purchase purchase : purchases) {
            LocalDate on = LocalDate.ofInstant(purchase.at(), zone);
            if (!on.isAfter(day)) {
                spend.merge(purchase.customer(), purchase.amount(), Money::plus);
                if (purchase.amount().signum() >= 0) {
                    days.computeIfAbsent(purchase.customer(), customer -> new TreeSet<>())
                            .add(on);
                }
            }
        }
        List<RfmCustomer> customers = new ArrayList<>();
        days.forEach((customer, bought) -> customers.add(new RfmCustomer(
                customer,
                ChronoUnit.DAYS.between(bought.last(), day),
                bought.size(),
                Objects.requireNonNull(spend.get(customer)))));
        return customers;
    }
}
