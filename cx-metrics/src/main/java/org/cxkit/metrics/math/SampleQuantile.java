package org.cxkit.metrics.math;

/**
 * Quantiles of numbers, of type 7: on the straight line between the two nearest.
 *
 * <p>Source: R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996.
 */
public final class SampleQuantile {

    private SampleQuantile() {}

    /** {@return the quantile of at least one number in ascending order; p from 0 to 1} */
    public static double ofSorted(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
