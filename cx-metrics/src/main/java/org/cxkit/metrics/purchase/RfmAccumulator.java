package org.cxkit.metrics.purchase;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Accumulator;

/**
 * Counts customers by how often, how recently and for how long they have bought.
 *
 * <p>Merges over any partition of the customers. Memory grows with the distinct histories, by 64 to 128 bytes each,
 * not with the customers. Not thread-safe: give each thread its own and merge.
 */
public final class RfmAccumulator implements Accumulator<RfmAccumulator, RfmTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int FIRST_CAPACITY = 16;

    /** A slot is four numbers side by side, so that a look into it costs one miss of the cache and not four. */
    private static final int SLOT = 4;

    private static final int RECENCY = 1;
    private static final int AGE = 2;
    private static final int CUSTOMERS = 3;

    private RatePeriod unit;
    private int size;

    /** By slot: the frequency, the bits of recency and age, and how many customers have them; 0 in an empty slot. */
    private long[] slots;

    @SuppressWarnings("unused") // for engines that fill the fields themselves
    private RfmAccumulator() {
        this(RatePeriod.DAY, FIRST_CAPACITY);
    }

    private RfmAccumulator(RatePeriod unit, int capacity) {
        this.unit = unit;
        slots = new long[capacity * SLOT];
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param unit the unit of all recencies and ages
     */
    public static RfmAccumulator create(RatePeriod unit) {
        return new RfmAccumulator(Objects.requireNonNull(unit, "unit"), FIRST_CAPACITY);
    }

    /**
     * Adds one customer.
     *
     * @param history the history, in any unit
     * @return this
     */
    public RfmAccumulator add(PurchaseHistory history) {
        PurchaseHistory own = history.in(unit);
        put(own.frequency(), own.recency(), own.age(), 1);
        return this;
    }

    /**
     * Adds customers that have one history.
     *
     * @param history the history, in any unit
     * @param times how many, not negative
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public RfmAccumulator add(PurchaseHistory history, long times) {
        if (times < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + times);
        }
        if (times > 0) {
            PurchaseHistory own = history.in(unit);
            put(own.frequency(), own.recency(), own.age(), times);
        }
        return this;
    }

    /**
     * Adds the customers of a part of three columns, one a row, in the unit of this.
     *
     * @param frequencies repeat purchases
     * @param recencies times from the first purchase to the last
     * @param ages times from the first purchase to the end
     * @param from the first row
     * @param to the row after the last
     * @return this
     * @throws IndexOutOfBoundsException if the range leaves a column
     * @throws IllegalArgumentException if a row is no history (see {@link PurchaseHistory}); the message names the row
     */
    public RfmAccumulator addAll(int[] frequencies, double[] recencies, double[] ages, int from, int to) {
        Objects.checkFromToIndex(from, to, frequencies.length);
        Objects.checkFromToIndex(from, to, recencies.length);
        Objects.checkFromToIndex(from, to, ages.length);
        for (int i = from; i < to; i++) {
            String wrong = PurchaseHistory.wrong(frequencies[i], recencies[i], ages[i]);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("row " + i + ": " + wrong);
            }
        }
        for (int i = from; i < to; i++) {
            put(frequencies[i], recencies[i], ages[i], 1);
        }
        return this;
    }

    @Override
    public RfmAccumulator merge(RfmAccumulator other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("one unit of time wanted, got " + unit + " and " + other.unit);
        }
        RfmAccumulator source = other == this ? other.copy() : other;
        for (int at = 0; at < source.slots.length; at += SLOT) {
            if (source.slots[at + CUSTOMERS] > 0) {
                putBits(
                        source.slots[at],
                        source.slots[at + RECENCY],
                        source.slots[at + AGE],
                        source.slots[at + CUSTOMERS]);
            }
        }
        return this;
    }

    @Override
    public RfmTally result() {
        HistoryColumns columns = new HistoryColumns(size);
        for (int at = 0; at < slots.length; at += SLOT) {
            if (slots[at + CUSTOMERS] > 0) {
                columns.add(
                        (int) slots[at],
                        Double.longBitsToDouble(slots[at + RECENCY]),
                        Double.longBitsToDouble(slots[at + AGE]),
                        slots[at + CUSTOMERS]);
            }
        }
        return RfmTally.of(unit, columns.sorted());
    }

    @Override
    public RfmAccumulator copy() {
        RfmAccumulator copy = new RfmAccumulator(unit, 0);
        copy.size = size;
        copy.slots = slots.clone();
        return copy;
    }

    void put(int x, double last, double observed, long times) {
        // adding 0.0 makes one zero of the two, so that equal histories have equal bits
        putBits(x, Double.doubleToRawLongBits(last + 0.0), Double.doubleToRawLongBits(observed + 0.0), times);
    }

    private void putBits(long x, long last, long observed, long times) {
        int at = slot(x, last, observed);
        if (slots[at + CUSTOMERS] > 0) {
            slots[at + CUSTOMERS] = Math.addExact(slots[at + CUSTOMERS], times);
            return;
        }
        if (2 * (size + 1) > slots.length / SLOT) {
            grow();
            at = slot(x, last, observed);
        }
        slots[at] = x;
        slots[at + RECENCY] = last;
        slots[at + AGE] = observed;
        slots[at + CUSTOMERS] = times;
        size++;
    }

    /** {@return where the history is, or where it may go} */
    private int slot(long x, long last, long observed) {
        int mask = slots.length - 1;
        int at = (hash(x, last, observed) * SLOT) & mask;
        while (slots[at + CUSTOMERS] > 0
                && !(slots[at] == x && slots[at + RECENCY] == last && slots[at + AGE] == observed)) {
            at = (at + SLOT) & mask;
        }
        return at;
    }

    private static int hash(long x, long last, long observed) {
        long bits = last * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(observed * 0xC2B2AE3D27D4EB4FL, 31) + x;
        bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (int) (bits >>> 32);
    }

    private void grow() {
        RfmAccumulator larger = new RfmAccumulator(unit, Math.multiplyExact(2, slots.length) / SLOT);
        larger.merge(this);
        slots = larger.slots;
    }

    /** {@return such as {@code 2357 customers with 1213 histories in weeks}} */
    @Override
    public String toString() {
        return result().toString();
    }

    @Serial
    private Object writeReplace() {
        return new Form(result().toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("an accumulator of purchase histories is read from its bytes");
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
            return RfmTally.fromBytes(bytes).toAccumulator();
        }
    }
}
