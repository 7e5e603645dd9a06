package org.cxkit.metrics.cashflow;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes until the margin of a customer has paid back what it cost to win him or her, if it ever does.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * <p>Source: D. Skok, "SaaS Metrics 2.0", For Entrepreneurs, 2013, for the simple payback; J. R. Lohmann, S. N. Baksh,
 * "The IRR, NPV and Payback Period and Their Relative Performance in Common Capital Budgeting Decision Procedures for
 * Dealing with Risk", The Engineering Economist 39(1), 1993, for the discounted one.
 *
 * @param cost what it cost to win the customer, not negative
 * @param recovered the margin up to the payback: the cost itself where the payback is told between periods, at least the
 *     cost where it is told in whole ones; where it never comes, all of the margin, nothing for a simple payback
 * @param after how long it takes, or null if the cost is never paid back
 */
public record Payback(Money cost, Money recovered, @Nullable TimeSpan after) implements Serializable {

    /**
     * Checks the currencies.
     *
     * @throws IllegalArgumentException if the currencies differ or the cost is negative
     */
    public Payback {
        if (cost.signum() < 0) {
            throw new IllegalArgumentException("the cost must not be negative, got " + cost);
        }
        if (!cost.currency().equals(recovered.currency())) {
            throw new IllegalArgumentException(
                    "cost and margin must be in one currency, got " + cost + " and " + recovered);
        }
    }

    /**
     * {@return the simple payback, {@code cost / margin} periods: neither discounted nor weighted by survival}
     *
     * @param cost what it cost to win the customer, not negative
     * @param margin the margin of every period; where it is not above 0, a cost above 0 is never paid back
     * @param period the length of a period, above 0
     * @throws IllegalArgumentException if the currencies differ, the cost is negative or the period has no length
     */
    public static Payback simple(Money cost, Money margin, TimeSpan period) {
        if (period.length() == 0) {
            throw new IllegalArgumentException("a period must be longer than 0, got " + period);
        }
        if (cost.signum() <= 0) {
            return new Payback(cost, cost, new TimeSpan(0, period.unit()));
        }
        return margin.signum() <= 0
                ? new Payback(cost, Money.zero(margin.currency()), null)
                : new Payback(cost, cost, new TimeSpan(cost.ratioTo(margin) * period.length(), period.unit()));
    }

    /**
     * {@return the payback in whole periods: the least t with {@code sum_{k<=t} m_k * S_k / (1 + d)^k >= cost}}
     *
     * @param cost what it cost to win the customer, not negative
     * @param margins the margin of each period
     * @param discount the rate of discount
     * @param survival which share of customers is still there
     * @throws IllegalArgumentException if the currencies differ, the cost is negative or a share of survival is out of
     *     range
     */
    public static Payback of(Money cost, Cashflow margins, Rate discount, Survival survival) {
        return of(cost, margins, discount, survival, false);
    }

    /**
     * {@return the payback between periods: what the last one lacked, over its margin, is the part of it that counts}
     *
     * @param cost what it cost to win the customer, not negative
     * @param margins the margin of each period
     * @param discount the rate of discount
     * @param survival which share of customers is still there
     * @throws IllegalArgumentException if the currencies differ, the cost is negative or a share of survival is out of
     *     range
     */
    public static Payback interpolated(Money cost, Cashflow margins, Rate discount, Survival survival) {
        return of(cost, margins, discount, survival, true);
    }

    private static Payback of(Money cost, Cashflow margins, Rate discount, Survival survival, boolean between) {
        BigDecimal wanted = cost.amount();
        BigDecimal sum = BigDecimal.ZERO;
        double periods = 0;
        int t = 0;
        while (sum.compareTo(wanted) < 0 && t < margins.periods()) {
            t++;
            BigDecimal margin = margins.discounted(t, discount, survival);
            BigDecimal lacking = wanted.subtract(sum);
            sum = sum.add(margin);
            periods = between && sum.compareTo(wanted) >= 0
                    ? t - 1 + lacking.divide(margin, MathContext.DECIMAL64).doubleValue()
                    : t;
        }
        TimeSpan period = margins.period();
        boolean never = sum.compareTo(wanted) < 0;
        return new Payback(
                cost,
                between && !never ? cost : Cashflow.money(sum, margins.currency()),
                never ? null : new TimeSpan(periods * period.length(), period.unit()));
    }

    /** {@return whether the cost is paid back at all} */
    public boolean reached() {
        return after != null;
    }

    /** {@return how long it takes; no data where the cost is never paid back} */
    public Outcome<TimeSpan> time() {
        return after == null ? Outcome.noData("never paid back") : Outcome.of(after);
    }

    /**
     * {@return whether the cost is paid back in less time than this}
     *
     * @param benchmark such as {@link AcquisitionBenchmark#payback}
     */
    public boolean within(TimeSpan benchmark) {
        return after != null && after.in(benchmark.unit()) < benchmark.length();
    }

    /** {@return such as {@code 100.00 EUR paid back after 5 months}, or {@code never: 80.00 EUR of 100.00 EUR recovered}} */
    @Override
    public String toString() {
        return after == null
                ? "never: " + recovered.rounded() + " of " + cost + " recovered"
                : cost + " paid back after " + after;
    }
}
