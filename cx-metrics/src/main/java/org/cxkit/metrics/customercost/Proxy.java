package org.cxkit.metrics.customercost;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Ces;

/**
 * A number that stands for a cost which nobody can measure itself, under the name of what was measured.
 *
 * <p>A higher number is more of the cost. Numbers of different names never mix. Immutable, value-based and thread-safe.
 *
 * @param name what was measured, not blank
 * @param value how much of it, finite
 */
public record Proxy(String name, double value) implements Serializable {

    /**
     * Checks the parts; -0.0 becomes 0.0.
     *
     * @throws IllegalArgumentException if the name is blank or the value is not finite
     */
    public Proxy {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("the name of a proxy must not be blank");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
        value += 0.0;
    }

    /**
     * {@return the mean effort: the mean answer with the hard end of the scale as the high one}
     *
     * @param ces answers to the effort question
     * @throws IllegalStateException if there are no responses
     */
    public static Proxy meanEffort(Ces ces) {
        RatingScale scale = ces.version().scale();
        return new Proxy("mean effort, " + ces.version(), scale.min() + scale.max() - ces.easeMean());
    }

    /**
     * {@return the share of the answers that did not say easy, from 0 to 1: what a low-effort share leaves}
     *
     * @param ces answers to the effort question
     * @throws IllegalStateException if there are no responses
     */
    public static Proxy notEasy(Ces ces) {
        return new Proxy("share not easy, " + ces.version(), 1 - ces.easyShare());
    }

    /** {@return such as {@code 2.50 (mean effort, CES2)}} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%s)", value, name);
    }
}
