package org.cxkit.metrics.spend;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.Objects;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.purchase.PurchaseHistories;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Customers counted by how often they bought again and what they spent in all these purchases together.
 *
 * <p>Amounts are whole minor units of one currency, so nothing is rounded. Customers without a repeat purchase, and
 * those whose repeat purchases came to nothing or less, tell no model of spend anything: they are counted and left out.
 * The distinct pairs stand in the order of frequency and spend. Merges over any partition of the customers, exactly.
 * Immutable, value-based and thread-safe.
 */
public final class SpendTally implements Tally<SpendTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "repeat spend";
    private static final int VERSION = 1;

    private final String currency;
    private final long withoutRepeat;
    private final long withoutSpend;
    private final transient int[] frequency; // written through the form
    private final transient long[] totalMinor;
    private final transient long[] customers;
    private final long spenders;

    private SpendTally(
            String currency,
            long withoutRepeat,
            long withoutSpend,
            int[] frequency,
            long[] totalMinor,
            long[] customers) {
        this.currency = currency;
        this.withoutRepeat = withoutRepeat;
        this.withoutSpend = withoutSpend;
        this.frequency = frequency;
        this.totalMinor = totalMinor;
        this.customers = customers;
        long sum = 0;
        for (long count : customers) {
            sum = Math.addExact(sum, count);
        }
        spenders = sum;
        long unused = Math.addExact(Math.addExact(sum, withoutRepeat), withoutSpend);
    }

    /** The slots {@code at} of these columns, in order. */
    static SpendTally sorted(
            String currency,
            long withoutRepeat,
            long withoutSpend,
            int[] at,
            int[] frequency,
            long[] totalMinor,
            long[] customers) {
        int[] order = Arrays.stream(at)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(slot -> frequency[slot])
                        .thenComparingLong(slot -> totalMinor[slot]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SpendTally(
                currency,
                withoutRepeat,
                withoutSpend,
                Arrays.stream(order).map(slot -> frequency[slot]).toArray(),
                Arrays.stream(order).mapToLong(slot -> totalMinor[slot]).toArray(),
                Arrays.stream(order).mapToLong(slot -> customers[slot]).toArray());
    }

    /**
     * {@return the tally of two columns, one customer a row}
     *
     * @param currency the currency of all spend
     * @param repeatPurchases how often each bought again, the first purchase not counted
     * @param totalsMinor what the repeat purchases of each came to together, in minor units; 0 where there is none
     * @throws IllegalArgumentException if the columns differ in length, a number is negative, or there is spend without
     *     a repeat purchase; the message names the row
     */
    public static SpendTally of(Currency currency, int[] repeatPurchases, long[] totalsMinor) {
        if (repeatPurchases.length != totalsMinor.length) {
            throw new IllegalArgumentException(
                    "columns of one length wanted, got " + repeatPurchases.length + " and " + totalsMinor.length);
        }
        return SpendAccumulator.create(currency)
                .addAll(repeatPurchases, totalsMinor, 0, totalsMinor.length)
                .result();
    }

    /**
     * {@return the tally of what customers spent on their repeat purchases}
     *
     * @param histories the customers
     * @throws IllegalArgumentException if nothing was ever bought, so that there is no currency
     */
    public static SpendTally of(PurchaseHistories histories) {
        SpendAccumulator accumulator = SpendAccumulator.create(histories
                .currency()
                .orElseThrow(() -> new IllegalArgumentException("at least 1 purchase wanted, got none")));
        for (int row = 0; row < histories.size(); row++) {
            accumulator.addMinor(histories.frequency(row), histories.repeatSpendMinor(row));
        }
        return accumulator.result();
    }

    /**
     * {@return the tally of nobody}
     *
     * @param currency the currency of all spend
     */
    public static SpendTally empty(Currency currency) {
        return SpendAccumulator.create(currency).result();
    }

    /** {@return the currency of all spend} */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /** {@return how many customers spent something in repeat purchases} */
    public long customers() {
        return spenders;
    }

    /** {@return how many customers had no repeat purchase and are left out} */
    public long withoutRepeat() {
        return withoutRepeat;
    }

    /** {@return how many customers bought again but spent nothing or less in it, such as by refunds, and are left out} */
    public long withoutSpend() {
        return withoutSpend;
    }

    /** {@return how many distinct pairs of frequency and spend there are} */
    public int pairs() {
        return frequency.length;
    }

    /**
     * {@return the repeat purchases of a pair, at least 1}
     *
     * @param index from 0 to below {@link #pairs()}
     * @throws IndexOutOfBoundsException if there is no such pair
     */
    public int frequency(int index) {
        return frequency[index];
    }

    /**
     * {@return what the repeat purchases of a pair came to together, in minor units, above 0}
     *
     * @param index from 0 to below {@link #pairs()}
     * @throws IndexOutOfBoundsException if there is no such pair
     */
    public long totalMinor(int index) {
        return totalMinor[index];
    }

    /**
     * {@return how many customers share a pair, at least 1}
     *
     * @param index from 0 to below {@link #pairs()}
     * @throws IndexOutOfBoundsException if there is no such pair
     */
    public long customers(int index) {
        return customers[index];
    }

    /** {@return what a minor unit is in major ones, such as 0.01} */
    double minor() {
        return Money.ofMinor(1, currency()).amount().doubleValue();
    }

    /** {@return an accumulator that has seen all customers of this tally} */
    public SpendAccumulator toAccumulator() {
        SpendAccumulator accumulator = SpendAccumulator.create(currency());
        accumulator.leaveOut(withoutRepeat, withoutSpend);
        for (int i = 0; i < frequency.length; i++) {
            accumulator.put(frequency[i], totalMinor[i], customers[i]);
        }
        return accumulator;
    }

    @Override
    public boolean isEmpty() {
        return frequency.length == 0 && withoutRepeat == 0 && withoutSpend == 0;
    }

    @Override
    public SpendTally plus(SpendTally other) {
        return toAccumulator().merge(other.toAccumulator()).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, VERSION)
                .text(currency)
                .count(withoutRepeat)
                .count(withoutSpend)
                .count(frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            out.count(frequency[i]).count(totalMinor[i]).count(customers[i]);
        }
        return out.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static SpendTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, VERSION);
        SpendAccumulator accumulator = SpendAccumulator.create(Currency.getInstance(in.text()));
        accumulator.leaveOut(in.count(), in.count());
        int size = in.size();
        for (int i = 0; i < size; i++) {
            int x = in.count(Integer.MAX_VALUE);
            long minor = in.count();
            long times = in.count();
            if (x == 0 || minor == 0 || times == 0) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a pair of " + x
                        + " repeat purchases for " + minor + " by " + times + " customers");
            }
            accumulator.put(x, minor, times);
        }
        SpendTally tally = in.end(accumulator.result());
        if (!Arrays.equals(tally.toBytes(), bytes)) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": the pairs are not in order");
        }
        return tally;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SpendTally that
                && currency.equals(that.currency)
                && withoutRepeat == that.withoutRepeat
                && withoutSpend == that.withoutSpend
                && Arrays.equals(frequency, that.frequency)
                && Arrays.equals(totalMinor, that.totalMinor)
                && Arrays.equals(customers, that.customers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                currency,
                withoutRepeat,
                withoutSpend,
                Arrays.hashCode(frequency),
                Arrays.hashCode(totalMinor),
                Arrays.hashCode(customers));
    }

    /**
     * {@return such as {@code 946 customers with 896 pairs of frequency and spend in USD, 1411 without a repeat purchase
     * and 0 without repeat spend left out}}
     */
    @Override
    public String toString() {
        return sentence(spenders, frequency.length, currency, withoutRepeat, withoutSpend);
    }

    static String sentence(long customers, int pairs, String currency, long withoutRepeat, long withoutSpend) {
        return Sentence.count(customers, "customer") + " with " + Sentence.count(pairs, "pair")
                + " of frequency and spend in " + currency + ", " + withoutRepeat + " without a repeat purchase and "
                + withoutSpend + " without repeat spend left out";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("repeat spend is read from its bytes");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        private Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }
}
