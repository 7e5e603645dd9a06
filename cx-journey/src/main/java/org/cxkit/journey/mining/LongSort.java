package org.cxkit.journey.mining;

import java.util.Arrays;

/** Sorts columns of waits. */
final class LongSort {
    private static final int RADIX_FROM = 3000;
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private LongSort() {}

    /**
     * Sorts numbers that are not negative.
     *
     * <p>Long columns by digits of 11 bits from the lowest: four or five passes over waits in microseconds, where
     * comparing takes a pass for every doubling of the length.
     */
    static void sort(long[] values) {
        if (values.length < RADIX_FROM) {
            Arrays.sort(values);
            return;
        }
        long all = 0;
        for (long value : values) {
            all |= value;
        }
        long[] from = values;
        long[] to = new long[values.length];
        int[] next = new int[BUCKETS];
        for (int shift = 0; shift < Long.SIZE && all >>> shift != 0; shift += BITS) {
            Arrays.fill(next, 0);
            for (long value : from) {
                next[(int) (value >>> shift) & BUCKETS - 1]++;
            }
            int start = 0;
            for (int b = 0; b < BUCKETS; b++) {
                int count = next[b];
                next[b] = start;
                start += count;
            }
            for (long value : from) {
                to[next[(int) (value >>> shift) & BUCKETS - 1]++] = value;
            }
            long[] swap = from;
            from = to;
            to = swap;
        }
        if (from != values) {
            System.arraycopy(from, 0, values, 0, values.length);
        }
    }
}
