package org.cxkit.metrics.renewal;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.Accumulator;

/**
 * Counts customers under a contract by how often they have renewed it, and whether they still have it.
 *
 * <p>Merges over any partition of the customers. Memory grows with the most renewals of a customer. Not thread-safe:
 * give each thread its own and merge.
 */
public final class RenewalAccumulator implements Accumulator<RenewalAccumulator, RenewalTally> {
    @Serial
    private static final long serialVersionUID = 1;

    private RatePeriod period;

    /** Customers who renewed so often and then left. */
    private long[] left;

    /** Customers who renewed so often and were still there when the observation ended. */
    private long[] active;

    @SuppressWarnings("unused") // for engines that fill the fields themselves
    private RenewalAccumulator() {
        this(RatePeriod.YEAR, new long[0], new long[0]);
    }

    private RenewalAccumulator(RatePeriod period, long[] left, long[] active) {
        this.period = period;
        this.left = left;
        this.active = active;
    }

    /**
     * {@return an accumulator that nothing was added to}
     *
     * @param period how long a contract runs from one decision to the next
     */
    public static RenewalAccumulator create(RatePeriod period) {
        return new RenewalAccumulator(Objects.requireNonNull(period, "period"), new long[0], new long[0]);
    }

    static RenewalAccumulator of(RatePeriod period, long[] left, long[] active) {
        return new RenewalAccumulator(period, left.clone(), active.clone());
    }

    /**
     * Adds customers who renewed so often and then left.
     *
     * @param renewals how many decisions they renewed at before the one they left at, from 0 to a million
     * @param customers how many customers, not negative
     * @return this
     * @throws IllegalArgumentException if a number is out of its range
     * @throws ArithmeticException if a count leaves the range of a long
     */
    public RenewalAccumulator left(int renewals, long customers) {
        check(renewals, customers);
        left = add(left, renewals, customers);
        return this;
    }

    /**
     * Adds customers who renewed so often and are still there.
     *
     * @param renewals how many decisions they renewed at, from 0 to a million
     * @param customers how many customers, not negative
     * @return this
     * @throws IllegalArgumentException if a number is out of its range
     * @throws ArithmeticException if a count leaves the range of a long
     */
    public RenewalAccumulator active(int renewals, long customers) {
        check(renewals, customers);
        active = add(active, renewals, customers);
        return this;
    }

    /**
     * Adds a cohort: customers who came together.
     *
     * @param survivors how many there were at first, then after each decision; each not above the one before; not
     *     altered
     * @return this
     * @throws IllegalArgumentException if there is no number, one is negative or one is above the number before; the
     *     message names it
     * @throws ArithmeticException if a count leaves the range of a long
     */
    public RenewalAccumulator cohort(long... survivors) {
        if (survivors.length == 0) {
            throw new IllegalArgumentException("a cohort needs the number of its customers at first, got nothing");
        }
        for (int i = 0; i < survivors.length; i++) {
            if (survivors[i] < 0 || (i > 0 && survivors[i] > survivors[i - 1])) {
                throw new IllegalArgumentException("survivors must not be negative nor grow, got survivors[" + i
                        + "] = " + survivors[i] + (i > 0 ? " after " + survivors[i - 1] : ""));
            }
        }
        int decisions = survivors.length - 1;
        check(decisions, 0);
        long[] gone = left.clone();
        for (int i = 0; i < decisions; i++) {
            gone = add(gone, i, survivors[i] - survivors[i + 1]);
        }
        active = add(active, decisions, survivors[decisions]);
        left = gone;
        return this;
    }

    private static void check(int renewals, long customers) {
        if (renewals < 0 || renewals > RenewalTally.MOST_RENEWALS) {
            throw new IllegalArgumentException(
                    "renewals must be from 0 to " + RenewalTally.MOST_RENEWALS + ", got " + renewals);
        }
        if (customers < 0) {
            throw new IllegalArgumentException("customers must not be negative, got " + customers);
        }
    }

    /** {@return the counts with so many more, the same array where there is room} */
    private static long[] add(long[] counts, int at, long more) {
        if (more == 0) {
            return counts;
        }
        long[] roomy = at < counts.length ? counts : Arrays.copyOf(counts, at + 1);
        roomy[at] = Math.addExact(roomy[at], more);
        return roomy;
    }

    @Override
    public RenewalAccumulator merge(RenewalAccumulator other) {
        if (period != other.period) {
            throw new IllegalArgumentException("one period wanted, got " + period + " and " + other.period);
        }
        long[] gone = plus(left, other.left);
        active = plus(active, other.active);
        left = gone;
        return this;
    }

    private static long[] plus(long[] counts, long[] others) {
        long[] sum = Arrays.copyOf(counts, Math.max(counts.length, others.length));
        for (int i = 0; i < others.length; i++) {
            sum[i] = Math.addExact(sum[i], others[i]);
        }
        return sum;
    }

    @Override
    public RenewalTally result() {
        return new RenewalTally(period, left.clone(), active.clone());
    }

    @Override
    public RenewalAccumulator copy() {
        return of(period, left, active);
    }

    /** {@return what was added so far, as the tally says it} */
    @Override
    public String toString() {
        return result().toString();
    }

    @Serial
    private Object writeReplace() {
        return new Form(result());
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("renewals are read through their form");
    }

    private record Form(RenewalTally tally) implements Serializable {
        @Serial
        private Object readResolve() {
            return tally.toAccumulator();
        }
    }
}
