package org.cxkit.metrics.purchase;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Days with an amount each, in order, customer after customer. Immutable. */
final class DayRows {

    /** The rows of customer {@code i} are those from {@code offsets[i]} to below {@code offsets[i + 1]}. */
    private final int[] offsets;

    private final int[] days;
    private final long[] minor;

    private DayRows(int[] offsets, int[] days, long[] minor) {
        this.offsets = offsets;
        this.days = days;
        this.minor = minor;
    }

    /** {@return the rows of these customers} */
    static DayRows of(Collection<CustomerDays> customers) {
        int[] offsets = new int[customers.size() + 1];
        int next = 0;
        for (CustomerDays one : customers) {
            offsets[next + 1] = Math.addExact(offsets[next], one.size());
            next++;
        }
        int[] days = new int[offsets[next]];
        long[] minor = new long[offsets[next]];
        next = 0;
        for (CustomerDays one : customers) {
            one.copyTo(days, minor, offsets[next++]);
        }
        return new DayRows(offsets, days, minor);
    }

    int size() {
        return days.length;
    }

    int from(int customer) {
        return offsets[customer];
    }

    int to(int customer) {
        return offsets[customer + 1];
    }

    int day(int row) {
        return days[row];
    }

    /** {@return the row after the last one of the customer up to the day} */
    int upTo(int customer, int day) {
        int at = Arrays.binarySearch(days, offsets[customer], offsets[customer + 1], day);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** {@return the sum of the amounts of the rows} */
    long sum(int from, int to) {
        long sum = 0;
        for (int row = from; row < to; row++) {
            sum = Math.addExact(sum, minor[row]);
        }
        return sum;
    }

    /** {@return the days of all rows} */
    IntStream days() {
        return Arrays.stream(days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DayRows that
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(days, that.days)
                && Arrays.equals(minor, that.minor);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(minor);
    }
}
