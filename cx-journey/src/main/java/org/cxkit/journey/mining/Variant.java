package org.cxkit.journey.mining;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * A whole sequence of activities, and how many cases went just that way.
 *
 * <p>Ordered by count, the most frequent first, then by the sequence, activity by activity, a shorter one before its
 * continuations. Immutable, value-based and thread-safe.
 *
 * @param activities the sequence, at least one
 * @param count how many cases, at least one
 */
public record Variant(List<String> activities, long count) implements Comparable<Variant>, Serializable {
    private static final Comparator<Variant> ORDER =
            Comparator.comparingLong(Variant::count).reversed().thenComparing(Variant::activities, Variant::bySequence);

    /**
     * Checks and copies.
     *
     * @throws IllegalArgumentException if the sequence is empty or the count is not positive
     */
    public Variant {
        activities = List.copyOf(activities);
        if (activities.isEmpty() || count < 1) {
            throw new IllegalArgumentException(
                    "a variant has activities and cases, got " + activities + " in " + count + " cases");
        }
    }

    private static int bySequence(List<String> a, List<String> b) {
        Iterator<String> rest = b.iterator();
        for (String activity : a) {
            if (!rest.hasNext()) {
                return 1;
            }
            int order = activity.compareTo(rest.next());
            if (order != 0) {
                return order;
            }
        }
        return rest.hasNext() ? -1 : 0;
    }

    @Override
    public int compareTo(Variant other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return count + " x " + String.join(" > ", activities);
    }
}
