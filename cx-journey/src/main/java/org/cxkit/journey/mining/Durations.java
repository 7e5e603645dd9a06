package org.cxkit.journey.mining;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.journey.log.EventLog;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;

/**
 * Lengths of time, each kept, so that medians and quantiles are exact and stay so when tallies are added up.
 *
 * <p>They are whole microseconds, not negative; statistics are in seconds. Sums are exact: a mean is the double nearest
 * to the true one. 8 bytes each. Immutable, value-based and thread-safe.
 */
public final class Durations implements Tally<Durations>, Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "durations";
    private static final int VERSION = 1;
    private static final double MICROS = 1e6;
    private static final int BLOCK = 1024;
    private static final Durations EMPTY = new Durations(new long[0]);

    private final transient long[] sorted;

    private Durations(long[] sorted) {
        this.sorted = sorted;
    }

    /** Takes an array that nobody else will write to, in any order, of numbers that are not negative. */
    static Durations owning(long[] micros) {
        LongSort.sort(micros);
        return new Durations(micros);
    }

    /** {@return no lengths of time} */
    public static Durations empty() {
        return EMPTY;
    }

    /**
     * {@return these lengths of time}
     *
     * @param lengths in any order, not negative; what is finer than a microsecond is cut off
     * @throws IllegalArgumentException if one is negative
     */
    public static Durations of(Collection<Duration> lengths) {
        return ofMicros(lengths.stream().mapToLong(EpochMicros::span).toArray());
    }

    /**
     * {@return these lengths of time}
     *
     * @param micros lengths in microseconds, in any order, not negative; not modified
     * @throws IllegalArgumentException if one is negative; the message names index and value
     */
    public static Durations ofMicros(long... micros) {
        for (int i = 0; i < micros.length; i++) {
            if (micros[i] < 0) {
                throw new IllegalArgumentException("micros[" + i + "] must not be negative, got " + micros[i]);
            }
        }
        return owning(micros.clone());
    }

    /**
     * {@return how long each case of a log took, from its first event to its last: 0 for a single event}
     *
     * @param log any log
     */
    public static Durations ofCases(EventLog log) {
        long[] micros = new long[log.cases()];
        Arrays.setAll(micros, c -> log.micros(log.to(c) - 1) - log.micros(log.from(c)));
        return owning(micros);
    }

    /** {@return the lengths whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave
     * @throws IllegalArgumentException if the bytes are corrupt
     */
    public static Durations fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, VERSION);
        return in.end(read(in));
    }

    static Durations read(ByteReader in) {
        long[] sorted = new long[in.size()];
        long value = 0;
        for (int i = 0; i < sorted.length; i++) {
            value += in.count();
            if (value < 0) {
                throw new IllegalArgumentException("not the bytes of " + NAME + ": a length is too long");
            }
            sorted[i] = value;
        }
        return new Durations(sorted);
    }

    void write(ByteWriter out) {
        out.count(sorted.length);
        long before = 0;
        for (long value : sorted) {
            out.count(value - before);
            before = value;
        }
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, VERSION);
        write(out);
        return out.toBytes();
    }

    /** {@return how many lengths there are} */
    public int count() {
        return sorted.length;
    }

    @Override
    public boolean isEmpty() {
        return sorted.length == 0;
    }

    @Override
    public Durations plus(Durations other) {
        long[] merged = new long[Math.addExact(sorted.length, other.sorted.length)];
        int left = 0;
        int right = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean takeLeft =
                    right == other.sorted.length || (left < sorted.length && sorted[left] <= other.sorted[right]);
            merged[i] = takeLeft ? sorted[left++] : other.sorted[right++];
        }
        return new Durations(merged);
    }

    /** {@return the lengths in microseconds in ascending order; the caller's own} */
    public long[] micros() {
        return sorted.clone();
    }

    /** {@return the sum in seconds, the double nearest to the exact one} */
    public double sumSeconds() {
        return new BigDecimal(sum(), 6).doubleValue();
    }

    /**
     * {@return the mean in seconds, the double nearest to the exact one}
     *
     * @throws IllegalStateException if there are no lengths
     */
    public double meanSeconds() {
        require(1, "mean");
        return new BigDecimal(sum(), 6)
                .divide(BigDecimal.valueOf(sorted.length), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * {@return the median in seconds: the middle length, or the mean of the two in the middle}
     *
     * @throws IllegalStateException if there are no lengths
     */
    public double medianSeconds() {
        require(1, "median");
        int upper = sorted.length / 2;
        int lower = (sorted.length - 1) / 2;
        return (sorted[lower] / 2.0 + sorted[upper] / 2.0) / MICROS;
    }

    /**
     * {@return the shortest in seconds}
     *
     * @throws IllegalStateException if there are no lengths
     */
    public double minSeconds() {
        require(1, "minimum");
        return sorted[0] / MICROS;
    }

    /**
     * {@return the longest in seconds}
     *
     * @throws IllegalStateException if there are no lengths
     */
    public double maxSeconds() {
        require(1, "maximum");
        return sorted[sorted.length - 1] / MICROS;
    }

    /**
     * {@return a quantile in seconds, interpolated between the two lengths at the position {@code (n - 1) * p}}
     *
     * <p>Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4),
     * 1996: type 7.
     *
     * @param p the share of lengths below, from 0 to 1
     * @throws IllegalArgumentException if {@code p} is not from 0 to 1
     * @throws IllegalStateException if there are no lengths
     */
    public double quantileSeconds(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be from 0 to 1, got " + p);
        }
        require(1, "quantile");
        double position = (sorted.length - 1) * p;
        int lower = (int) position;
        int upper = Math.min(lower + 1, sorted.length - 1);
        return (sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower])) / MICROS;
    }

    /**
     * {@return the sample standard deviation in seconds, with n - 1}
     *
     * @throws IllegalStateException if there are fewer than two lengths
     */
    public double sdSeconds() {
        require(2, "standard deviation");
        double mean = meanSeconds() * MICROS;
        double squares = 0;
        // summed by blocks, so that the error does not grow with the length
        for (int start = 0; start < sorted.length; start += BLOCK) {
            double block = 0;
            for (int i = start; i < Math.min(start + BLOCK, sorted.length); i++) {
                block += (sorted[i] - mean) * (sorted[i] - mean);
            }
            squares += block;
        }
        return Math.sqrt(squares / (sorted.length - 1)) / MICROS;
    }

    private void require(int least, String what) {
        if (sorted.length < least) {
            throw new IllegalStateException("the " + what + " is undefined for " + sorted.length
                    + (sorted.length == 1 ? " length of time" : " lengths of time"));
        }
    }

    /** The exact sum: the halves of the longs are summed apart, so neither sum can overflow. */
    private BigInteger sum() {
        long high = 0;
        long low = 0;
        for (long value : sorted) {
            high += value >>> Integer.SIZE;
            low += value & 0xFFFF_FFFFL;
        }
        return BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Durations that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /** {@return a sentence with count, median, mean and range in seconds} */
    @Override
    public String toString() {
        return isEmpty()
                ? "no lengths of time"
                : String.format(
                        Locale.ROOT,
                        "median %.1f s, mean %.1f s, from %.1f to %.1f s, n %d",
                        medianSeconds(),
                        meanSeconds(),
                        minSeconds(),
                        maxSeconds(),
                        count());
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("durations are read through their form");
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
}
