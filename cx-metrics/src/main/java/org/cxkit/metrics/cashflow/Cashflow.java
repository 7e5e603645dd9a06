package org.cxkit.metrics.cashflow;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.cxkit.metrics.wording.Sentence;

/**
 * An amount of money at the end of each of several equal periods, such as what serving a customer costs or brings in.
 *
 * <p>The present value is {@code sum_t c_t * S_t / (1 + d)^t} for periods t = 1, 2, ..., with the rate of discount for
 * the period of the flow. What falls due at once, such as the cost of acquisition, is not discounted and no part of a
 * flow. Immutable, value-based and thread-safe.
 *
 * <p>Source: S. G. Kellison, The Theory of Interest, 3rd edition, 2009, chapter 3; S. Gupta, D. R. Lehmann, J. A.
 * Stuart, "Valuing Customers", Journal of Marketing Research 41(1), 2004, for the weights of survival.
 *
 * @param amounts the amount at the end of each period, at least one, in one currency; any sign
 * @param period the length of each period, above 0
 */
public record Cashflow(List<Money> amounts, TimeSpan period) implements Serializable {

    /** To how many decimals a present value is told: far finer than any currency, and still a sum of decimals. */
    private static final int DECIMALS = 20;

    /**
     * Checks the currencies.
     *
     * @throws IllegalArgumentException if there is no amount, the currencies differ or the period is 0
     */
    public Cashflow {
        amounts = List.copyOf(amounts);
        if (amounts.isEmpty()) {
            throw new IllegalArgumentException("at least one amount wanted, got none");
        }
        for (int i = 1; i < amounts.size(); i++) {
            if (!amounts.get(i).currency().equals(amounts.get(0).currency())) {
                throw new IllegalArgumentException("amounts[" + i + "] must be in "
                        + amounts.get(0).currency() + " like the first, got " + amounts.get(i));
            }
        }
        if (period.length() == 0) {
            throw new IllegalArgumentException("a period must be longer than 0, got " + period);
        }
    }

    /**
     * {@return the same amount at the end of every period}
     *
     * @param amount how much
     * @param periods how many periods, at least 1
     * @param period the length of each
     * @throws IllegalArgumentException if there are no periods or the period is 0
     */
    public static Cashflow level(Money amount, int periods, TimeSpan period) {
        if (periods < 1) {
            throw new IllegalArgumentException("at least one period wanted, got " + periods);
        }
        return new Cashflow(Collections.nCopies(periods, amount), period);
    }

    /** {@return how many periods there are} */
    public int periods() {
        return amounts.size();
    }

    /** {@return from now to the last amount} */
    public TimeSpan duration() {
        return new TimeSpan(periods() * period.length(), period.unit());
    }

    /**
     * {@return the present value, to 20 decimals; {@link Money#rounded} brings it to those of the currency}
     *
     * <p>The factors of discount and survival are doubles, the sum is exact.
     *
     * @param discount the rate of discount; its own period may be another than that of the flow
     * @param survival which share of customers is still there: {@link Survival#contractual} for what is fixed
     * @throws IllegalArgumentException if a share of survival is not from 0 to 1; the message names its period
     */
    public Money presentValue(Rate discount, Survival survival) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int t = 1; t <= periods(); t++) {
            sum = sum.add(discounted(t, discount, survival));
        }
        return money(sum, currency());
    }

    /**
     * {@return the present value at this valuation, to 20 decimals}
     *
     * @param valuation the horizon, which the flow may not exceed, and the rate of discount
     * @param survival which share of customers is still there
     * @throws IllegalArgumentException if the flow goes on beyond the horizon, or a share of survival is out of range
     */
    public Money presentValue(Valuation valuation, Survival survival) {
        TimeSpan horizon = valuation.horizon();
        if (horizon != null && duration().in(horizon.unit()) > horizon.length() * (1 + 1e-12)) { // units differ by ulps
            throw new IllegalArgumentException(
                    "a flow must end within the horizon of " + horizon + ", got one of " + duration());
        }
        return presentValue(valuation.discount(), survival);
    }

    /** The present value of the amount at the end of period {@code t}. */
    BigDecimal discounted(int t, Rate discount, Survival survival) {
        double share = survival.after(t);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share still there after " + Sentence.count(t, "period")
                    + " must be from 0 to 1, got " + share);
        }
        double factor = discount.discountFactor(t * period.length(), period.unit());
        return amounts.get(t - 1).amount().multiply(new BigDecimal(share * factor));
    }

    /** A sum of present values as money. */
    static Money money(BigDecimal sum, Currency currency) {
        return Money.of(sum.setScale(DECIMALS, RoundingMode.HALF_EVEN), currency);
    }

    /** The currency of the amounts. */
    Currency currency() {
        return amounts.get(0).currency();
    }

    /** {@return such as {@code 12 amounts of 10.00 EUR, every 1 month}, or the list of them} */
    @Override
    public String toString() {
        Money first = amounts.get(0);
        boolean level = Collections.frequency(amounts, first) == amounts.size();
        return (level ? Sentence.count(amounts.size(), "amount") + " of " + first : amounts) + ", every " + period;
    }
}
