package org.cxkit.metrics.subscription;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Currency;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The recurring revenue at the start of a period, and what became of it, with the numbers of customers.
 *
 * <p>Whole minor units of one currency; adds up over any partition of the customers. Immutable and thread-safe.
 */
public final class RevenueTally implements Tally<RevenueTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "recurring revenue";

    static final int OPEN = 0;
    static final int CHURN = 1;
    static final int CONTRACTION = 2;
    static final int EXPANSION = 3;
    static final int ADDED = 4;
    static final int KINDS = 5;

    private final String currency;
    private final long[] counts;
    private final long[] sums;

    private RevenueTally() {
        this("XXX", new long[KINDS], new long[KINDS]);
    }

    RevenueTally(String currency, long[] counts, long[] sums) {
        this.currency = currency;
        this.counts = counts;
        this.sums = sums;
    }

    /** {@return the currency of all amounts} */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    long[] counts() {
        return counts.clone();
    }

    long[] sums() {
        return sums.clone();
    }

    Money sum(int kind) {
        return Money.ofMinor(sums[kind], currency());
    }

    @Override
    public boolean isEmpty() {
        return counts[OPEN] == 0 && counts[ADDED] == 0;
    }

    @Override
    public RevenueTally plus(RevenueTally other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "revenues in different currencies do not merge: " + currency + " and " + other.currency);
        }
        long[] bothCounts = new long[KINDS];
        long[] bothSums = new long[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            bothCounts[kind] = Math.addExact(counts[kind], other.counts[kind]);
            bothSums[kind] = Math.addExact(sums[kind], other.sums[kind]);
        }
        return new RevenueTally(currency, bothCounts, bothSums);
    }

    @Override
    public byte[] toBytes() {
        ByteWriter writer = ByteWriter.of(NAME, 1).text(currency);
        for (int kind = 0; kind < KINDS; kind++) {
            writer.count(counts[kind]).count(sums[kind]);
        }
        return writer.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RevenueTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, 1);
        String currency = Currency.getInstance(reader.text()).getCurrencyCode();
        long[] counts = new long[KINDS];
        long[] sums = new long[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            counts[kind] = reader.count();
            sums[kind] = reader.count();
        }
        RevenueTally tally = reader.end(new RevenueTally(currency, counts, sums));
        RevenueRetention unused = RevenueRetention.of(tally); // refuses amounts that do not fit each other
        return tally;
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a revenue tally is read through its form");
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RevenueTally that
                && currency.equals(that.currency)
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(sums, that.sums);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Arrays.hashCode(sums);
    }

    /** {@return such as {@code revenue of 3 customers, 300.00 EUR at the start}} */
    @Override
    public String toString() {
        return "revenue of " + Sentence.count(counts[OPEN] + counts[ADDED], "customer") + ", " + sum(OPEN)
                + " at the start";
    }
}
