package org.cxkit.core.touchpoint;

import java.io.Serializable;
import org.cxkit.core.check.Check;
import org.jspecify.annotations.Nullable;

/**
 * Why a touchpoint is worth having, from three sides: the customer, the brand and the business.
 *
 * <p>A touchpoint should meet an expectation of the customer, show a value of the brand and serve an objective of
 * the business; null says that nobody has answered yet. Immutable, value-based and thread-safe.
 *
 * @param expectation the customer's expectation that it meets, or null
 * @param brandValue the value of the brand that it shows, or null
 * @param objective the objective of the business that it serves, or null
 */
public record Alignment(
        @Nullable String expectation,
        @Nullable String brandValue,
        @Nullable String objective) implements Serializable {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if a text is present but blank
     */
    public Alignment {
        Check.nullOrNotBlank("expectation", expectation);
        Check.nullOrNotBlank("brand value", brandValue);
        Check.nullOrNotBlank("objective", objective);
    }

    /** {@return whether all three sides are answered} */
    public boolean complete() {
        return expectation != null && brandValue != null && objective != null;
    }
}
