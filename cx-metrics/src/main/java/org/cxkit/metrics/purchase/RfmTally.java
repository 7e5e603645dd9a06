package org.cxkit.metrics.purchase;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collector;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.math.PoissonResample;
import org.jspecify.annotations.Nullable;

/**
 * Customers counted by how often, how recently and for how long they have bought: the distinct histories, and how many
 * customers share each.
 *
 * <p>Models of buying are fitted to it; a shop that counts in days has far fewer histories than customers. Histories
 * stand in the order of frequency, age and recency. Merges over any partition of the customers, exactly. Immutable,
 * value-based and thread-safe.
 */
public final class RfmTally implements Tally<RfmTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "purchase histories";
    private static final int VERSION = 1;

    private final RatePeriod unit;
    private final transient int[] frequency; // written through the form
    private final transient double[] recency;
    private final transient double[] age;
    private final transient long[] customers;
    private final long total;

    private RfmTally(RatePeriod unit, int[] frequency, double[] recency, double[] age, long[] customers) {
        this.unit = unit;
        this.frequency = frequency;
        this.recency = recency;
        this.age = age;
        this.customers = customers;
        long sum = 0;
        for (long count : customers) {
            sum = Math.addExact(sum, count);
        }
        total = sum;
    }

    /** The tally of histories that are in order, each once; takes their arrays as its own. */
    static RfmTally of(RatePeriod unit, HistoryColumns ordered) {
        return new RfmTally(unit, ordered.frequency, ordered.recency, ordered.age, ordered.customers);
    }

    /**
     * {@return the tally of these histories}
     *
     * @param unit the unit to hold them in
     * @param histories histories of customers, in any units
     */
    public static RfmTally of(RatePeriod unit, Collection<PurchaseHistory> histories) {
        RfmAccumulator accumulator = RfmAccumulator.create(unit);
        histories.forEach(accumulator::add);
        return accumulator.result();
    }

    /**
     * {@return the tally of three columns, one customer a row}
     *
     * @param unit the unit of recencies and ages
     * @param frequencies repeat purchases
     * @param recencies times from the first purchase to the last
     * @param ages times from the first purchase to the end
     * @throws IllegalArgumentException if the columns differ in length, or a row is no history (see
     *     {@link PurchaseHistory}); the message names the row
     */
    public static RfmTally of(RatePeriod unit, int[] frequencies, double[] recencies, double[] ages) {
        if (frequencies.length != recencies.length || frequencies.length != ages.length) {
            throw new IllegalArgumentException("columns of one length wanted, got " + frequencies.length + ", "
                    + recencies.length + " and " + ages.length);
        }
        return RfmAccumulator.create(unit)
                .addAll(frequencies, recencies, ages, 0, frequencies.length)
                .result();
    }

    /**
     * {@return the tally of nobody}
     *
     * @param unit the unit of recencies and ages
     */
    public static RfmTally empty(RatePeriod unit) {
        return RfmAccumulator.create(unit).result();
    }

    /**
     * {@return a collector of histories}
     *
     * @param unit the unit to hold them in
     */
    public static Collector<PurchaseHistory, ?, RfmTally> collector(RatePeriod unit) {
        return Collector.of(
                () -> RfmAccumulator.create(unit), RfmAccumulator::add, RfmAccumulator::merge, RfmAccumulator::result);
    }

    /** {@return the unit of recencies and ages} */
    public RatePeriod unit() {
        return unit;
    }

    /** {@return how many customers there are} */
    public long customers() {
        return total;
    }

    /** {@return how many distinct histories there are} */
    public int histories() {
        return frequency.length;
    }

    /**
     * {@return the history of this index}
     *
     * @param index from 0 to below {@link #histories()}
     * @throws IndexOutOfBoundsException if there is no such history
     */
    public PurchaseHistory history(int index) {
        return new PurchaseHistory(frequency[index], recency[index], age[index], unit);
    }

    /**
     * {@return the repeat purchases of a history}
     *
     * @param index from 0 to below {@link #histories()}
     * @throws IndexOutOfBoundsException if there is no such history
     */
    public int frequency(int index) {
        return frequency[index];
    }

    /**
     * {@return the time from the first purchase to the last in a history}
     *
     * @param index from 0 to below {@link #histories()}
     * @throws IndexOutOfBoundsException if there is no such history
     */
    public double recency(int index) {
        return recency[index];
    }

    /**
     * {@return the time from the first purchase to the end in a history}
     *
     * @param index from 0 to below {@link #histories()}
     * @throws IndexOutOfBoundsException if there is no such history
     */
    public double age(int index) {
        return age[index];
    }

    /**
     * {@return how many customers share a history, at least 1}
     *
     * @param index from 0 to below {@link #histories()}
     * @throws IndexOutOfBoundsException if there is no such history
     */
    public long customers(int index) {
        return customers[index];
    }

    /** {@return the index of a history, or a negative number where nobody has it} */
    int indexOf(int x, double last, double observed) {
        int low = 0;
        int high = frequency.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(frequency[middle], x);
            order = order != 0 ? order : Double.compare(age[middle], observed + 0.0);
            order = order != 0 ? order : Double.compare(recency[middle], last + 0.0);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return -1;
    }

    /**
     * {@return one replicate of a Poisson bootstrap: each customer counted as often as chance has it, once on average}
     *
     * <p>It is told from the seed, the history and the number of the replicate alone. Source: J. A. Hanley, B. MacGibbon,
     * "Creating Non-parametric Bootstrap Samples Using Poisson Frequencies", Computer Methods and Programs in
     * Biomedicine 83(1), 2006.
     *
     * @param seed the seed of all replicates
     * @param replicate which replicate
     */
    public RfmTally resampled(long seed, int replicate) {
        PoissonResample draws = new PoissonResample(seed, replicate);
        RfmAccumulator drawn = RfmAccumulator.create(unit);
        for (int i = 0; i < frequency.length; i++) {
            long key = PoissonResample.mix(Double.doubleToLongBits(recency[i]) + frequency[i])
                    ^ Double.doubleToLongBits(age[i]);
            long times = (long) draws.row(key).draw((double) customers[i]);
            if (times > 0) {
                drawn.put(frequency[i], recency[i], age[i], times);
            }
        }
        return drawn.result();
    }

    /** {@return an accumulator that has seen all customers of this tally} */
    public RfmAccumulator toAccumulator() {
        RfmAccumulator accumulator = RfmAccumulator.create(unit);
        for (int i = 0; i < frequency.length; i++) {
            accumulator.put(frequency[i], recency[i], age[i], customers[i]);
        }
        return accumulator;
    }

    @Override
    public boolean isEmpty() {
        return frequency.length == 0;
    }

    @Override
    public RfmTally plus(RfmTally other) {
        return toAccumulator().merge(other.toAccumulator()).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, VERSION).text(unit.name()).count(frequency.length);
        for (int i = 0; i < frequency.length; i++) {
            out.count(frequency[i]).real(recency[i]).real(age[i]).count(customers[i]);
        }
        return out.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RfmTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, VERSION);
        RfmAccumulator accumulator = RfmAccumulator.create(unit(in.text()));
        int size = in.size();
        for (int i = 0; i < size; i++) {
            long x = in.count();
            double last = in.real();
            double observed = in.real();
            long times = in.count();
            String wrong =
                    x > Integer.MAX_VALUE ? "a frequency of " + x : PurchaseHistory.wrong((int) x, last, observed);
            if (!wrong.isEmpty() || times == 0) {
                throw new IllegalArgumentException(
                        "not the bytes of " + NAME + ": " + (wrong.isEmpty() ? "a history of nobody" : wrong));
            }
            accumulator.put((int) x, last, observed, times);
        }
        RfmTally tally = in.end(accumulator.result());
        if (tally.histories() != size || !Arrays.equals(tally.toBytes(), bytes)) {
            throw new IllegalArgumentException("not the bytes of " + NAME + ": the histories are not in order");
        }
        return tally;
    }

    private static RatePeriod unit(String name) {
        return Arrays.stream(RatePeriod.values())
                .filter(unit -> unit.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not the bytes of " + NAME + ": unit " + name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RfmTally that
                && unit == that.unit
                && Arrays.equals(frequency, that.frequency)
                && Arrays.equals(recency, that.recency)
                && Arrays.equals(age, that.age)
                && Arrays.equals(customers, that.customers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                unit.name(), // an enum's own hash differs from run to run
                Arrays.hashCode(frequency),
                Arrays.hashCode(recency),
                Arrays.hashCode(age),
                Arrays.hashCode(customers));
    }

    /** {@return such as {@code 2357 customers with 1213 histories in weeks}} */
    @Override
    public String toString() {
        return sentence(total, frequency.length, unit);
    }

    static String sentence(long customers, int histories, RatePeriod unit) {
        return customers + (customers == 1 ? " customer with " : " customers with ") + histories
                + (histories == 1 ? " history" : " histories") + " in "
                + unit.name().toLowerCase(Locale.ROOT) + "s";
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("purchase histories are read from their bytes");
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
