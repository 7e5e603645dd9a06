package org.cxkit.metrics.compare;

import java.io.Serializable;
import java.util.Objects;

/**
 * Two groups that are compared, the second with the first.
 *
 * <p>As immutable and thread-safe as its keys are.
 *
 * @param first the key of the first group
 * @param second the key of the second group
 * @param <K> the type of the keys
 */
public record Pair<K>(K first, K second) implements Serializable {

    /** Checks that both are there. */
    public Pair {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(second, "second");
    }

    /** {@return both keys, such as {@code web to store}} */
    @Override
    public String toString() {
        return first + " to " + second;
    }
}
