package org.cxkit.metrics.spend;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Accumulator;

/**
 * Counts customers by how often they bought again and what they spent in all these purchases together.
 *
 * <p>Customers without a repeat purchase, and those whose repeat purchases came to nothing or less, are counted apart.
 * Merges over any partition of the customers. Memory grows with the distinct pairs of frequency and spend, by 40 to 80
 * bytes each. Not thread-safe: give each thread its own and merge.
 */
public final class SpendAccumulator implements Accumulator<SpendAccumulator, SpendTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int FIRST_CAPACITY = 64;

    // primitives, arrays and text only: the serialisers of Spark and older Flink fill them by reflection
    private String currency;
    private long withoutRepeat;
    private long withoutSpend;
    private int size;
    private int[] frequency;
    private long[] totalMinor;

    /** How many customers have the pair of this slot; 0 in an empty slot. */
    private long[] customers;

    private SpendAccumulator() {
        this("XXX", FIRST_CAPACITY);
    }

    private SpendAccumulator(String currency, int capacity) {
        this.currency = currency;
        frequency = new int[capacity];
        totalMinor = new long[capacity];
        customers = new long[capacity];
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param currency the currency of all spend
     */
    public static SpendAccumulator create(Currency currency) {
        return new SpendAccumulator(currency.getCurrencyCode(), FIRST_CAPACITY);
    }

    /**
     * Adds one customer.
     *
     * @param repeatPurchases how often he or she bought again, the first purchase not counted; not negative
     * @param total what these repeat purchases came to together, in whole minor units; nothing where there is none
     * @return this
     * @throws IllegalArgumentException if the number is negative, the currency is another, or there is spend without a
     *     repeat purchase
     * @throws ArithmeticException if the total is finer than the minor unit, or a count leaves the range of a long
     */
    public SpendAccumulator add(int repeatPurchases, Money total) {
        if (!total.currency().getCurrencyCode().equals(currency)) {
            throw new IllegalArgumentException("wanted spend in " + currency + ", got " + total);
        }
        return addMinor(repeatPurchases, total.toMinorUnits());
    }

    /**
     * Adds one customer.
     *
     * @param repeatPurchases how often he or she bought again, the first purchase not counted; not negative
     * @param minor what these repeat purchases came to together, in minor units; 0 where there is none
     * @return this
     * @throws IllegalArgumentException if the number is negative, or there is spend without a repeat purchase
     * @throws ArithmeticException if a count leaves the range of a long
     */
    public SpendAccumulator addMinor(int repeatPurchases, long minor) {
        String wrong = wrong(repeatPurchases, minor);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
        put(repeatPurchases, minor, 1);
        return this;
    }

    /**
     * Adds the customers of a part of two columns, one a row.
     *
     * @param repeatPurchases how often each bought again; not altered
     * @param totalsMinor what the repeat purchases of each came to together, in minor units; not altered
     * @param from the first row
     * @param to the row after the last
     * @return this
     * @throws IndexOutOfBoundsException if the range leaves a column
     * @throws IllegalArgumentException if a number is negative, or there is spend without a repeat purchase; the
     *     message names the row
     */
    public SpendAccumulator addAll(int[] repeatPurchases, long[] totalsMinor, int from, int to) {
        Objects.checkFromToIndex(from, to, repeatPurchases.length);
        Objects.checkFromToIndex(from, to, totalsMinor.length);
        for (int i = from; i < to; i++) {
            String wrong = wrong(repeatPurchases[i], totalsMinor[i]);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("row " + i + ": " + wrong);
            }
        }
        for (int i = from; i < to; i++) {
            put(repeatPurchases[i], totalsMinor[i], 1);
        }
        return this;
    }

    private static String wrong(int repeatPurchases, long minor) {
        if (repeatPurchases < 0) {
            return "repeat purchases must not be negative, got " + repeatPurchases;
        }
        return repeatPurchases == 0 && minor != 0
                ? "no repeat spend wanted without a repeat purchase, got " + minor + " minor units"
                : "";
    }

    void leaveOut(long noRepeat, long noSpend) {
        long without = Math.addExact(withoutRepeat, noRepeat);
        withoutSpend = Math.addExact(withoutSpend, noSpend);
        withoutRepeat = without;
    }

    void put(int x, long minor, long times) {
        if (x == 0) {
            leaveOut(times, 0);
            return;
        }
        if (minor <= 0) {
            leaveOut(0, times);
            return;
        }
        int slot = slot(x, minor);
        if (customers[slot] > 0) {
            customers[slot] = Math.addExact(customers[slot], times);
            return;
        }
        if (2 * (size + 1) > customers.length) {
            grow();
            slot = slot(x, minor);
        }
        frequency[slot] = x;
        totalMinor[slot] = minor;
        customers[slot] = times;
        size++;
    }

    private int slot(int x, long minor) {
        int mask = customers.length - 1;
        long bits = minor * 0x9E3779B97F4A7C15L ^ x * 0xC2B2AE3D27D4EB4FL;
        bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
        int slot = (int) (bits >>> 32) & mask;
        while (customers[slot] > 0 && !(frequency[slot] == x && totalMinor[slot] == minor)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        SpendAccumulator larger = new SpendAccumulator(currency, 2 * customers.length);
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                larger.put(frequency[i], totalMinor[i], customers[i]);
            }
        }
        frequency = larger.frequency;
        totalMinor = larger.totalMinor;
        customers = larger.customers;
    }

    @Override
    public SpendAccumulator merge(SpendAccumulator other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "spend in different currencies does not merge: " + currency + " and " + other.currency);
        }
        SpendAccumulator source = other == this ? other.copy() : other;
        leaveOut(source.withoutRepeat, source.withoutSpend);
        for (int i = 0; i < source.customers.length; i++) {
            if (source.customers[i] > 0) {
                put(source.frequency[i], source.totalMinor[i], source.customers[i]);
            }
        }
        return this;
    }

    @Override
    public SpendTally result() {
        int[] at = new int[size];
        int found = 0;
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                at[found++] = i;
            }
        }
        return SpendTally.sorted(currency, withoutRepeat, withoutSpend, at, frequency, totalMinor, customers);
    }

    @Override
    public SpendAccumulator copy() {
        SpendAccumulator copy = new SpendAccumulator(currency, 0);
        copy.withoutRepeat = withoutRepeat;
        copy.withoutSpend = withoutSpend;
        copy.size = size;
        copy.frequency = frequency.clone();
        copy.totalMinor = totalMinor.clone();
        copy.customers = customers.clone();
        return copy;
    }

    /** {@return what was added so far, as the tally says it} */
    @Override
    public String toString() {
        return SpendTally.sentence(Arrays.stream(customers).sum(), size, currency, withoutRepeat, withoutSpend);
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("spend is read through its form");
    }

    private record Form(SpendTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return tally.toAccumulator();
        }
    }
}
