package org.cxkit.metrics.need;

import java.io.Serializable;
import org.cxkit.core.persona.AttributeKind;

/**
 * What a need, a want and a preference count in a weighted coverage score.
 *
 * <p>There are none by default: whoever wants one number states what each is worth. Immutable, value-based and
 * thread-safe.
 *
 * @param need the weight of a need, above 0
 * @param want the weight of a want, not above that of a need
 * @param preference the weight of a preference, not above that of a want and not below 0
 */
public record PriorityWeights(double need, double want, double preference) implements Serializable {

    /**
     * Checks the order; -0.0 becomes 0.0.
     *
     * @throws IllegalArgumentException if the weights are not finite, or do not fall from above 0 to at least 0 as the
     *     priority does
     */
    public PriorityWeights {
        if (!(need > 0 && need >= want && want >= preference && preference >= 0) || Double.isInfinite(need)) {
            throw new IllegalArgumentException("weights must fall from above 0 to at least 0 as the priority does, got"
                    + " need=" + need + ", want=" + want + ", preference=" + preference);
        }
        want += 0.0;
        preference += 0.0;
    }

    /**
     * {@return the weight of an attribute}
     *
     * @param kind a need, want or preference
     * @throws IllegalArgumentException if it is none
     */
    public double weight(AttributeKind kind) {
        return switch (kind) {
            case NEED -> need;
            case WANT -> want;
            case PREFERENCE -> preference;
            default -> throw new IllegalArgumentException("only NEED, WANT and PREFERENCE have a weight, got " + kind);
        };
    }
}
