package org.cxkit.metrics.math;

/** P-values that neither underflow nor pass 1. */
public final class PValue {
    /** No p-value is told smaller. */
    public static final double SMALLEST = 1e-300;

    private PValue() {}

    /** {@return the probability as it is told: never 0 by underflow, never above 1 by rounding} */
    public static double of(double probability) {
        return Math.min(1, Math.max(SMALLEST, probability));
    }
}
