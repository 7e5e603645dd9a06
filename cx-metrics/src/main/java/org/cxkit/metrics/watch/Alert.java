package org.cxkit.metrics.watch;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cxkit.metrics.control.Signal;

/**
 * That a chart of a segment began to signal: since when, by how much, and in which other segments too.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param segment the name of the segment
 * @param signal what the chart says: the rule, the direction, and by how much the metric changed; its numbers count the
 *     periods, or for a chart that takes each answer the answers, of that segment
 * @param since the estimated change point: the start of the first period after the change, or the time of the first
 *     answer after it
 * @param seen when it could be seen: the end of the period that signals, or the time of the answer that does; not
 *     before {@code since}
 * @param others the other segments with a chart that signals in the same direction, in order of their names
 */
public record Alert(String segment, Signal signal, Instant since, Instant seen, List<String> others)
        implements Serializable {

    /**
     * Checks the order of the times.
     *
     * @throws IllegalArgumentException if the change was seen before it happened
     */
    public Alert {
        Objects.requireNonNull(segment, "segment");
        Objects.requireNonNull(signal, "signal");
        others = List.copyOf(others);
        if (seen.isBefore(since)) {
            throw new IllegalArgumentException(
                    "a change cannot be seen before it happened, got since " + since + " and seen " + seen);
        }
    }

    /** {@return a sentence that says where, what, by how much, since when, and where else} */
    @Override
    public String toString() {
        return segment + ": " + signal.change() + " since " + since + ", seen at " + seen + " (" + signal.rule()
                + "), n " + signal.n() + (others.isEmpty() ? "" : "; also in " + String.join(", ", others));
    }
}
