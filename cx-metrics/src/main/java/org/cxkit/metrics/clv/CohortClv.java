package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.renewal.RenewalTally;
import org.cxkit.metrics.renewal.ShiftedBetaGeometric;

/**
 * The lifetime value of the customers of one cohort: the margins they were seen to bring, discounted to the start, and
 * what is assumed to come after.
 *
 * <p>The margin of the period t, the first of them 0, is worth {@code v^(t + 1)} of itself where margins come at the END
 * of a period, and {@code v^t} where they come at its start, NOW. With a margin a customer of m in the last period seen,
 * its worth w and n customers left, the tail is {@code n m w Σ S v^k}, k from 1, where S is the share of the n who are
 * still there k periods later. Margins are added exactly; the money told is not rounded. Immutable, value-based and
 * thread-safe.
 *
 * <p>Source: P. D. Berger, N. I. Nasr, "Customer Lifetime Value: Marketing Models and Applications", Journal of
 * Interactive Marketing 12(1), 1998; P. S. Fader, B. G. S. Hardie, "Customer-Base Valuation in a Contractual Setting:
 * The Perils of Ignoring Heterogeneity", Marketing Science 29(1), 2010, for the tail of rising retention.
 *
 * @param customers how many customers the cohort started with, at least 1
 * @param periods how many periods were seen, at least 1
 * @param period the length of a period
 * @param observed what all margins seen are worth at the start
 * @param expected what the tail is worth at the start; nothing without one
 * @param tail what is assumed of it
 */
public record CohortClv(long customers, int periods, RatePeriod period, Money observed, Money expected, CohortTail tail)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is below 1 or the currencies differ
     */
    public CohortClv {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(tail, "tail");
        if (customers < 1 || periods < 1) {
            throw new IllegalArgumentException("at least 1 customer and 1 period wanted, got " + customers
                    + " customers and " + periods + " periods");
        }
        Money unused = observed.plus(expected);
    }

    /**
     * {@return the value of a cohort}
     *
     * @param seen its periods, the one in which it started first; the customers of each not above those of the one before
     * @param period the length of a period
     * @param discount the rate of discount, stated for any period
     * @param margins when the margin of a period comes in: at its END or at its start, NOW
     * @param tail what is assumed after the last period; with customers left, retention is told from at least 2 periods,
     *     rising retention from at least 3, as one renewal decision does not tell how far customers differ
     * @throws IllegalArgumentException if there is no period or no customer in the first, customers come back, currencies
     *     differ, or the tail has no end or nothing to be told from; the message says which
     */
    public static CohortClv of(
            List<CohortPeriod> seen, RatePeriod period, Rate discount, FirstMargin margins, CohortTail tail) {
        long[] survivors = survivors(seen);
        double force = discount.as(Compounding.CONTINUOUS).per(period).value();
        int wait = margins == FirstMargin.END ? 1 : 0;
        Money observed = Money.zero(seen.get(0).margin().currency());
        Money last = observed;
        for (int t = 0; t < survivors.length; t++) {
            last = seen.get(t).margin().scaled(Math.exp(-force * (t + wait)));
            observed = observed.plus(last);
        }
        Money expected = last.scaled(multiple(survivors, period, discount, tail));
        return new CohortClv(survivors[0], survivors.length, period, observed, expected, tail);
    }

    private static long[] survivors(List<CohortPeriod> seen) {
        if (seen.isEmpty() || seen.get(0).customers() == 0) {
            throw new IllegalArgumentException("a cohort needs a first period with customers, got " + seen);
        }
        long[] survivors = seen.stream().mapToLong(CohortPeriod::customers).toArray();
        for (int t = 1; t < survivors.length; t++) {
            if (survivors[t] > survivors[t - 1]) {
                throw new IllegalArgumentException("customers must not come back, got " + survivors[t] + " in period "
                        + t + " after " + survivors[t - 1]);
            }
        }
        return survivors;
    }

    /** {@return how many margins of the last period the tail is worth, at the time of that margin} */
    private static double multiple(long[] survivors, RatePeriod period, Rate discount, CohortTail tail) {
        if (tail == CohortTail.NONE || survivors[survivors.length - 1] == 0) {
            return 0;
        }
        int decisions = survivors.length - 1;
        if (decisions == 0) {
            throw new IllegalArgumentException("a tail needs at least 2 periods, got 1");
        }
        if (tail == CohortTail.RISING_RETENTION) {
            if (decisions == 1) {
                throw new IllegalArgumentException("rising retention needs at least 3 periods to be told from, got 2");
            }
            ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(RenewalTally.ofCohort(period, survivors))
                    .model();
            return model.discountedResidualLifetime(decisions + 1, discount) * discount.discountFactor(1, period);
        }
        double before = 0;
        double after = 0;
        for (int t = 0; t < decisions; t++) {
            before += survivors[t];
            after += survivors[t + 1];
        }
        Money one = Money.of("1", "XXX");
        return SimpleClv.of(one, after / before, period, discount, FirstMargin.END)
                .multiple();
    }

    /** {@return the value of the whole cohort at its start, unrounded} */
    public Money total() {
        return observed.plus(expected);
    }

    /** {@return the value of a customer of the cohort at its start, to 34 digits} */
    public Money perCustomer() {
        BigDecimal each = total().amount().divide(BigDecimal.valueOf(customers), MathContext.DECIMAL128);
        return Money.of(each, observed.currency());
    }

    /** {@return such as {@code 1000 customers worth 104.32 EUR each, 3 years seen, 15915.79 EUR in all expected after by constant retention}} */
    @Override
    public String toString() {
        String seen = customers + (customers == 1 ? " customer" : " customers") + " worth "
                + perCustomer().rounded() + " each, " + periods + " "
                + period.name().toLowerCase(Locale.ROOT)
                + (periods == 1 ? "" : "s") + " seen";
        return tail == CohortTail.NONE
                ? seen + ", nothing expected after"
                : seen + ", " + expected.rounded() + " in all expected after by "
                        + tail.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
