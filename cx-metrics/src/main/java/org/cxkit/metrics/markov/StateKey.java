package org.cxkit.metrics.markov;

import java.util.StringJoiner;

/**
 * A state as one number: 16 bits for each of its touches, the last one lowest, each a channel code plus 1. 0 is the
 * start, before any touch.
 */
final class StateKey {
    static final int MAX_ORDER = 4;
    static final int MAX_CHANNELS = 65_535;
    static final int BITS = 16;
    private static final long DIGIT = (1L << BITS) - 1;

    private StateKey() {}

    /** {@return the state after one more touch: the last {@code order} touches} */
    static long then(long key, int code, int order) {
        return last((key << BITS) | (code + 1), order);
    }

    /** {@return the state of the last {@code order} touches, or of all if they are fewer} */
    static long last(long key, int order) {
        return key & (-1L >>> (BITS * (MAX_ORDER - order)));
    }

    /** {@return how many touches the state has} */
    static int length(long key) {
        return (Long.SIZE + BITS - 1 - Long.numberOfLeadingZeros(key)) / BITS;
    }

    /** {@return the channel of a touch, counted from 0 at the first} */
    static int code(long key, int touch) {
        return (int) ((key >>> (BITS * (length(key) - 1 - touch))) & DIGIT) - 1;
    }

    /** {@return the same state with other codes} */
    static long translated(long key, int[] codes) {
        long other = 0;
        for (int touch = 0; touch < length(key); touch++) {
            other = then(other, codes[code(key, touch)], MAX_ORDER);
        }
        return other;
    }

    /** {@return a number that orders states by the codes of their touches, from the first} */
    static long sortable(long key) {
        return (key << (BITS * (MAX_ORDER - length(key)))) ^ Long.MIN_VALUE;
    }

    /** {@return the state of such a number} */
    static long ofSortable(long sortable) {
        long key = sortable ^ Long.MIN_VALUE;
        return key >>> (Long.numberOfTrailingZeros(key) / BITS * BITS);
    }

    /** {@return whether these channels are touched there one right after the other} */
    static boolean contains(long key, int[] codes) {
        for (int from = 0; from + codes.length <= length(key); from++) {
            int same = 0;
            while (same < codes.length && code(key, from + same) == codes[same]) {
                same++;
            }
            if (same == codes.length) {
                return true;
            }
        }
        return false;
    }

    /** {@return such as {@code Search > Email}} */
    static String text(long key, String[] names) {
        StringJoiner text = new StringJoiner(" > ");
        for (int touch = 0; touch < length(key); touch++) {
            text.add(names[code(key, touch)]);
        }
        return text.toString();
    }
}
