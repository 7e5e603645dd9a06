package org.cxkit.journey.mining;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * A step from one name to the next: one activity directly followed by another, or one channel by another.
 *
 * <p>Ordered by {@code from}, then by {@code to}. Immutable, value-based and thread-safe.
 *
 * @param from what came first
 * @param to what came next
 */
public record Edge(String from, String to) implements Comparable<Edge>, Serializable {
    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::from).thenComparing(Edge::to);

    /** Checks that both are there. */
    public Edge {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + " > " + to;
    }
}
