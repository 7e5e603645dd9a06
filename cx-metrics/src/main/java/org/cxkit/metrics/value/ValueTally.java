package org.cxkit.metrics.value;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Currency;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.survey.Fraction;
import org.cxkit.metrics.wording.Sentence;

/**
 * How many customers there are, the sum of their values and of the squares of these: enough for a mean, its variance
 * and every test of it.
 *
 * <p>Whole minor units of one currency, the squares in 128 bits: nothing cancels, and tallies merge over any partition
 * of the customers, bit for bit. Immutable and thread-safe.
 */
public final class ValueTally implements Tally<ValueTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "values";
    private static final int VERSION = 1;

    // primitives and text, not a Currency or a BigInteger: the serialisers of Spark and older Flink fill these
    private final String currency;
    private final long n;
    private final long missing;
    private final long sum;
    private final long squaresHigh;
    private final long squaresLow;

    private ValueTally() {
        this("XXX", 0, 0, 0, 0, 0);
    }

    ValueTally(String currency, long n, long missing, long sum, long squaresHigh, long squaresLow) {
        long unused = Math.addExact(n, missing);
        if (n < 0 || missing < 0 || squaresHigh < 0) {
            throw new IllegalArgumentException("counts and squares must not be negative: n=" + n + ", missing="
                    + missing + ", squares=" + wide(squaresHigh, squaresLow));
        }
        BigInteger squares = wide(squaresHigh, squaresLow);
        // by Cauchy and Schwarz; only corrupt bytes get here otherwise
        if (BigInteger.valueOf(sum).pow(2).compareTo(squares.multiply(BigInteger.valueOf(n))) > 0) {
            throw new IllegalArgumentException(
                    "no " + n + " values have the sum " + sum + " and the sum of squares " + squares);
        }
        this.currency = currency;
        this.n = n;
        this.missing = missing;
        this.sum = sum;
        this.squaresHigh = squaresHigh;
        this.squaresLow = squaresLow;
    }

    private static BigInteger wide(long high, long low) {
        BigInteger unsigned = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
    }

    /**
     * {@return the tally of no customers}
     *
     * @param currency the currency of all values
     */
    public static ValueTally empty(Currency currency) {
        return ValueAccumulator.create(currency).result();
    }

    /** {@return the currency of all values} */
    public Currency currency() {
        return Currency.getInstance(currency);
    }

    /** {@return the number of customers whose value is known} */
    public long n() {
        return n;
    }

    /** {@return the number of customers whose value is not known} */
    public long missing() {
        return missing;
    }

    long sumMinor() {
        return sum;
    }

    long squaresHigh() {
        return squaresHigh;
    }

    long squaresLow() {
        return squaresLow;
    }

    /** {@return the value of all customers together} */
    public Money total() {
        return Money.ofMinor(sum, currency());
    }

    /**
     * {@return the mean and the variance of the values, in whole units of the currency, each the double nearest to the
     * exact one}
     */
    public Sample sample() {
        BigInteger count = BigInteger.valueOf(n);
        BigInteger minor = BigInteger.TEN.pow(Math.max(0, currency().getDefaultFractionDigits()));
        double mean = n == 0 ? 0 : new Fraction(BigInteger.valueOf(sum), count.multiply(minor)).toDouble();
        BigInteger spread = count.multiply(wide(squaresHigh, squaresLow))
                .subtract(BigInteger.valueOf(sum).pow(2));
        double variance = n < 2
                ? 0
                : new Fraction(
                                spread,
                                count.multiply(count.subtract(BigInteger.ONE)).multiply(minor.pow(2)))
                        .toDouble();
        return new Sample(n, mean, variance, missing, 0);
    }

    @Override
    public boolean isEmpty() {
        return n == 0 && missing == 0;
    }

    @Override
    public ValueTally plus(ValueTally other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "values in different currencies do not merge: " + currency + " and " + other.currency);
        }
        long low = squaresLow + other.squaresLow;
        long carry = Long.compareUnsigned(low, squaresLow) < 0 ? 1 : 0;
        return new ValueTally(
                currency,
                Math.addExact(n, other.n),
                Math.addExact(missing, other.missing),
                Math.addExact(sum, other.sum),
                Math.addExact(Math.addExact(squaresHigh, other.squaresHigh), carry),
                low);
    }

    @Override
    public byte[] toBytes() {
        return ByteWriter.of(NAME, VERSION)
                .text(currency)
                .count(n)
                .count(missing)
                .number(sum)
                .count(squaresHigh)
                .number(squaresLow)
                .toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static ValueTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, NAME, VERSION);
        String currency = Currency.getInstance(reader.text()).getCurrencyCode();
        return reader.end(new ValueTally(
                currency, reader.count(), reader.count(), reader.number(), reader.count(), reader.number()));
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a value tally is read through its form");
    }

    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Form(byte[] bytes) {
            this.bytes = bytes;
        }

        @Serial
        private Object readResolve() {
            return fromBytes(bytes);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueTally that
                && currency.equals(that.currency)
                && n == that.n
                && missing == that.missing
                && sum == that.sum
                && squaresHigh == that.squaresHigh
                && squaresLow == that.squaresLow;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(n) + 7 * Long.hashCode(sum) + Long.hashCode(squaresLow) + Long.hashCode(missing);
    }

    /** {@return the number of values and their sum, such as {@code 3 values of 120.00 EUR together, 1 missing}} */
    @Override
    public String toString() {
        return Sentence.count(n, "value") + " of " + total() + " together" + Sentence.dirty(missing, 0);
    }
}
