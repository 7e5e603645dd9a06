package org.cxkit.core.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * How often each value is in a column of small whole numbers such as ratings: exact, and for values from 0 to 15 at
 * the speed of memory.
 *
 * <p>A table of counters is many times slower, the more so the more alike the values are, because each increment
 * waits for the one before. Here blocks of bytes are turned into four planes of bits, and the ones of the planes and
 * of their ANDs are counted; nothing depends on a value. A block with a value that is neither 0 to 15 nor
 * {@code Byte.MIN_VALUE} is counted by a table.
 */
public final class Histogram {

    private static final int VALUES = 256;
    private static final int NO_VALUE = Byte.MIN_VALUE & 0xFF;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Words in a plane of a block: enough for the processor to fetch ahead, few enough for the second cache. */
    private static final int WORDS = 2048;

    /** Bytes in one of the eight streams of a block, of which each gives a word its nibble. */
    private static final int STREAM = Integer.BYTES * WORDS;

    private static final int BLOCK = 8 * STREAM;

    // Not a power of two, or stores to one plane would seem to hit loads of another. The planes are one array: between
    // several arrays of one type the compiler suspects an overlap, and drops vectors. Behind the four planes are
    // the flags of unusual values.
    private static final int STRIDE = WORDS + 16;
    private static final int FLAGS = 4 * STRIDE;
    private static final int PLANES = 5 * STRIDE;

    /** A rest of fewer bytes is faster by a table than as a block. */
    private static final int SMALL = 8192;

    /** So many whole numbers, which stay in the first cache, are checked and then counted in pairs. */
    private static final int CHUNK = 1 << 12;

    private static final int PAIRS = 1 << 10;

    private static final int HIGH_BITS = 0x80808080;
    private static final int HIGH_NIBBLES = 0xF0F0F0F0;
    private static final int EVEN_BITS = 0x55555555;
    private static final int EVEN_PAIRS = 0x33333333;

    private Histogram() {}

    /**
     * {@return how often each value is in the range, 256 counts indexed by the value without its sign: {@code value &
     * 0xFF}}
     *
     * @param column the values; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static long[] of(byte[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        long[] counts = new long[VALUES];
        if (to - from < SMALL) {
            table(column, from, to, counts);
            return counts;
        }
        int[] planes = new int[PLANES];
        int at = from;
        for (; at <= to - BLOCK; at += BLOCK) {
            block(column, at, planes, counts);
        }
        int rest = to - at;
        if (rest < SMALL) {
            table(column, at, to, counts);
        } else {
            byte[] padded = new byte[BLOCK];
            System.arraycopy(column, at, padded, 0, rest);
            block(padded, 0, planes, counts);
            counts[0] -= BLOCK - rest;
        }
        return counts;
    }

    private static void table(byte[] column, int from, int to, long[] counts) {
        for (int i = from; i < to; i++) {
            counts[column[i] & 0xFF]++;
        }
    }

    private static void block(byte[] column, int at, int[] planes, long[] counts) {
        transpose(column, at, planes);
        boolean unusual = ones(planes, FLAGS) != 0;
        if (unusual) {
            int missing = missing(column, at, at + BLOCK / 2);
            int others = missing(column, at + BLOCK / 2, at + BLOCK);
            if (missing < 0 || others < 0) {
                table(column, at, at + BLOCK, counts);
                return;
            }
            counts[0] -= missing + others; // to the planes they look like zeros
            counts[NO_VALUE] += missing + others;
        }
        BitPlanes.count(planes, STRIDE, 0, WORDS, unusual, counts);
    }

    /** Fills four planes from the low nibbles, and flags where a byte is not 0 to 10. */
    private static void transpose(byte[] column, int at, int[] planes) {
        for (int j = 0; j < WORDS; j++) {
            int i = at + Integer.BYTES * j;
            int w0 = (int) INTS.get(column, i);
            int w1 = (int) INTS.get(column, i + STREAM);
            int w2 = (int) INTS.get(column, i + 2 * STREAM);
            int w3 = (int) INTS.get(column, i + 3 * STREAM);
            int w4 = (int) INTS.get(column, i + 4 * STREAM);
            int w5 = (int) INTS.get(column, i + 5 * STREAM);
            int w6 = (int) INTS.get(column, i + 6 * STREAM);
            int w7 = (int) INTS.get(column, i + 7 * STREAM);
            int b0 = (w0 & ~HIGH_NIBBLES) | ((w1 << 4) & HIGH_NIBBLES);
            int b1 = (w2 & ~HIGH_NIBBLES) | ((w3 << 4) & HIGH_NIBBLES);
            int b2 = (w4 & ~HIGH_NIBBLES) | ((w5 << 4) & HIGH_NIBBLES);
            int b3 = (w6 & ~HIGH_NIBBLES) | ((w7 << 4) & HIGH_NIBBLES);
            // a 4 x 4 transposition of bits in every nibble: b0 gets the lowest bit of 32 values, b3 the highest
            int t = ((b0 >>> 1) ^ b1) & EVEN_BITS;
            b0 ^= t << 1;
            b1 ^= t;
            t = ((b2 >>> 1) ^ b3) & EVEN_BITS;
            b2 ^= t << 1;
            b3 ^= t;
            t = ((b0 >>> 2) ^ b2) & EVEN_PAIRS;
            b0 ^= t << 2;
            b2 ^= t;
            t = ((b1 >>> 2) ^ b3) & EVEN_PAIRS;
            b1 ^= t << 2;
            b3 ^= t;
            planes[j] = b0;
            planes[j + STRIDE] = b1;
            planes[j + 2 * STRIDE] = b2;
            planes[j + 3 * STRIDE] = b3;
            int high = (w0 | w1 | w2 | w3 | w4 | w5 | w6 | w7) & HIGH_NIBBLES;
            planes[j + FLAGS] = high | (b3 & (b2 | (b0 & b1)));
        }
    }

    /** The number of missing values in half a block, or -1 if another value is not 0 to 15. */
    private static int missing(byte[] column, int from, int to) {
        int both = 0; // in one sum, since JDK 17 folds each sum once for every vector; neither exceeds 2^15
        for (int i = from; i < to; i += Integer.BYTES) {
            int word = (int) INTS.get(column, i);
            int low = word & ~HIGH_BITS;
            // carries into the highest bit: of each from 16 on, and of each but zero, the low bits of a missing value
            int off = (low + 0x70707070) | (word & (low + ~HIGH_BITS));
            both += Integer.bitCount(word & HIGH_BITS) + (Integer.bitCount(off & HIGH_BITS) << 16);
        }
        return both >>> 16 == 0 ? both : -1;
    }

    /** Counts where an OR would do: a lone OR is not made a vector loop. */
    private static int ones(int[] planes, int from) {
        int ones = 0;
        for (int j = from; j < from + WORDS; j++) {
            ones += Integer.bitCount(planes[j]);
        }
        return ones;
    }

    /**
     * {@return how often each value from -127 to 127 is in the range, indexed as for bytes; {@code Integer.MIN_VALUE}
     * counts where {@code Byte.MIN_VALUE} does, and a value of no byte counts nowhere}
     *
     * @param column the values; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static long[] of(int[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        long[] counts = new long[VALUES];
        int[] pairs = new int[PAIRS];
        int at = from;
        for (; at <= to - CHUNK; at += CHUNK) {
            if (otherBits(column, at) == 0) {
                pairs(column, at, pairs);
            } else {
                table(column, at, at + CHUNK, counts);
            }
        }
        table(column, at, to, counts);
        if (!commit(pairs, counts)) {
            Arrays.fill(counts, 0);
            table(column, from, to, counts);
        }
        return counts;
    }

    /** How many bits there are that neither 0 to 15 nor a missing value has: a loop of its own, as it has vectors. */
    private static int otherBits(int[] column, int at) {
        int bits = 0;
        for (int i = at; i < at + CHUNK / 4; i++) {
            int any = column[i] | column[i + CHUNK / 4] | column[i + CHUNK / 2] | column[i + CHUNK / 4 * 3];
            bits += Integer.bitCount(any & (Integer.MAX_VALUE - 15));
        }
        return bits;
    }

    /**
     * Counts two values at a time, which halves the increments and lets them seldom wait for each other. The sign of
     * a value, one if it is missing, becomes the bit below it.
     */
    private static void pairs(int[] column, int at, int[] pairs) {
        for (int i = at; i < at + CHUNK; i += 2) {
            int pair = Integer.rotateLeft(column[i], 6) | Integer.rotateLeft(column[i + 1], 1);
            pairs[pair & (PAIRS - 1)]++;
        }
    }

    /** Adds the counts of the pairs; or adds none and is false, if a value has a sign and is not missing. */
    private static boolean commit(int[] pairs, long[] counts) {
        for (int pair = 0; pair < PAIRS; pair++) {
            if (pairs[pair] > 0 && (signed(pair >> 5) || signed(pair & 31))) {
                return false;
            }
        }
        for (int pair = 0; pair < PAIRS; pair++) {
            if (pairs[pair] > 0) {
                counts[value(pair >> 5)] += pairs[pair];
                counts[value(pair & 31)] += pairs[pair];
            }
        }
        return true;
    }

    private static boolean signed(int half) {
        return (half & 1) != 0 && half != 1;
    }

    private static int value(int half) {
        return half == 1 ? NO_VALUE : half >> 1;
    }

    private static void table(int[] column, int from, int to, long[] counts) {
        for (int i = from; i < to; i++) {
            int value = column[i];
            if (-Byte.MAX_VALUE <= value && value <= Byte.MAX_VALUE) {
                counts[value & 0xFF]++;
            } else if (value == Integer.MIN_VALUE) {
                counts[NO_VALUE]++;
            }
        }
    }
}
