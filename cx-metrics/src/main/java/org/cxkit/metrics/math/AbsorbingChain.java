package org.cxkit.metrics.math;

/**
 * A Markov chain that ends some time: how many steps it takes.
 *
 * <p>States are eliminated one after the other. Nothing is subtracted, so that the mean keeps its digits however long
 * the chain lasts: what a state keeps to itself follows from what leaves it.
 *
 * <p>Source: W. K. Grassmann, M. I. Taksar, D. P. Heyman, "Regenerative Analysis and Steady State Distributions for
 * Markov Chains", Operations Research 33(5), 1985.
 */
public final class AbsorbingChain {
    private AbsorbingChain() {}

    /**
     * {@return the mean number of steps until the end, from each state}
     *
     * @param moves the probability to go from a state, the row, to a state; the diagonal is not looked at; overwritten
     * @param end the probability to end from each state, above 0; overwritten
     */
    public static double[] meanSteps(double[][] moves, double[] end) {
        int n = end.length;
        double[] steps = new double[n];
        double[] leaves = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            leaves[k] = end[k];
            for (int j = 0; j < k; j++) {
                leaves[k] += moves[k][j];
            }
            steps[k] += 1;
            for (int i = 0; i < k; i++) {
                double part = moves[i][k] / leaves[k];
                for (int j = 0; j < k; j++) {
                    moves[i][j] += part * moves[k][j];
                }
                end[i] += part * end[k];
                steps[i] += part * steps[k];
            }
        }
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < k; j++) {
                steps[k] += moves[k][j] * steps[j];
            }
            steps[k] /= leaves[k];
        }
        return steps;
    }
}
