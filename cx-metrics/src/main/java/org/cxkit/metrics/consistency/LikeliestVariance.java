package org.cxkit.metrics.consistency;

import java.util.function.DoubleUnaryOperator;
import org.cxkit.metrics.math.Roots;

/** Finds variances: numbers not below zero of any magnitude, looked for between the points of a geometric grid. */
final class LikeliestVariance {
    private static final double FIRST = 1e-12;
    private static final double LAST = 1e12;
    private static final double STEP = 4;

    private LikeliestVariance() {}

    /** The variance of least deviance among 0 and all places where the score passes from above zero to below. */
    static double of(DoubleUnaryOperator score, DoubleUnaryOperator deviance) {
        double best = 0;
        double least = deviance.applyAsDouble(0);
        double from = 0;
        boolean rising = score.applyAsDouble(0) > 0;
        for (double to = FIRST; to <= LAST; to *= STEP) {
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
        }
        return best;
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
