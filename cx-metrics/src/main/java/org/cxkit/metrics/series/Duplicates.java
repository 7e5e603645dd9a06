package org.cxkit.metrics.series;

import java.util.Comparator;

/**
 * Which copies of the same response count.
 *
 * <p>Copies have the same response id. They are ordered by when they were answered, and copies of one instant by
 * their answer: missing, invalid, then the ratings from low to high. The order in which they arrive never matters.
 */
public enum Duplicates {
    /** The first copy. */
    FIRST,
    /** The last copy: a corrected answer replaces the one before. */
    LAST,
    /** Every copy; identifiers are not kept. */
    ALL;

    static final Comparator<Answered> BY_TIME = Comparator.comparingLong(Answered::micros)
            .thenComparing(Answered::id)
            .thenComparingInt(Answered::answer);

    /** The copy that counts of two. */
    Answered of(Answered a, Answered b) {
        return BY_TIME.compare(a, b) <= 0 == (this == FIRST) ? a : b;
    }
}
