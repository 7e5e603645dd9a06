package org.cxkit.metrics.index;

import java.io.Serializable;
import java.util.Objects;
import org.cxkit.core.rating.RatingScale;

/**
 * A question of an index: its scale, which end of it is the good one, and how much it weighs.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param name the name of the question
 * @param scale the scale of the question; one asked the other way round has its low end as the good one
 * @param weight how much it weighs, above 0
 */
public record IndexItem(String name, RatingScale scale, double weight) implements Serializable {

    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException if the weight is no number above 0
     */
    public IndexItem {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scale, "scale");
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the weight of " + name + " must be a number above 0, got " + weight);
        }
    }
}
