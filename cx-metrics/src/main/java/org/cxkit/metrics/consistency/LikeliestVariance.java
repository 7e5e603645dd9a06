package org.cxkit.metrics.consistency;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.cxkit.metrics.math.Roots;

/** Finds variances: numbers not below zero of any magnitude, looked for between the points of a geometric grid. */
final class LikeliestVariance {
    /** The first point of the grid beside the least variance: on less than that, no score bends. */
    private static final double BESIDE_LEAST = 1e-6;
    /** Where to begin to look for a root, of which there is but one; any number would do. */
    private static final double FIRST = 1e-12;

    private static final double STEP = 4;

    private LikeliestVariance() {}

    /**
     * The variance of least deviance among 0 and all places where the score passes from above zero to below.
     *
     * <p>The weights of the score {@code sum(w_j^2 (y_j - m)^2) - (sum(w) - sum(w^2) / sum(w))} are {@code w_j = 1 /
     * (v_j + x)}. Where {@code x} is at least each {@code v_j}, they are from {@code 1 / (2 x)} to {@code 1 / x}: then
     * the first term is at most {@code (k - 1) spread / x^2}, the other at least {@code (k - 1) / (4 x)}, and from 4
     * times the spread on the score is not above zero.
     *
     * @param spread the variance of the {@code k} values {@code y_j}, in the unit of their variances
     * @param variances the variances {@code v_j} of the values, above zero
     */
    static double of(DoubleUnaryOperator score, DoubleUnaryOperator deviance, double spread, double[] variances) {
        double end = Math.max(4 * spread, Arrays.stream(variances).max().orElseThrow());
        double best = 0;
        double least = deviance.applyAsDouble(0);
        double from = 0;
        boolean rising = score.applyAsDouble(0) > 0;
        double to = BESIDE_LEAST * Arrays.stream(variances).min().orElseThrow();
        while (from < end) {
            boolean stillRising = score.applyAsDouble(to) > 0;
            if (rising && !stillRising) {
                double peak = Roots.between(score, from, to, 0);
                double found = deviance.applyAsDouble(peak);
                if (found < least) {
                    least = found;
                    best = peak;
                }
            }
            rising = stillRising;
            from = to;
            to *= STEP;
        }
        return best;
    }

    /** The variance of at least two values. */
    static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (values.length - 1);
    }

    /** Where a falling function is zero; 0 if it is not above zero there already. */
    static double root(DoubleUnaryOperator falling) {
        if (falling.applyAsDouble(0) <= 0) {
            return 0;
        }
        double from = 0;
        double to = FIRST;
        while (falling.applyAsDouble(to) > 0) {
            from = to;
            to *= STEP;
        }
        return Roots.between(falling, from, to, 0);
    }
}
