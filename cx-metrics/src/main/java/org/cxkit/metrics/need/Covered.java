package org.cxkit.metrics.need;

import java.io.Serializable;
import org.cxkit.metrics.Outcome;

/**
 * How many attributes are satisfied, of how many.
 *
 * <p>Ordered by the share that is satisfied, exactly; where there is no attribute, none is unsatisfied, which is as good
 * as all. The order is not consistent with equals: 1 of 2 and 2 of 4 are of equal rank. Immutable, value-based and thread-safe.
 *
 * @param covered attributes that an offering satisfies, not negative
 * @param attributes all attributes, not fewer
 */
public record Covered(long covered, long attributes) implements Comparable<Covered>, Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the covered are not from 0 to all
     */
    public Covered {
        if (covered < 0 || covered > attributes) {
            throw new IllegalArgumentException("covered must be from 0 to " + attributes + ", got " + covered);
        }
    }

    /** {@return the share satisfied, from 0 to 1; no data where there is no attribute} */
    public Outcome<Double> share() {
        return attributes == 0 ? Outcome.noData("no attribute") : Outcome.of((double) covered / attributes);
    }

    @Override
    public int compareTo(Covered other) {
        // a / b against c / d is a * d against c * b; nothing of nothing is 1 of 1
        return Long.compare(
                Math.multiplyExact(attributes == 0 ? 1 : covered, Math.max(1, other.attributes)),
                Math.multiplyExact(other.attributes == 0 ? 1 : other.covered, Math.max(1, attributes)));
    }

    /** {@return such as {@code 2 of 3}} */
    @Override
    public String toString() {
        return covered + " of " + attributes;
    }
}
