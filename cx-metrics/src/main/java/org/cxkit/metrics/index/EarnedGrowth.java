package org.cxkit.metrics.index;

import java.io.Serializable;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.wording.Sentence;

/**
 * Earned growth: how revenue grew through customers who came back and through those they brought.
 *
 * <p>{@code NRR + ENC - 1}: net revenue retention, the revenue from customers of the period before over all revenue of
 * that period, plus the revenue from new customers who came by recommendation or by themselves, over the same base.
 * So all rates have one base and are growth rates; some texts give ENC as the share of new revenue that is earned,
 * which is {@link #earnedShareOfNew()} and does not add up with NRR. Immutable, value-based and thread-safe;
 * {@code toString} is a sentence.
 *
 * <p>Source: F. Reichheld, D. Darnell, M. Burns, "Net Promoter 3.0", Harvard Business Review 99(6), 2021.
 *
 * @param prior all revenue of the period before, not negative
 * @param returning revenue of this period from customers of the period before, not negative
 * @param earnedNew revenue of this period from new customers who were recommended or came by themselves, not negative
 * @param boughtNew revenue of this period from new customers won by advertising, discounts or sales, not negative
 * @param unknownNew revenue of this period from new customers of whom it is not known why they came, not negative;
 *     it is growth, but not earned
 */
public record EarnedGrowth(Money prior, Money returning, Money earnedNew, Money boughtNew, Money unknownNew)
        implements Serializable {

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if an amount is negative or the currencies differ
     */
    public EarnedGrowth {
        require("prior", prior, prior);
        require("returning", returning, prior);
        require("earnedNew", earnedNew, prior);
        require("boughtNew", boughtNew, prior);
        require("unknownNew", unknownNew, prior);
    }

    private static void require(String what, Money amount, Money base) {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("revenue must not be negative: " + what + "=" + amount);
        }
        if (!amount.currency().equals(base.currency())) {
            throw new IllegalArgumentException(
                    "revenues must be in one currency: prior=" + base + ", " + what + "=" + amount);
        }
    }

    /**
     * {@return the earned growth where it is known of all new customers why they came}
     *
     * @param prior all revenue of the period before, not negative
     * @param returning revenue of this period from customers of the period before, not negative
     * @param earnedNew revenue from new customers who were recommended or came by themselves, not negative
     * @param boughtNew revenue from all other new customers, not negative
     * @throws IllegalArgumentException if an amount is negative or the currencies differ
     */
    public static EarnedGrowth of(Money prior, Money returning, Money earnedNew, Money boughtNew) {
        return new EarnedGrowth(prior, returning, earnedNew, boughtNew, Money.zero(prior.currency()));
    }

    /** {@return net revenue retention: returning over prior revenue, 0 or more, if there was any before} */
    public Outcome<Double> netRevenueRetention() {
        return overPrior(returning);
    }

    /** {@return the revenue earned from new customers over prior revenue, 0 or more, if there was any before} */
    public Outcome<Double> earnedNewCustomers() {
        return overPrior(earnedNew);
    }

    /** {@return the earned growth rate, from -1, exact until it is rounded once, if there was revenue before} */
    public Outcome<Double> rate() {
        return overPrior(returning.plus(earnedNew).minus(prior));
    }

    /** {@return the growth rate of all revenue, from -1, exact until it is rounded once, if there was any before} */
    public Outcome<Double> totalGrowth() {
        return overPrior(returning.plus(newRevenue()).minus(prior));
    }

    /** {@return the share of revenue from new customers that was earned, from 0 to 1, if there is any} */
    public Outcome<Double> earnedShareOfNew() {
        return newRevenue().signum() == 0
                ? Outcome.noData("no revenue from new customers")
                : Outcome.of(earnedNew.ratioTo(newRevenue()));
    }

    /** {@return the revenue of this period from all new customers} */
    public Money newRevenue() {
        return earnedNew.plus(boughtNew).plus(unknownNew);
    }

    private Outcome<Double> overPrior(Money amount) {
        return prior.signum() == 0
                ? Outcome.noData("no revenue in the period before")
                : Outcome.of(amount.ratioTo(prior));
    }

    /** {@return a sentence with the rate, its parts and what is unknown} */
    @Override
    public String toString() {
        String unknown = unknownNew.signum() == 0 ? "" : ", " + unknownNew + " of new revenue of unknown origin";
        return "earned growth " + percent(rate()) + ": retention " + percent(netRevenueRetention())
                + ", earned new customers " + percent(earnedNewCustomers()) + ", total growth "
                + percent(totalGrowth()) + ", of " + prior + unknown;
    }

    private static String percent(Outcome<Double> rate) {
        return rate.map(value -> Sentence.number(100 * value, 1) + " %").toString();
    }
}
