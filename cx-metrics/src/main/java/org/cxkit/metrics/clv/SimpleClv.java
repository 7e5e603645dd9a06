package org.cxkit.metrics.clv;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Compounding;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Outcome;

/**
 * The lifetime value of a customer who brings the same margin in each period and is retained with the same probability
 * from one to the next.
 *
 * <p>With margin m, retention r, discount d per period and growth g of the margin it is {@code m r / (1 + d - r (1 +
 * g))} where the first margin comes at the END of the first period from those retained, and {@code m (1 + d) / (1 + d -
 * r (1 + g))} where it comes NOW. For n margins it is {@code m Σ (1 + g)^(t - 1) (r / (1 + d))^t}, t from 1 to n, and
 * {@code m Σ (1 + g)^t (r / (1 + d))^t}, t from 0 to n - 1. Without growth and end the two differ by m exactly.
 *
 * <p>Real retention rises with tenure, so a constant one understates long lives: see {@link
 * org.cxkit.metrics.renewal.ShiftedBetaGeometric}. Multiples of the margin are doubles; money is
 * their exact product with the margin, for the caller to round once. Immutable, value-based and thread-safe.
 *
 * <p>Source: S. Gupta, D. R. Lehmann, "Customers as Assets", Journal of Interactive Marketing 17(1), 2003; P. D. Berger,
 * N. I. Nasr, "Customer Lifetime Value: Marketing Models and Applications", Journal of Interactive Marketing 12(1),
 * 1998.
 *
 * @param margin what a retained customer brings in the first period; it may be negative
 * @param retention the probability to be retained from one period to the next, from 0 to 1
 * @param period the length of a period
 * @param discount the rate of discount, stated for any period
 * @param growth how much more the margin is in each period than in the one before: 0.03 is 3 per cent; above -1
 * @param first when the first margin comes in
 */
public record SimpleClv(
        Money margin, double retention, RatePeriod period, Rate discount, double growth, FirstMargin first)
        implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the retention is not from 0 to 1, or the growth not finite and above -1
     */
    public SimpleClv {
        Objects.requireNonNull(margin, "margin");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(discount, "discount");
        Objects.requireNonNull(first, "first");
        if (!(retention >= 0 && retention <= 1)) {
            throw new IllegalArgumentException("retention must be from 0 to 1, got " + retention);
        }
        if (!(growth > -1 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be finite and above -1, got " + growth);
        }
        retention += 0.0; // no negative zero
        growth += 0.0;
    }

    /**
     * {@return the value of a customer whose margin stays the same}
     *
     * @param margin what a retained customer brings in a period; it may be negative
     * @param retention the probability to be retained from one period to the next, from 0 to 1
     * @param period the length of a period
     * @param discount the rate of discount, stated for any period
     * @param first when the first margin comes in
     * @throws IllegalArgumentException if the retention is not from 0 to 1
     */
    public static SimpleClv of(Money margin, double retention, RatePeriod period, Rate discount, FirstMargin first) {
        return new SimpleClv(margin, retention, period, discount, 0, first);
    }

    /**
     * {@return the same customer with a margin that grows}
     *
     * @param more how much more the margin is in each period than in the one before, above -1
     * @throws IllegalArgumentException if the growth is not finite and above -1
     */
    public SimpleClv growing(double more) {
        return new SimpleClv(margin, retention, period, discount, more, first);
    }

    /**
     * {@return the value of all margins to come, unrounded}
     *
     * @throws IllegalArgumentException if the sum has no end, for {@code r (1 + g)} is not below {@code 1 + d}
     */
    public Money value() {
        return margin.scaled(multiple());
    }

    /**
     * {@return the value of so many margins, unrounded}
     *
     * @param margins how many, not negative
     * @throws IllegalArgumentException if the number is negative, or the value leaves the range of a double
     */
    public Money value(int margins) {
        return margin.scaled(multiple(margins));
    }

    /**
     * {@return how many first margins the value is}
     *
     * @throws IllegalArgumentException if the sum has no end, for {@code r (1 + g)} is not below {@code 1 + d}
     */
    public double multiple() {
        double lost = lost();
        double discounted = 1 + discountPerPeriod();
        if (!(lost > 0)) {
            throw new IllegalArgumentException(
                    "the value has no end: retention times growth " + retention * (1 + growth)
                            + " must be below 1 + discount, which is " + discounted + " per " + periodName());
        }
        return (first == FirstMargin.END ? retention : discounted) / lost;
    }

    /**
     * {@return how many first margins the value of so many margins is}
     *
     * @param margins how many, not negative
     * @throws IllegalArgumentException if the number is negative
     */
    public double multiple(int margins) {
        if (margins < 0) {
            throw new IllegalArgumentException("a number of margins must not be negative, got " + margins);
        }
        double discounted = 1 + discountPerPeriod();
        double kept = -lost() / discounted; // the ratio of a term to the last, less 1
        double terms = kept == 0 || margins == 0 ? margins : Math.expm1(margins * Math.log1p(kept)) / kept;
        return first == FirstMargin.END ? terms * (retention / discounted) : terms;
    }

    /**
     * {@return the expected number of periods until the customer leaves, {@code 1 / (1 - r)}; no data where nobody
     * leaves}
     */
    public Outcome<Double> expectedLifetime() {
        return retention < 1 ? Outcome.of(1 / (1 - retention)) : Outcome.noData("nobody leaves at a retention of 1");
    }

    /** {@code 1 + d - r (1 + g)}, where a small d beside 1 keeps its digits. */
    private double lost() {
        return Math.fma(-retention, 1 + growth, 1) + discountPerPeriod();
    }

    private double discountPerPeriod() {
        return discount.per(period).as(Compounding.DISCRETE).value();
    }

    private String periodName() {
        return period.name().toLowerCase(Locale.ROOT);
    }

    /** {@return such as {@code 100.00 EUR a year at retention 0.8 and discount 0.1 per year (discrete), first margin at the end of the period}} */
    @Override
    public String toString() {
        return margin + " a " + periodName() + (growth == 0 ? "" : " growing by " + growth) + " at retention "
                + retention
                + " and discount " + discount + ", first margin "
                + (first == FirstMargin.END ? "at the end of the period" : "now");
    }
}
