package org.cxkit.metrics.fourc;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The cumulative margin of a portfolio, its most profitable customers first: it climbs to a peak, and those after
 * the peak destroy a part of it.
 *
 * <p>Customers with a missing cost or value are left out. Equal margins are ordered by customer id. Ranks start at 1. Immutable
 * and thread-safe.
 *
 * <p>Source: R. S. Kaplan, V. G. Narayanan, "Measuring and Managing Customer Profitability", Journal of Cost
 * Management 15(5), 2001.
 */
public final class WhaleCurve {
    private final CustomerColumns rows;
    private final CostBasis basis;
    private final int[] order;
    private final long[] margins;
    private final long[] cumulative;
    private final int peak;

    private WhaleCurve(CustomerColumns rows, CostBasis basis, int[] order, long[] margins) {
        this.rows = rows;
        this.basis = basis;
        this.order = order;
        this.margins = margins;
        cumulative = new long[margins.length + 1];
        int highest = 0;
        for (int i = 0; i < margins.length; i++) {
            cumulative[i + 1] = rows.sum(cumulative[i], margins[i]);
            highest = cumulative[i + 1] > cumulative[highest] ? i + 1 : highest;
        }
        peak = highest;
    }

    /**
     * {@return the curve with all three costs counted}
     *
     * @param tally the customers
     * @throws ArithmeticException if a sum leaves the range of a long at the decimals of the finest amount
     */
    public static WhaleCurve of(PortfolioTally tally) {
        return of(tally, CostBasis.PROSPECT);
    }

    /**
     * {@return the curve on this basis}
     *
     * @param tally the customers
     * @param basis which costs count
     * @throws ArithmeticException if a sum leaves the range of a long at the decimals of the finest amount
     */
    public static WhaleCurve of(PortfolioTally tally, CostBasis basis) {
        CustomerColumns rows = tally.rows();
        long[] margin = new long[rows.size];
        List<Integer> complete = new ArrayList<>();
        for (int i = 0; i < rows.size; i++) {
            if (rows.complete(i, basis)) {
                margin[i] = rows.sum(rows.amounts[CustomerColumns.CLV][i], -rows.cost(i, basis));
                complete.add(i);
            }
        }
        // rows are in the order of their ids and the sort is stable, so ties stay in that order
        complete.sort(Comparator.comparingLong((Integer i) -> margin[i]).reversed());
        int[] order = complete.stream().mapToInt(i -> i).toArray();
        return new WhaleCurve(
                rows,
                basis,
                order,
                Arrays.stream(order).mapToLong(i -> margin[i]).toArray());
    }

    /** {@return which costs count} */
    public CostBasis basis() {
        return basis;
    }

    /** {@return how many customers stand on the curve} */
    public int customers() {
        return order.length;
    }

    /**
     * {@return the customer of this rank}
     *
     * @param rank from 1, the most profitable, to {@link #customers()}
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public CustomerId customer(int rank) {
        return new CustomerId(rows.ids[order[Objects.checkIndex(rank - 1, order.length)]]);
    }

    /**
     * {@return the margin of the customer of this rank}
     *
     * @param rank from 1, the most profitable, to {@link #customers()}
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public Money margin(int rank) {
        return rows.money(margins[Objects.checkIndex(rank - 1, order.length)]);
    }

    /**
     * {@return the sum of the margins up to this rank}
     *
     * @param rank from 1, the most profitable, to {@link #customers()}
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public Money cumulative(int rank) {
        return rows.money(cumulative[Objects.checkIndex(rank - 1, order.length) + 1]);
    }

    /**
     * {@return the sum up to this rank over the final sum: 1.5 says that these earn one and a half times what remains
     * in the end; no data where the final sum is not positive}
     *
     * @param rank from 1, the most profitable, to {@link #customers()}
     * @throws IndexOutOfBoundsException if there is no such rank
     */
    public Outcome<Double> shareOfFinal(int rank) {
        return ofFinal(cumulative[Objects.checkIndex(rank - 1, order.length) + 1]);
    }

    /**
     * {@return the final sum, the margin of all}
     *
     * @throws IllegalStateException if nobody stands on the curve
     */
    public Money finalMargin() {
        return money(cumulative[order.length]);
    }

    /**
     * {@return the highest sum, at least zero: that of no customer at all}
     *
     * @throws IllegalStateException if nobody stands on the curve
     */
    public Money peak() {
        return money(cumulative[peak]);
    }

    /** {@return how many customers it takes to reach the peak, 0 where all of them lose money} */
    public int peakCustomers() {
        return peak;
    }

    /**
     * {@return the margin that the customers after the peak destroy: the peak less the final sum}
     *
     * @throws IllegalStateException if nobody stands on the curve
     */
    public Money destroyed() {
        return peak().minus(finalMargin());
    }

    /**
     * {@return what the most profitable customers earn over the final sum; no data where the final sum is not positive}
     *
     * @param percent the share of the customers, from 1 to 100; the number of customers is rounded up
     * @throws IllegalArgumentException if the share is out of range
     */
    public Outcome<Double> topShare(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("percent must be from 1 to 100, got " + percent);
        }
        return ofFinal(cumulative[(int) (((long) order.length * percent + 99) / 100)]);
    }

    /**
     * {@return the Gini coefficient of the margins: 0 where all are equal, near 1 where one customer earns all, above 1
     * where losses are large; no data where the final sum is not positive}
     *
     * <p>With margins in ascending order it is {@code sum((2i - n - 1) * x_i) / (n * sum(x_i))}: the plain coefficient.
     * C.-N. Chen, T.-W. Tsaur, T.-S. Rhai, "The Gini Coefficient and Negative Income", Oxford Economic Papers 34(3), 1982,
     * say why it passes 1 where there are losses; their normalisation, which keeps it from that, is not used.
     */
    public Outcome<Double> gini() {
        int n = order.length;
        BigInteger weighted = BigInteger.ZERO;
        for (int i = 0; i < n; i++) {
            weighted = weighted.add(BigInteger.valueOf(n - 1 - 2L * i).multiply(BigInteger.valueOf(margins[i])));
        }
        double spread = weighted.doubleValue();
        return ofFinal(cumulative[n]).map(one -> spread / n / cumulative[n]);
    }

    /**
     * {@return the curve thinned for drawing: evenly spread points with the start, the peak and the end among them}
     *
     * @param most how many points at most, the peak not counted; 2 or more
     * @throws IllegalArgumentException if fewer than two points are wanted
     */
    public List<WhalePoint> points(int most) {
        if (most < 2) {
            throw new IllegalArgumentException("at least 2 points wanted, got " + most);
        }
        List<WhalePoint> points = new ArrayList<>();
        int steps = Math.min(most - 1, order.length);
        int last = -1;
        for (int step = 0; step <= steps && order.length > 0; step++) {
            int at = (int) ((long) order.length * step / steps);
            if (last < peak && peak < at) {
                points.add(new WhalePoint(peak, rows.money(cumulative[peak])));
            }
            points.add(new WhalePoint(at, rows.money(cumulative[at])));
            last = at;
        }
        return List.copyOf(points);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WhaleCurve that
                && basis == that.basis
                && rows.sameAs(that.rows)
                && Arrays.equals(margins, that.margins);
    }

    @Override
    public int hashCode() {
        return Objects.hash(basis, Arrays.hashCode(margins));
    }

    /**
     * {@return the curve in a sentence: {@code 4 customers: peak 800.00 EUR after 1, 90.00 EUR destroyed after it, final
     * 710.00 EUR}}
     */
    @Override
    public String toString() {
        String sunk = basis == CostBasis.EXISTING ? "; acquisition sunk" : "";
        if (order.length == 0) {
            return "no customer with all costs known" + sunk;
        }
        String top = topShare(20)
                .toOptional()
                .map(share -> String.format(Locale.ROOT, "; the top 20 %% earn %.1f %% of it", 100 * share))
                .orElse("");
        return order.length + (order.length == 1 ? " customer" : " customers") + ": peak " + peak() + " after " + peak
                + ", " + destroyed() + " destroyed after it, final " + finalMargin() + top + sunk;
    }

    private Outcome<Double> ofFinal(long sum) {
        long end = cumulative[order.length];
        return end > 0
                ? Outcome.of((double) sum / end)
                : Outcome.noData(
                        order.length == 0 ? "no customer with all costs known" : "the final margin is not positive");
    }

    private Money money(long units) {
        if (order.length == 0) {
            throw new IllegalStateException("a whale curve of no customers has no margin");
        }
        return rows.money(units);
    }
}
