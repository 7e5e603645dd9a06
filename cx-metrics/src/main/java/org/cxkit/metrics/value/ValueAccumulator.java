package org.cxkit.metrics.value;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Collector;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Accumulator;

/**
 * Adds up the values of customers, one at a time or a column at a time.
 *
 * <p>A value may be below zero, where a customer costs more than they bring. Merges over any partition of the
 * customers. Not thread-safe.
 */
public final class ValueAccumulator implements Accumulator<ValueAccumulator, ValueTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long MISSING = Long.MIN_VALUE;

    // primitives and text only: the serialisers of Spark and older Flink fill them by reflection
    private String currency;
    private long n;
    private long missing;
    private long sum;
    private long squaresHigh;
    private long squaresLow;

    private ValueAccumulator() {
        this("XXX");
    }

    private ValueAccumulator(String currency) {
        this.currency = currency;
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param currency the currency of all values
     */
    public static ValueAccumulator create(Currency currency) {
        return new ValueAccumulator(currency.getCurrencyCode());
    }

    /**
     * {@return a collector of values}
     *
     * @param currency the currency of all of them
     */
    public static Collector<Money, ?, ValueTally> collector(Currency currency) {
        return Collector.of(
                () -> create(currency),
                ValueAccumulator::add,
                ValueAccumulator::merge,
                ValueAccumulator::result,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Adds a customer.
     *
     * @param value what the customer is worth, in whole minor units
     * @return this
     * @throws IllegalArgumentException if the value is in another currency
     * @throws ArithmeticException if the value is finer than the minor unit, or a sum leaves the range of a long
     */
    public ValueAccumulator add(Money value) {
        if (!value.currency().getCurrencyCode().equals(currency)) {
            throw new IllegalArgumentException("wanted a value in " + currency + ", got " + value);
        }
        return addMinor(value.toMinorUnits());
    }

    /**
     * Adds a customer.
     *
     * @param valueMinor what the customer is worth, in minor units, or {@code Long.MIN_VALUE} where it is not known
     * @return this
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public ValueAccumulator addMinor(long valueMinor) {
        return addAll(new long[] {valueMinor}, 0, 1);
    }

    /**
     * Adds a column of values, a row for each customer.
     *
     * @param valuesMinor values in minor units, {@code Long.MIN_VALUE} for one that is not known; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @return this
     * @throws ArithmeticException if a sum leaves the range of a long; nothing was added
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public ValueAccumulator addAll(long[] valuesMinor, int from, int to) {
        Objects.checkFromToIndex(from, to, valuesMinor.length);
        long newN = n;
        long newSum = sum;
        long high = squaresHigh;
        long low = squaresLow;
        for (int i = from; i < to; i++) {
            long value = valuesMinor[i];
            if (value != MISSING) {
                newN++;
                newSum = Math.addExact(newSum, value);
                long before = low;
                low += value * value;
                high = Math.addExact(high, Math.multiplyHigh(value, value));
                high = Math.addExact(high, Long.compareUnsigned(low, before) < 0 ? 1 : 0);
            }
        }
        missing = Math.addExact(missing, to - from - (newN - n));
        n = newN;
        sum = newSum;
        squaresHigh = high;
        squaresLow = low;
        return this;
    }

    /**
     * Adds all customers of a tally.
     *
     * @param tally a tally in the same currency
     * @return this
     * @throws IllegalArgumentException if the currencies differ; the message names both
     * @throws ArithmeticException if a sum leaves the range of a long
     */
    public ValueAccumulator add(ValueTally tally) {
        ValueTally both = result().plus(tally);
        n = both.n();
        missing = both.missing();
        sum = both.sumMinor();
        squaresHigh = both.squaresHigh();
        squaresLow = both.squaresLow();
        return this;
    }

    @Override
    public ValueAccumulator merge(ValueAccumulator other) {
        return add(other.result());
    }

    @Override
    public ValueTally result() {
        return new ValueTally(currency, n, missing, sum, squaresHigh, squaresLow);
    }

    @Override
    public ValueAccumulator copy() {
        return new ValueAccumulator(currency).add(result());
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a value accumulator is read through its form");
    }

    private record Form(ValueTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return create(tally.currency()).add(tally);
        }
    }

    /** {@return what was added so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }
}
