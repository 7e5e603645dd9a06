package org.cxkit.metrics.survey;

import java.util.Objects;

/** The loops that count columns of ratings: no allocation, no call and no boxing for a row. */
final class RatingKernel {

    private static final int VALUES = 256;

    private RatingKernel() {}

    /**
     * How often each byte value is in the range, indexed by the value without its sign.
     */
    static long[] tally(byte[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        long[] tally = new long[VALUES];
        for (int i = from; i < to; i++) {
            tally[column[i] & 0xFF]++;
        }
        return tally;
    }

    /**
     * How often each value from -127 to 127 is in the range, indexed as for bytes; Integer.MIN_VALUE counts where
     * Byte.MIN_VALUE does, and a value of no byte counts nowhere.
     */
    static long[] tally(int[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        long[] tally = new long[VALUES];
        for (int i = from; i < to; i++) {
            int value = column[i];
            if (-Byte.MAX_VALUE <= value && value <= Byte.MAX_VALUE) {
                tally[value & 0xFF]++;
            } else if (value == Integer.MIN_VALUE) {
                tally[Byte.MIN_VALUE & 0xFF]++;
            }
        }
        return tally;
    }
}
