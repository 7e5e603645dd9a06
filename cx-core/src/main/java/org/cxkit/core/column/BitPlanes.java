package org.cxkit.core.column;

/**
 * Counts of four-bit codes that are stored as bit planes: word {@code j} of plane {@code k} holds bit {@code k} of 32
 * codes, and the planes are one array, {@code stride} words apart.
 *
 * <p>A code has all bits of a mask where the AND of those planes has a one. So the ones of the fifteen ANDs tell how
 * often each code is there, without a branch or a store that depends on a code. There are few of them to a
 * loop: with more, the compiler runs out of registers and stops using vectors. {@code Integer.bitCount} is made a vector
 * instruction by JDK 17 too, {@code Long.bitCount} only by later ones.
 */
final class BitPlanes {

    /** How many different codes there are. */
    static final int CODES = 16;

    /** The highest code that {@link #lower} alone can tell. */
    static final int LOWER_MAX = 10;

    /** So many words of four planes stay in the first cache, and so many ones in half an {@code int}. */
    private static final int CHUNK = 1024;

    private BitPlanes() {}

    /**
     * Adds the counts of all codes in some words.
     *
     * @param planes the planes
     * @param stride words from one plane to the next
     * @param from the first word, included
     * @param to the last word, excluded
     * @param upper whether codes above {@link #LOWER_MAX} may be there
     * @param counts the counts, by code
     */
    static void count(int[] planes, int stride, int from, int to, boolean upper, long[] counts) {
        long[] ones = new long[CODES];
        for (int at = from; at < to; at += CHUNK) {
            int end = Math.min(at + CHUNK, to);
            lower(planes, stride, at, end, ones);
            if (upper) {
                upper(planes, stride, at, end, ones);
            }
        }
        ones[0] = (long) Integer.SIZE * (to - from);
        exact(ones);
        for (int code = 0; code < CODES; code++) {
            counts[code] += ones[code];
        }
    }

    /** The masks that have the codes up to 10. */
    private static void lower(int[] planes, int stride, int from, int to, long[] ones) {
        int b0b1 = 0;
        int b2b3 = 0;
        for (int j = from; j < to; j++) {
            b0b1 += pair(planes[j], planes[j + stride]);
            b2b3 += pair(planes[j + 2 * stride], planes[j + 3 * stride]);
        }
        add(b0b1, ones, 1, 2);
        add(b2b3, ones, 4, 8);
        int b01b02 = 0;
        int b12b012 = 0;
        for (int j = from; j < to; j++) {
            int p0 = planes[j];
            int p1 = planes[j + stride];
            int p2 = planes[j + 2 * stride];
            b01b02 += pair(p0 & p1, p0 & p2);
            b12b012 += pair(p1 & p2, p0 & p1 & p2);
        }
        add(b01b02, ones, 3, 5);
        add(b12b012, ones, 6, 7);
        int b03b13 = 0;
        for (int j = from; j < to; j++) {
            int p3 = planes[j + 3 * stride];
            b03b13 += pair(planes[j] & p3, planes[j + stride] & p3);
        }
        add(b03b13, ones, 9, 10);
    }

    /** The masks that only codes from 11 have. */
    private static void upper(int[] planes, int stride, int from, int to, long[] ones) {
        int b013 = 0;
        int b23b023 = 0;
        int b123b0123 = 0;
        for (int j = from; j < to; j++) {
            int p0 = planes[j];
            int p1 = planes[j + stride];
            int p3 = planes[j + 3 * stride];
            int p23 = planes[j + 2 * stride] & p3;
            b013 += Integer.bitCount(p0 & p1 & p3);
            b23b023 += pair(p23, p0 & p23);
            b123b0123 += pair(p1 & p23, p0 & p1 & p23);
        }
        ones[11] += b013;
        add(b23b023, ones, 12, 13);
        add(b123b0123, ones, 14, 15);
    }

    /** Two counts in one sum, since JDK 17 folds each sum once for every vector. */
    private static int pair(int low, int high) {
        return Integer.bitCount(low) + (Integer.bitCount(high) << 16);
    }

    private static void add(int pair, long[] ones, int lowMask, int highMask) {
        ones[lowMask] += pair & 0xFFFF;
        ones[highMask] += pair >>> 16;
    }

    /**
     * Adds how many codes of up to 10 are in each of the standard bands, at one code of the band: 6, 7 and 9.
     *
     * @param planes the planes
     * @param stride words from one plane to the next
     * @param from the first word, included
     * @param to the last word, excluded
     * @param missing whether the code 15 may be there, which is counted at 15
     * @param counts the counts, by code
     */
    static void countStandardBands(int[] planes, int stride, int from, int to, boolean missing, long[] counts) {
        long sevens = 0;
        long nines = 0;
        long absent = 0;
        for (int at = from; at < to; at += CHUNK) {
            int end = Math.min(at + CHUNK, to);
            int both = sevensAndNines(planes, stride, at, end);
            sevens += both & 0xFFFF;
            nines += both >>> 16;
            absent += missing ? fifteens(planes, stride, at, end) : 0;
        }
        counts[6] += (long) Integer.SIZE * (to - from) - sevens;
        counts[7] += sevens - nines;
        counts[9] += nines - absent;
        counts[15] += absent;
    }

    /** How many codes are at least 7, and at least 9. */
    private static int sevensAndNines(int[] planes, int stride, int from, int to) {
        int both = 0;
        for (int j = from; j < to; j++) {
            int p0 = planes[j];
            int p1 = planes[j + stride];
            int p2 = planes[j + 2 * stride];
            int p3 = planes[j + 3 * stride];
            both += pair(p3 | (p0 & p1 & p2), p3 & (p0 | p1 | p2));
        }
        return both;
    }

    /** How many codes of those up to 10, and 15, are 15. */
    private static int fifteens(int[] planes, int stride, int from, int to) {
        int fifteens = 0;
        for (int j = from; j < to; j++) {
            fifteens += Integer.bitCount(planes[j + 2 * stride] & planes[j + 3 * stride]);
        }
        return fifteens;
    }

    /** From how many codes have at least the bits of each mask to how many have exactly these. */
    private static void exact(long[] ones) {
        for (int bit = 1; bit < CODES; bit <<= 1) {
            for (int mask = 0; mask < CODES; mask++) {
                if ((mask & bit) == 0) {
                    ones[mask] -= ones[mask | bit];
                }
            }
        }
    }
}
