package org.cxkit.metrics.need;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.core.persona.CustomerAttribute;

/**
 * One row of the matrix of attributes and offerings: a need, want or preference, and the offerings that satisfy it.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param attribute the need, want or preference
 * @param offerings the offerings that satisfy it, in the order of the matrix; empty for a gap
 */
public record AttributeOfferings(CustomerAttribute attribute, List<Offering> offerings) implements Serializable {

    /**
     * Checks that the attribute is one that can be satisfied.
     *
     * @throws IllegalArgumentException if the attribute is no need, want or preference
     */
    public AttributeOfferings {
        Objects.requireNonNull(attribute, "attribute");
        offerings = List.copyOf(offerings);
        if (!attribute.kind().prioritised()) {
            throw new IllegalArgumentException(
                    "only a NEED, WANT or PREFERENCE can be satisfied, got " + NeedCoverage.words(attribute));
        }
    }

    /** {@return whether an offering satisfies it} */
    public boolean covered() {
        return !offerings.isEmpty();
    }
}
