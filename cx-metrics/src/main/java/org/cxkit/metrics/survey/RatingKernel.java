package org.cxkit.metrics.survey;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * The loops that count columns of ratings: no allocation, no call and no boxing for a row.
 *
 * <p>Ratings from 0 to 10 fit four bits. The byte loop takes 64 of them at a time, turns them into four longs, one for
 * each bit, and counts the ones of these and of ten of their products: enough to know how often each rating was given,
 * without a branch or a store that depends on a rating. A table of counters is many times slower, the more so the more
 * alike the ratings are, because each increment waits for the one before.
 */
final class RatingKernel {

    private static final int VALUES = 256;
    private static final int BLOCK = 64;
    private static final int MISSING = Byte.MIN_VALUE & 0xFF;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long HIGH_NIBBLES = 0xF0F0F0F0F0F0F0F0L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EVEN_BITS = 0x5555555555555555L;
    private static final long EVEN_PAIRS = 0x3333333333333333L;

    private RatingKernel() {}

    /** How often each byte value is in the range, indexed by the value without its sign. */
    static long[] tally(byte[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        long[] tally = new long[VALUES];
        long[] ones = new long[11];
        int at = from;
        while (at <= to - BLOCK) {
            int end = blocks(column, at, to, ones);
            commit(ones, end - at, tally);
            at = end;
            if (at <= to - BLOCK) {
                table(column, at, at + BLOCK, tally); // the block that the planes cannot tell
                at += BLOCK;
            }
        }
        table(column, at, to, tally);
        return tally;
    }

    private static void table(byte[] column, int from, int to, long[] tally) {
        for (int i = from; i < to; i++) {
            tally[column[i] & 0xFF]++;
        }
    }

    /** Counts whole blocks up to the first with a value that is neither 0 to 10 nor missing; returns where it ends. */
    private static int blocks(byte[] column, int from, int to, long[] ones) {
        long n0 = 0;
        long n1 = 0;
        long n2 = 0;
        long n3 = 0;
        long n01 = 0;
        long n02 = 0;
        long n12 = 0;
        long n012 = 0;
        long n03 = 0;
        long n13 = 0;
        long nMissing = 0;
        int i = from;
        for (; i <= to - BLOCK; i += BLOCK) {
            int missing = 0;
            long w0 = (long) LONGS.get(column, i);
            long w1 = (long) LONGS.get(column, i + 8);
            long w2 = (long) LONGS.get(column, i + 16);
            long w3 = (long) LONGS.get(column, i + 24);
            long w4 = (long) LONGS.get(column, i + 32);
            long w5 = (long) LONGS.get(column, i + 40);
            long w6 = (long) LONGS.get(column, i + 48);
            long w7 = (long) LONGS.get(column, i + 56);
            if (((w0 | w1 | w2 | w3 | w4 | w5 | w6 | w7) & HIGH_NIBBLES) != 0) {
                long bad = offNibble(w0) | offNibble(w1) | offNibble(w2) | offNibble(w3);
                bad |= offNibble(w4) | offNibble(w5) | offNibble(w6) | offNibble(w7);
                if (bad != 0) {
                    break;
                }
                long flags = flag(w0, 7) | flag(w1, 6) | flag(w2, 5) | flag(w3, 4);
                flags |= flag(w4, 3) | flag(w5, 2) | flag(w6, 1) | flag(w7, 0);
                missing = Long.bitCount(flags);
                w0 &= ~HIGH_BITS;
                w1 &= ~HIGH_BITS;
                w2 &= ~HIGH_BITS;
                w3 &= ~HIGH_BITS;
                w4 &= ~HIGH_BITS;
                w5 &= ~HIGH_BITS;
                w6 &= ~HIGH_BITS;
                w7 &= ~HIGH_BITS;
            }
            long b0 = w0 | w1 << 4;
            long b1 = w2 | w3 << 4;
            long b2 = w4 | w5 << 4;
            long b3 = w6 | w7 << 4;
            // a 4 x 4 transposition of bits in every nibble: b0 gets the lowest bit of all 64 ratings, b3 the highest
            long t = (b0 >>> 1 ^ b1) & EVEN_BITS;
            b0 ^= t << 1;
            b1 ^= t;
            t = (b2 >>> 1 ^ b3) & EVEN_BITS;
            b2 ^= t << 1;
            b3 ^= t;
            t = (b0 >>> 2 ^ b2) & EVEN_PAIRS;
            b0 ^= t << 2;
            b2 ^= t;
            t = (b1 >>> 2 ^ b3) & EVEN_PAIRS;
            b1 ^= t << 2;
            b3 ^= t;

            long b01 = b0 & b1;
            if ((b3 & (b2 | b01)) != 0) { // 11 to 15
                break;
            }
            n0 += Long.bitCount(b0);
            n1 += Long.bitCount(b1);
            n2 += Long.bitCount(b2);
            n3 += Long.bitCount(b3);
            n01 += Long.bitCount(b01);
            n02 += Long.bitCount(b0 & b2);
            n12 += Long.bitCount(b1 & b2);
            n012 += Long.bitCount(b01 & b2);
            n03 += Long.bitCount(b0 & b3);
            n13 += Long.bitCount(b1 & b3);
            nMissing += missing;
        }
        ones[0] = n0;
        ones[1] = n1;
        ones[2] = n2;
        ones[3] = n3;
        ones[4] = n01;
        ones[5] = n02;
        ones[6] = n12;
        ones[7] = n012;
        ones[8] = n03;
        ones[9] = n13;
        ones[10] = nMissing;
        return i;
    }

    /** Has a bit set if the byte is neither 0 to 15 nor missing. */
    private static long offNibble(long word) {
        long low = word & ~HIGH_BITS;
        // adding 0x7F carries into the highest bit unless the other bits are zero, as those of a missing answer are
        return (low & HIGH_NIBBLES) | ((low + ~HIGH_BITS) & word & HIGH_BITS);
    }

    /** The highest bit of each byte, moved down. */
    private static long flag(long word, int down) {
        return (word & HIGH_BITS) >>> down;
    }

    /** Tells the values from the ones of the bits and of their products. */
    private static void commit(long[] ones, int rows, long[] tally) {
        long seven = ones[7];
        long three = ones[4] - seven;
        long five = ones[5] - seven;
        long six = ones[6] - seven;
        long nine = ones[8];
        long ten = ones[9];
        long eight = ones[3] - nine - ten;
        long one = ones[0] - three - five - seven - nine;
        long two = ones[1] - three - six - seven - ten;
        long four = ones[2] - five - six - seven;
        long missing = ones[10]; // looks like a zero to the bits
        tally[0] += rows - missing - one - two - three - four - five - six - seven - eight - nine - ten;
        tally[1] += one;
        tally[2] += two;
        tally[3] += three;
        tally[4] += four;
        tally[5] += five;
        tally[6] += six;
        tally[7] += seven;
        tally[8] += eight;
        tally[9] += nine;
        tally[10] += ten;
        tally[MISSING] += missing;
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
                tally[MISSING]++;
            }
        }
        return tally;
    }
}
