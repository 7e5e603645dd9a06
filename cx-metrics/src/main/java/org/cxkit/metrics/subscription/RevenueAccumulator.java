package org.cxkit.metrics.subscription;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Accumulator;

/**
 * Folds the recurring revenue of customers at the start and at the end of a period into a {@link RevenueTally}.
 *
 * <p>A customer is one row. Merges over any partition of the customers, in whole minor units.
 * <strong>Not thread-safe:</strong> confine and merge.
 */
public final class RevenueAccumulator implements Accumulator<RevenueAccumulator, RevenueTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private String currency;
    private long[] counts = new long[RevenueTally.KINDS];
    private long[] sums = new long[RevenueTally.KINDS];

    private RevenueAccumulator() {
        this("XXX");
    }

    private RevenueAccumulator(String currency) {
        this.currency = currency;
    }

    /**
     * {@return an accumulator that has seen nobody}
     *
     * @param currency the currency of all amounts
     */
    public static RevenueAccumulator create(Currency currency) {
        return new RevenueAccumulator(currency.getCurrencyCode());
    }

    /**
     * Adds a customer.
     *
     * @param before the recurring revenue at the start, not negative; zero for one who is new or comes back
     * @param after the recurring revenue at the end, not negative; zero for one who has left
     * @return this
     * @throws IllegalArgumentException if an amount is negative or in another currency
     * @throws ArithmeticException if an amount is finer than the minor unit, or a sum leaves the range of a long
     */
    public RevenueAccumulator add(Money before, Money after) {
        for (Money amount : new Money[] {before, after}) {
            if (!amount.currency().getCurrencyCode().equals(currency)) {
                throw new IllegalArgumentException("wanted revenue in " + currency + ", got " + amount);
            }
        }
        return addAll(new long[] {before.toMinorUnits()}, new long[] {after.toMinorUnits()}, 0, 1);
    }

    /**
     * Adds customers from columns of minor units, not altered.
     *
     * @param beforeMinor the recurring revenue of each at the start, not negative
     * @param afterMinor the recurring revenue of each at the end, not negative
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws IllegalArgumentException if an amount is negative; the message names the row
     * @throws IndexOutOfBoundsException if the range is not within both columns
     * @throws ArithmeticException if a sum leaves the range of a long; nothing was added
     */
    public RevenueAccumulator addAll(long[] beforeMinor, long[] afterMinor, int from, int to) {
        Objects.checkFromToIndex(from, to, beforeMinor.length);
        Objects.checkFromToIndex(from, to, afterMinor.length);
        long[] newCounts = counts.clone();
        long[] newSums = sums.clone();
        for (int row = from; row < to; row++) {
            long before = beforeMinor[row];
            long after = afterMinor[row];
            if (before < 0 || after < 0) {
                throw new IllegalArgumentException("recurring revenue must not be negative, got " + before
                        + " before and " + after + " after in row " + row);
            }
            count(newCounts, newSums, before, after);
        }
        counts = newCounts;
        sums = newSums;
        return this;
    }

    private static void count(long[] counts, long[] sums, long before, long after) {
        if (before == 0) {
            if (after > 0) {
                put(counts, sums, RevenueTally.ADDED, after);
            }
            return;
        }
        put(counts, sums, RevenueTally.OPEN, before);
        if (after == 0) {
            put(counts, sums, RevenueTally.CHURN, before);
        } else if (after < before) {
            put(counts, sums, RevenueTally.CONTRACTION, before - after);
        } else if (after > before) {
            put(counts, sums, RevenueTally.EXPANSION, after - before);
        }
    }

    private static void put(long[] counts, long[] sums, int kind, long amount) {
        counts[kind] = Math.incrementExact(counts[kind]);
        sums[kind] = Math.addExact(sums[kind], amount);
    }

    @Override
    public RevenueAccumulator merge(RevenueAccumulator other) {
        return add(other.result());
    }

    /**
     * Adds all customers of a tally.
     *
     * @param tally a tally in the same currency
     * @return this
     * @throws IllegalArgumentException if the currencies differ; the message names both
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public RevenueAccumulator add(RevenueTally tally) {
        RevenueTally both = result().plus(tally);
        counts = both.counts();
        sums = both.sums();
        return this;
    }

    @Override
    public RevenueTally result() {
        return new RevenueTally(currency, counts.clone(), sums.clone());
    }

    @Override
    public RevenueAccumulator copy() {
        return new RevenueAccumulator(currency).merge(this);
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("revenue is read through its form");
    }

    private record Form(RevenueTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return new RevenueAccumulator(tally.currency().getCurrencyCode()).add(tally);
        }
    }
}
