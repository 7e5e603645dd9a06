package org.cxkit.metrics.driver;

import java.util.SplittableRandom;

/**
 * LMG estimated from random orders of the predictors.
 *
 * <p>Each random order is also taken backwards, which cancels much of the chance; the standard error is that of the
 * means of such pairs. The R² of one order is told by one triangular factorisation, and always adds up to R².
 *
 * <p>Source: J. Castro, D. Gómez, J. Tejada, "Polynomial calculation of the Shapley value based on sampling",
 * Computers &amp; Operations Research 36(5), 2009; R. Mitchell, J. Cooper, E. Frank, G. Holmes, "Sampling Permutations
 * for Shapley Value Estimation", Journal of Machine Learning Research 23, 2022, for the pairs.
 */
final class OrderingImportance {
    private final double[][] correlations;
    private final double[] withOutcome;
    private final double[][] factor;
    private final double[] outcome;

    private OrderingImportance(double[][] correlations, double[] withOutcome) {
        this.correlations = correlations;
        this.withOutcome = withOutcome;
        this.factor = new double[withOutcome.length][withOutcome.length];
        this.outcome = new double[withOutcome.length];
    }

    /** {@return the mean of each predictor, and its standard error, over pairs of orders; at least two pairs} */
    static double[][] lmg(double[][] correlations, double[] withOutcome, int pairs, long seed) {
        OrderingImportance sample = new OrderingImportance(correlations, withOutcome);
        int predictors = withOutcome.length;
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[predictors];
        for (int i = 0; i < predictors; i++) {
            order[i] = i;
        }
        double[] mean = new double[predictors];
        double[] squares = new double[predictors];
        for (int pair = 1; pair <= pairs; pair++) {
            shuffle(order, random);
            double[] gains = new double[predictors];
            sample.addGains(order, gains);
            reverse(order);
            sample.addGains(order, gains);
            for (int i = 0; i < predictors; i++) {
                double shift = gains[i] / 2 - mean[i];
                mean[i] += shift / pair;
                squares[i] += shift * (gains[i] / 2 - mean[i]);
            }
        }
        for (int i = 0; i < predictors; i++) {
            squares[i] = Math.sqrt(squares[i] / (pairs - 1) / pairs);
        }
        return new double[][] {mean, squares};
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            swap(order, i, random.nextInt(i + 1));
        }
    }

    private static void reverse(int[] order) {
        for (int i = 0; i < order.length / 2; i++) {
            swap(order, i, order.length - 1 - i);
        }
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    /** Adds the R² that each predictor adds to those before it. */
    private void addGains(int[] order, double[] gains) {
        for (int i = 0; i < order.length; i++) {
            double[] row = factor[i];
            for (int j = 0; j <= i; j++) {
                double rest = correlations[order[i]][order[j]] - dot(row, factor[j], j);
                row[j] = j == i ? Math.sqrt(rest) : rest / factor[j][j];
            }
            outcome[i] = (withOutcome[order[i]] - dot(outcome, row, i)) / row[i];
            gains[order[i]] += outcome[i] * outcome[i];
        }
    }

    private static double dot(double[] a, double[] b, int to) {
        double sum = 0;
        for (int i = 0; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
