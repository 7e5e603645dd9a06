package org.cxkit.metrics.purchase;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The purchases and refunds of one customer while a log is made, and then the days they come to. */
final class CustomerDays {
    private static final int FIRST_CAPACITY = 2;
    private static final int FEW = 64;

    private int size;
    private int[] days = new int[FIRST_CAPACITY];
    private long[] spent = new long[FIRST_CAPACITY];

    /** The days of refunds alone, after the first day of purchase; few customers have any. */
    private @Nullable CustomerDays refundDays;

    void add(int day, long minor) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            spent = Arrays.copyOf(spent, 2 * size);
        }
        days[size] = day;
        spent[size++] = minor;
    }

    /**
     * Makes one of all that happened on a day, days of refunds alone apart from days of purchase.
     *
     * @return how many refunds had no purchase before them
     */
    int merge() {
        sort();
        int merged = 0;
        int leftOut = 0;
        for (int i = 0; i < size; ) {
            int day = days[i];
            int refunds = 0;
            boolean bought = false;
            long sum = 0;
            for (; i < size && days[i] == day; i++) {
                bought |= spent[i] >= 0;
                refunds += spent[i] < 0 ? 1 : 0;
                sum = Math.addExact(sum, spent[i]);
            }
            if (bought) {
                days[merged] = day;
                spent[merged++] = sum;
            } else if (merged > 0) {
                addRefund(day, sum);
            } else {
                leftOut += refunds;
            }
        }
        size = merged;
        return leftOut;
    }

    private void addRefund(int day, long minor) {
        CustomerDays known = refundDays == null ? new CustomerDays() : refundDays;
        known.add(day, minor);
        refundDays = known;
    }

    /** Puts the purchases in order: the usual few by insertion. */
    private void sort() {
        if (size > FEW) {
            sortMany();
            return;
        }
        for (int i = 1; i < size; i++) {
            int day = days[i];
            long value = spent[i];
            int at = i;
            for (; at > 0 && days[at - 1] > day; at--) {
                days[at] = days[at - 1];
                spent[at] = spent[at - 1];
            }
            days[at] = day;
            spent[at] = value;
        }
    }

    private void sortMany() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingInt(i -> days[i]))
                .mapToInt(i -> i)
                .toArray();
        days = Arrays.stream(order).map(i -> days[i]).toArray();
        spent = Arrays.stream(order).mapToLong(i -> spent[i]).toArray();
    }

    int size() {
        return size;
    }

    /** {@return the days of refunds alone, or the other where there are none} */
    CustomerDays refundsOr(CustomerDays none) {
        return refundDays == null ? none : refundDays;
    }

    void copyTo(int[] allDays, long[] allSpent, int at) {
        System.arraycopy(days, 0, allDays, at, size);
        System.arraycopy(spent, 0, allSpent, at, size);
    }
}
