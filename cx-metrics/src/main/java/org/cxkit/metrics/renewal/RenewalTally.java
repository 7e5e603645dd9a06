package org.cxkit.metrics.renewal;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.wording.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Customers under a contract, counted by how often they have renewed it and whether they still have it.
 *
 * <p>Cohorts of different ages stand together: of a young one less is known, and no more is told. Merges over any
 * partition of the customers, exactly. Immutable, value-based and thread-safe.
 */
public final class RenewalTally implements Tally<RenewalTally> {
    @Serial
    private static final long serialVersionUID = 1;

    /** A period of a day for some 2,700 years; it keeps corrupt bytes from asking for all the memory there is. */
    static final int MOST_RENEWALS = 1_000_000;

    private static final String NAME = "renewals";
    private static final int VERSION = 1;

    private final RatePeriod period;
    private final transient long[] left; // written through the form
    private final transient long[] active;
    private final long customers;

    /** Takes the arrays. */
    RenewalTally(RatePeriod period, long[] left, long[] active) {
        this.period = period;
        this.left = left;
        this.active = active;
        long sum = 0;
        for (long[] counts : new long[][] {left, active}) {
            for (long count : counts) {
                sum = Math.addExact(sum, count);
            }
        }
        customers = sum;
    }

    /**
     * {@return the tally of one cohort}
     *
     * @param period how long a contract runs from one decision to the next
     * @param survivors how many customers there were at first, then after each decision; each not above the one before
     * @throws IllegalArgumentException if there is no number, one is negative or one is above the number before; the
     *     message names it
     */
    public static RenewalTally ofCohort(RatePeriod period, long... survivors) {
        return RenewalAccumulator.create(period).cohort(survivors).result();
    }

    /**
     * {@return the tally of nobody}
     *
     * @param period how long a contract runs from one decision to the next
     */
    public static RenewalTally empty(RatePeriod period) {
        return RenewalAccumulator.create(period).result();
    }

    /** {@return how long a contract runs from one decision to the next} */
    public RatePeriod period() {
        return period;
    }

    /** {@return how many customers there are} */
    public long customers() {
        return customers;
    }

    /**
     * {@return how many customers renewed so often and then left}
     *
     * @param renewals how often; nobody did where it is out of range
     */
    public long left(int renewals) {
        return renewals >= 0 && renewals < left.length ? left[renewals] : 0;
    }

    /**
     * {@return how many customers renewed so often and were still there when the observation ended}
     *
     * @param renewals how often; nobody did where it is out of range
     */
    public long active(int renewals) {
        return renewals >= 0 && renewals < active.length ? active[renewals] : 0;
    }

    /** {@return the most decisions that a customer was seen at, 0 where none was} */
    public int decisions() {
        return Math.max(left.length, active.length - 1);
    }

    /** {@return an accumulator that has seen all customers of this tally} */
    public RenewalAccumulator toAccumulator() {
        return RenewalAccumulator.of(period, left, active);
    }

    @Override
    public boolean isEmpty() {
        return customers == 0;
    }

    @Override
    public RenewalTally plus(RenewalTally other) {
        return toAccumulator().merge(other.toAccumulator()).result();
    }

    @Override
    public byte[] toBytes() {
        ByteWriter out = ByteWriter.of(NAME, VERSION).text(period.name());
        for (long[] counts : new long[][] {left, active}) {
            out.count(counts.length);
            for (long count : counts) {
                out.count(count);
            }
        }
        return out.toBytes();
    }

    /**
     * {@return the tally whose bytes these are}
     *
     * @param bytes what {@link #toBytes()} gave, not altered
     * @throws IllegalArgumentException if the bytes are corrupt or of something else
     */
    public static RenewalTally fromBytes(byte[] bytes) {
        ByteReader in = ByteReader.of(bytes, NAME, VERSION);
        RatePeriod period = period(in.text());
        return in.end(new RenewalTally(period, counts(in), counts(in)));
    }

    private static long[] counts(ByteReader in) {
        long[] counts = new long[in.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.count();
        }
        if (counts.length > MOST_RENEWALS + 1 || (counts.length > 0 && counts[counts.length - 1] == 0)) {
            throw new IllegalArgumentException(
                    "not the bytes of " + NAME + ": counts of up to " + counts.length + " renewals");
        }
        return counts;
    }

    private static RatePeriod period(String name) {
        return Arrays.stream(RatePeriod.values())
                .filter(period -> period.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not the bytes of " + NAME + ": period " + name));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RenewalTally that
                && period == that.period
                && Arrays.equals(left, that.left)
                && Arrays.equals(active, that.active);
    }

    @Override
    public int hashCode() {
        // an enum's own hash differs from run to run
        return Objects.hash(period.name(), Arrays.hashCode(left), Arrays.hashCode(active));
    }

    /** {@return such as {@code 1000 customers, 241 still there, seen at up to 7 decisions, one a year}} */
    @Override
    public String toString() {
        long there = 0;
        for (long count : active) {
            there += count;
        }
        return Sentence.count(customers, "customer") + ", " + there + " still there, seen at up to "
                + Sentence.count(decisions(), "decision") + ", one a "
                + period.name().toLowerCase(Locale.ROOT);
    }

    @Serial
    private Object writeReplace() {
        return new Form(toBytes());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("renewals are read from their bytes");
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
