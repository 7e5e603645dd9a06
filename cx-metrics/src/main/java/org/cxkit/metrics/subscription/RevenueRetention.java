package org.cxkit.metrics.subscription;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.wording.Sentence;

/**
 * Gross and net revenue retention: how much of the recurring revenue of a period's start is still there at its end.
 *
 * <p>Gross, {@code (open - churn - contraction) / open}, is from 0 to 1; net adds the expansion of the same customers
 * and may exceed 1. Revenue from customers who paid nothing at the start, the new and the reactivated, is in neither.
 * {@link org.cxkit.metrics.index.EarnedGrowth} adds what new customers bring by recommendation to the net one.
 * Immutable, value-based and thread-safe; {@code toString} is a sentence.
 *
 * @param open the recurring revenue at the start, not negative
 * @param churn what of it left with customers who pay nothing at the end
 * @param contraction what of it customers who stayed pay less
 * @param expansion what customers of the start pay more at the end
 * @param added the revenue at the end of customers who paid nothing at the start
 * @param customers how many paid at the start
 * @param left how many of them pay nothing at the end
 */
public record RevenueRetention(
        Money open, Money churn, Money contraction, Money expansion, Money added, long customers, long left)
        implements Serializable {

    /**
     * Checks the amounts.
     *
     * @throws IllegalArgumentException if an amount or count is negative, the currencies differ, or more left than was
     *     there
     */
    public RevenueRetention {
        require("open", open, open);
        require("churn", churn, open);
        require("contraction", contraction, open);
        require("expansion", expansion, open);
        require("added", added, open);
        if (churn.plus(contraction).compareTo(open) > 0) {
            throw new IllegalArgumentException("no more revenue can leave than there was: open=" + open + ", churn="
                    + churn + ", contraction=" + contraction);
        }
        Share unused = Share.of(left, customers);
    }

    private static void require(String what, Money amount, Money open) {
        Objects.requireNonNull(amount, what);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("revenue must not be negative: " + what + "=" + amount);
        }
        if (!amount.currency().equals(open.currency())) {
            throw new IllegalArgumentException(
                    "revenues must be in one currency: open=" + open + ", " + what + "=" + amount);
        }
    }

    /**
     * {@return the retention of the revenue of a tally}
     *
     * @param tally the recurring revenue of all customers
     */
    public static RevenueRetention of(RevenueTally tally) {
        long[] counts = tally.counts();
        return new RevenueRetention(
                tally.sum(RevenueTally.OPEN),
                tally.sum(RevenueTally.CHURN),
                tally.sum(RevenueTally.CONTRACTION),
                tally.sum(RevenueTally.EXPANSION),
                tally.sum(RevenueTally.ADDED),
                counts[RevenueTally.OPEN],
                counts[RevenueTally.CHURN]);
    }

    /** {@return gross revenue retention, GRR, from 0 to 1; no data without revenue at the start} */
    public Outcome<Double> gross() {
        return overOpen(open.minus(churn).minus(contraction));
    }

    /** {@return net revenue retention, NRR, from 0, perhaps above 1; no data without revenue at the start} */
    public Outcome<Double> net() {
        return overOpen(open.minus(churn).minus(contraction).plus(expansion));
    }

    private Outcome<Double> overOpen(Money amount) {
        return open.signum() == 0 ? Outcome.noData("no revenue at the start") : Outcome.of(amount.ratioTo(open));
    }

    /** {@return those of the paying customers of the start who still pay, whatever; a share of none if nobody paid} */
    public Share kept() {
        return Share.of(customers - left, customers);
    }

    /** {@return a sentence with both rates, the amounts and the counts} */
    @Override
    public String toString() {
        return "gross revenue retention " + percent(gross()) + ", net " + percent(net()) + ": " + open + " less "
                + churn + " churn and " + contraction + " contraction, " + expansion + " expansion, "
                + Sentence.count(customers, "customer") + ", " + left + " left";
    }

    private static String percent(Outcome<Double> rate) {
        return rate.map(value -> Sentence.number(100 * value, 1) + " %").toString();
    }
}
