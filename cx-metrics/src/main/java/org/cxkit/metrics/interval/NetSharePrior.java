package org.cxkit.metrics.interval;

import java.io.Serializable;

/**
 * What is believed of a net share before any answer: a Dirichlet distribution of the three shares, which counts as so
 * many answers seen before.
 *
 * <p>Immutable, value-based and thread-safe.
 *
 * @param minus answers of -1 that the belief is worth, at least 0.001
 * @param zero answers of 0 that the belief is worth, at least 0.001
 * @param plus answers of +1 that the belief is worth, at least 0.001
 */
public record NetSharePrior(double minus, double zero, double plus) implements Serializable {

    /** All shares are equally likely: one answer of each kind. */
    public static final NetSharePrior UNIFORM = new NetSharePrior(1, 1, 1);

    /**
     * The belief that does not depend on how shares are measured: half an answer of each kind.
     *
     * <p>Source: H. Jeffreys, "An Invariant Form for the Prior Probability in Estimation Problems", Proceedings of the
     * Royal Society A 186(1007), 1946.
     */
    public static final NetSharePrior JEFFREYS = new NetSharePrior(0.5, 0.5, 0.5);

    private static final double LEAST = 0.001;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is below 0.001 or not finite
     */
    public NetSharePrior {
        if (!(minus >= LEAST && zero >= LEAST && plus >= LEAST && minus + zero + plus < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("wanted a prior worth at least 0.001 answers of each kind, got " + minus
                    + ", " + zero + " and " + plus);
        }
    }

    @Override
    public String toString() {
        return "Dirichlet(" + minus + ", " + zero + ", " + plus + ")";
    }
}
