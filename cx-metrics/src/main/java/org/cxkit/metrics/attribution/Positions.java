package org.cxkit.metrics.attribution;

/**
 * Amounts by where channels stand in their paths: by length and place, and by the number of distinct channels.
 *
 * <p>A touch counts each time, so a channel can count twice for one path. The only touch of a path opens it.
 */
interface Positions {
    /** The place of a touch that opens its path. */
    int FIRST = 0;

    /** The place of a touch between others. */
    int MIDDLE = 1;

    /** The place of a touch that closes a path of more than one. */
    int LAST = 2;

    /** How many places there are. */
    int PLACES = 3;

    /** {@return the place of a touch in a path of this length} */
    static int place(int touch, int length) {
        return touch == 0 ? FIRST : touch == length - 1 ? LAST : MIDDLE;
    }

    /** {@return the length of the longest path} */
    int longest();

    /** {@return whether there is a path of this length} */
    boolean has(int length);

    /** {@return the amount of paths of this length that have the channel in this place} */
    double at(int length, int place, int code);

    /** {@return the most distinct channels that a path has} */
    int mostDistinct();

    /** {@return whether there is a path of this number of distinct channels} */
    boolean hasDistinct(int distinct);

    /** {@return the amount of paths of this number of distinct channels that have the channel} */
    double distinct(int distinct, int code);

    /** {@return the amount of paths without a touch} */
    double untouched();
}
