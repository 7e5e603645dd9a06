package org.cxkit.metrics.driver;

/**
 * LMG over all subsets of the predictors, exactly.
 *
 * <p>Walks the tree of subsets, in which each predictor is first taken in and then left out. A node holds the
 * covariances of what is still undecided given what was taken in; taking the next predictor in is one elimination step
 * on them. Half of all nodes have one predictor left, a quarter two, so that a subset costs a constant number of
 * operations instead of a regression, and the memory is one small matrix for each level. Sums are taken over subtrees
 * and so pairwise.
 */
final class SubsetImportance {
    private final int predictors;
    private final double[][][] levels; // by level, the upper triangle with the outcome as the last column
    private final double[] asLargerSet; // weight of R² of a set of this size where the predictor is in it
    private final double[] asSmallerSet; // and where it is not
    private final double[] with;
    private double without; // what the last subtree sums up to with the weights of smaller sets

    private SubsetImportance(double[][] correlations, double[] withOutcome) {
        predictors = withOutcome.length;
        levels = new double[predictors][predictors][predictors + 1];
        for (int i = 0; i < predictors; i++) {
            System.arraycopy(correlations[i], 0, levels[0][i], 0, predictors);
            levels[0][i][predictors] = withOutcome[i];
        }
        asSmallerSet = new double[predictors + 1];
        double sets = 1;
        for (int size = 0; size < predictors; size++) {
            asSmallerSet[size] = 1 / (predictors * sets); // sets: choose size of predictors - 1
            sets = sets * (predictors - 1 - size) / (size + 1);
        }
        asLargerSet = new double[predictors + 1];
        System.arraycopy(asSmallerSet, 0, asLargerSet, 1, predictors);
        with = new double[predictors];
    }

    /**
     * {@return the LMG of each predictor}
     *
     * @param correlations of each predictor with each; none collinear
     * @param withOutcome the correlation of each predictor with the outcome
     */
    static double[] lmg(double[][] correlations, double[] withOutcome) {
        SubsetImportance walk = new SubsetImportance(correlations, withOutcome);
        walk.subtree(0, walk.levels[0], 0, 0);
        double[] lmg = walk.with;
        for (int i = 0; i < lmg.length; i++) {
            // no more than rounding can take it below 0
            lmg[i] = Math.max(0, lmg[i] - walk.without);
        }
        return lmg;
    }

    /** The sum over all sets that agree up to a predictor of their R², each weighed as larger and as smaller set. */
    private double subtree(int next, double[][] given, double r2, int size) {
        if (next == predictors) {
            without = asSmallerSet[size] * r2;
            return (asLargerSet[size] + asSmallerSet[size]) * r2;
        }
        double[] row = given[next];
        double gain = row[predictors] * row[predictors] / row[next];
        double[][] left = given;
        if (next + 1 < predictors) {
            left = levels[next + 1];
            eliminate(next, given, left);
        }
        double taken = subtree(next + 1, left, r2 + gain, size + 1);
        double withoutOfTaken = without;
        double omitted = subtree(next + 1, given, r2, size);
        without += withoutOfTaken;
        with[next] += taken;
        return taken + omitted;
    }

    private void eliminate(int next, double[][] given, double[][] left) {
        double[] row = given[next];
        for (int i = next + 1; i < predictors; i++) {
            double share = row[i] / row[next];
            double[] from = given[i];
            double[] to = left[i];
            for (int j = i; j <= predictors; j++) {
                to[j] = from[j] - share * row[j];
            }
        }
    }
}
