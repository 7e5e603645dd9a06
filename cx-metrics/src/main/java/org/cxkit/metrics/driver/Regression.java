package org.cxkit.metrics.driver;

import java.util.ArrayList;
import java.util.List;

/** The regression of the outcome on all predictors, all in standard deviations, from their correlations. */
final class Regression {

    /** A predictor that the others explain to less than this share of its variance follows from them. */
    private static final double TOLERANCE = 1e-10;

    /** A coefficient below this says that a predictor has no part in a dependency. */
    private static final double NO_PART = 1e-6;

    /** The coefficient of each predictor. */
    final double[] betas;

    /** The R² that each predictor adds to all others. */
    final double[] last;

    /** The share of the variance of the outcome that all predictors explain, from 0 to 1. */
    final double r2;

    private Regression(double[] betas, double[] last, double r2) {
        this.betas = betas;
        this.last = last;
        this.r2 = r2;
    }

    /**
     * {@return the regression}
     *
     * @throws DriversException.Collinear naming the predictors that depend on each other
     */
    static Regression of(List<String> predictors, double[][] correlations, double[] withOutcome) {
        int size = withOutcome.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            double unexplained = 1;
            for (int j = 0; j < i; j++) {
                factor[i][j] = (correlations[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
                unexplained -= factor[i][j] * factor[i][j];
            }
            if (unexplained < TOLERANCE) {
                throw new DriversException.Collinear(dependency(predictors, factor, i));
            }
            factor[i][i] = Math.sqrt(unexplained);
        }
        double[] half = forward(factor, withOutcome);
        double[] betas = backward(factor, half, size);
        double[] last = new double[size];
        List<String> explained = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double tolerance = 1 / inverseDiagonal(factor, i);
            last[i] = Math.min(1, betas[i] * betas[i] * tolerance);
            if (tolerance < TOLERANCE) {
                explained.add(predictors.get(i));
            }
        }
        if (!explained.isEmpty()) {
            throw new DriversException.Collinear(explained);
        }
        return new Regression(betas, last, Math.min(1, dot(half, half, size)));
    }

    /** The predictors of which a linear combination gives the one at an index, and that one. */
    private static List<String> dependency(List<String> predictors, double[][] factor, int at) {
        double[] part = backward(factor, factor[at], at);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < at; i++) {
            if (Math.abs(part[i]) > NO_PART) {
                names.add(predictors.get(i));
            }
        }
        names.add(predictors.get(at));
        return names;
    }

    private static double inverseDiagonal(double[][] factor, int at) {
        double[] unit = new double[factor.length];
        unit[at] = 1;
        double[] column = forward(factor, unit);
        return dot(column, column, column.length);
    }

    private static double[] forward(double[][] factor, double[] right) {
        double[] solved = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            solved[i] = (right[i] - dot(factor[i], solved, i)) / factor[i][i];
        }
        return solved;
    }

    /** Solves with the transpose of the leading part of the factor. */
    private static double[] backward(double[][] factor, double[] right, int size) {
        double[] solved = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double rest = right[i];
            for (int j = i + 1; j < size; j++) {
                rest -= factor[j][i] * solved[j];
            }
            solved[i] = rest / factor[i][i];
        }
        return solved;
    }

    private static double dot(double[] a, double[] b, int to) {
        double sum = 0;
        for (int i = 0; i < to; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
