package org.cxkit.metrics.purchase;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Accumulator;

/**
 * Counts customers by how often, how recently and for how long they have bought.
 *
 * <p>Merges over any partition of the customers. Memory grows with the distinct histories, by 56 to 112 bytes each,
 * not with the customers. Not thread-safe: give each thread its own and merge.
 */
public final class RfmAccumulator implements Accumulator<RfmAccumulator, RfmTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int FIRST_CAPACITY = 64;

    private RatePeriod unit;
    private int size;
    private int[] frequency;
    private double[] recency;
    private double[] age;

    /** How many customers have the history of this slot; 0 in an empty slot. */
    private long[] customers;

    @SuppressWarnings("unused") // for engines that fill the fields themselves
    private RfmAccumulator() {
        this(RatePeriod.DAY, FIRST_CAPACITY);
    }

    private RfmAccumulator(RatePeriod unit, int capacity) {
        this.unit = unit;
        frequency = new int[capacity];
        recency = new double[capacity];
        age = new double[capacity];
        customers = new long[capacity];
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
        for (int i = 0; i < source.customers.length; i++) {
            if (source.customers[i] > 0) {
                put(source.frequency[i], source.recency[i], source.age[i], source.customers[i]);
            }
        }
        return this;
    }

    @Override
    public RfmTally result() {
        int[] at = new int[size];
        int found = 0;
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                at[found++] = i;
            }
        }
        return RfmTally.sorted(unit, at, frequency, recency, age, customers);
    }

    @Override
    public RfmAccumulator copy() {
        RfmAccumulator copy = new RfmAccumulator(unit, 0);
        copy.size = size;
        copy.frequency = frequency.clone();
        copy.recency = recency.clone();
        copy.age = age.clone();
        copy.customers = customers.clone();
        return copy;
    }

    void put(int x, double last, double observed, long times) {
        // adding 0.0 makes one zero of the two, so that equal histories have equal bits
        int slot = slot(x, last + 0.0, observed + 0.0);
        if (customers[slot] > 0) {
            customers[slot] = Math.addExact(customers[slot], times);
            return;
        }
        if (2 * (size + 1) > customers.length) {
            grow();
            slot = slot(x, last + 0.0, observed + 0.0);
        }
        frequency[slot] = x;
        recency[slot] = last + 0.0;
        age[slot] = observed + 0.0;
        customers[slot] = times;
        size++;
    }

    private int slot(int x, double last, double observed) {
        int mask = customers.length - 1;
        int slot = hash(x, last, observed) & mask;
        while (customers[slot] > 0 && !(frequency[slot] == x && recency[slot] == last && age[slot] == observed)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(int x, double last, double observed) {
        long bits = Double.doubleToRawLongBits(last) * 0x9E3779B97F4A7C15L
                ^ Long.rotateLeft(Double.doubleToRawLongBits(observed) * 0xC2B2AE3D27D4EB4FL, 31) + x;
        bits = (bits ^ (bits >>> 29)) * 0xBF58476D1CE4E5B9L;
        return (int) (bits >>> 32);
    }

    private void grow() {
        RfmAccumulator larger = new RfmAccumulator(unit, 2 * customers.length);
        for (int i = 0; i < customers.length; i++) {
            if (customers[i] > 0) {
                larger.put(frequency[i], recency[i], age[i], customers[i]);
            }
        }
        frequency = larger.frequency;
        recency = larger.recency;
        age = larger.age;
        customers = larger.customers;
    }

    /** {@return such as {@code 2357 customers with 1213 histories in weeks}} */
    @Override
    public String toString() {
        return RfmTally.sentence(Arrays.stream(customers).sum(), size, unit);
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
