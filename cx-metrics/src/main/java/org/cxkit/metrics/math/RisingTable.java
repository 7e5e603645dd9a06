package org.cxkit.metrics.math;

/**
 * Rising factorials {@code (p)_k = p (p + 1) ... (p + k - 1)} of one p and all k up to a length: their logarithms and
 * the derivatives of these by p, added up term by term, so that no gamma function is needed and none cancels.
 */
public final class RisingTable {
    private final double[] log;
    private final double[] slope;
    private final double[] bend;

    /**
     * Adds them up.
     *
     * @param p above 0
     * @param scale what each factor is divided by in the logarithm, so that logarithms stay small; the derivatives do
     *     not know of it
     * @param most the largest k
     */
    public RisingTable(double p, double scale, int most) {
        log = new double[most + 1];
        slope = new double[most + 1];
        bend = new double[most + 1];
        double cut = 0; // what rounding has cut off the sum of logarithms, which grows large, so far
        for (int k = 0; k < most; k++) {
            double factor = p + k;
            double next = Math.log(factor / scale) - cut;
            log[k + 1] = log[k] + next;
            cut = (log[k + 1] - log[k]) - next;
            slope[k + 1] = slope[k] + 1 / factor;
            bend[k + 1] = bend[k] - 1 / (factor * factor);
        }
    }

    /** {@return {@code log((p)_k / scale^k)}} */
    public double log(int k) {
        return log[k];
    }

    /** {@return its derivative by p, the scale held} */
    public double slope(int k) {
        return slope[k];
    }

    /** {@return its second derivative by p} */
    public double bend(int k) {
        return bend[k];
    }
}
