package org.cxkit.core.persona;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * One trait of a customer or of a persona: a need, a want, a preference, a motivation, a value or a behaviour.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param kind what kind of trait it is
 * @param text the trait in words, not blank
 * @param dimension what it is about, or null if it is about none of time, convenience, price and quality
 */
public record CustomerAttribute(
        AttributeKind kind, String text, @Nullable NeedDimension dimension) implements Serializable {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is blank
     */
    public CustomerAttribute {
        Objects.requireNonNull(kind, "kind");
        Check.notBlank("text of a " + kind, text);
    }
}
