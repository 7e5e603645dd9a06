package org.cxkit.metrics.need;

import java.io.Serializable;
import java.util.Objects;

/**
 * One product, service, piece of marketing or communication, or campaign of a company.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind what it is
 * @param name what people call it, not blank
 */
public record Offering(OfferingKind kind, String name) implements Serializable {

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Offering {
        Objects.requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a " + kind + " must not be blank");
        }
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
