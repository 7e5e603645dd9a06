package org.cxkit.metrics.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** The rows that count, in the order of time. */
    List<Answered> counting(List<Answered> rows) {
        List<Answered> counting = new ArrayList<>(rows);
        if (this != ALL) {
            Map<String, Answered> byId = new HashMap<>();
            rows.forEach(row -> byId.merge(row.id(), row, this::of));
            counting = new ArrayList<>(byId.values());
        }
        counting.sort(BY_TIME);
        return counting;
    }
}
