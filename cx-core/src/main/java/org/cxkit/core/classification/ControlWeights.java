package org.cxkit.core.classification;

import java.io.Serializable;

/**
 * What a touchpoint is worth by the control a company has over it, for coverage weighted by control.
 *
 * <p>Each weight is from 0 to 1, and less control never weighs more. Immutable, value-based and thread-safe.
 *
 * @param full the weight of full control
 * @param shared the weight of shared control
 * @param influence the weight of influence
 * @param none the weight of no control
 */
public record ControlWeights(double full, double shared, double influence, double none) implements Serializable {

    /** Equal steps: 1, 2/3, 1/3, 0. Our choice, for want of a source: the levels are an order, not a measure. */
    public static final ControlWeights EQUAL_STEPS = new ControlWeights(1, 2.0 / 3, 1.0 / 3, 0);

    /**
     * Checks the weights; -0.0 becomes 0.0.
     *
     * @throws IllegalArgumentException if a weight is not from 0 to 1, or less control weighs more
     */
    public ControlWeights {
        if (!(1 >= full && full >= shared && shared >= influence && influence >= none && none >= 0)) {
            throw new IllegalArgumentException(
                    "weights must fall from at most 1 to at least 0 as control does, got full=" + full + ", shared="
                            + shared + ", influence=" + influence + ", none=" + none);
        }
        full = full + 0.0;
        shared = shared + 0.0;
        influence = influence + 0.0;
        none = none + 0.0;
    }

    /**
     * {@return the weight of a level of control}
     *
     * @param control the level
     */
    public double weight(Control control) {
        return switch (control) {
            case FULL -> full;
            case SHARED -> shared;
            case INFLUENCE -> influence;
            case NONE -> none;
        };
    }
}
