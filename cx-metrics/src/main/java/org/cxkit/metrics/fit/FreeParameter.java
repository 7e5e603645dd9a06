package org.cxkit.metrics.fit;

import java.io.Serializable;
import java.util.Objects;

/**
 * A parameter that a fit is to find: a positive number within bounds.
 *
 * <p>The bounds are far beyond what data can tell; an estimate on one of them says that the data want it without end.
 * Immutable, value-based and thread-safe.
 *
 * @param name the name that the literature gives it, such as {@code alpha}
 * @param start where the search starts, within the bounds
 * @param least the least that is tried, above 0
 * @param most the most that is tried
 */
public record FreeParameter(String name, double start, double least, double most) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if they are not finite with {@code 0 < least <= start <= most}
     */
    public FreeParameter {
        Objects.requireNonNull(name, "name");
        if (!(least > 0 && least <= start && start <= most && most < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "0 < least <= start <= most wanted for " + name + ", got " + least + ", " + start + " and " + most);
        }
    }
}
