package org.cxkit.metrics.purchase;

import java.util.Arrays;

/** The purchases and refunds of one customer while a log is made, and then the days they come to. */
final class CustomerDays {
    private static final int FIRST_CAPACITY = 2;

    private int size;
    private int[] days = new int[FIRST_CAPACITY];
    private long[] spent = new long[FIRST_CAPACITY];

    void add(int day, long minor) {
        if (size == days.length) {
            days = Arrays.copyOf(days, 2 * size);
            spent = Arrays.copyOf(spent, 2 * size);
        }
        days[size] = day;
        spent[size++] = minor;
    }

    /** Makes one of all that happened on a day; {@return how many refunds had no purchase before them} */
    int merge() {
        SlotSort.sortTogether(days, spent, size);
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
                spent[merged - 1] = Math.addExact(spent[merged - 1], sum);
            } else {
                leftOut += refunds;
            }
        }
        size = merged;
        return leftOut;
    }

    int size() {
        return size;
    }

    void copyTo(int[] allDays, long[] allSpent, int at) {
        System.arraycopy(days, 0, allDays, at, size);
        System.arraycopy(spent, 0, allSpent, at, size);
    }
}
