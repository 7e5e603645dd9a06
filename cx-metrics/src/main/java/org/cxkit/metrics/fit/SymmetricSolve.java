package org.cxkit.metrics.fit;

/** Solves small symmetric systems by Cholesky's factors. */
final class SymmetricSolve {

    /** A curvature below it, relative to the largest, is the rounding of a sum over the data. */
    private static final double LEAST_SCALE = 1e-16;

    private SymmetricSolve() {}

    /**
     * {@return the step {@code s} with {@code (damping * |diagonal of curvature| - curvature) s = slope}, 0 where held}
     *
     * <p>The damping is the least of a row that makes the matrix positive definite: none where the function bends
     * down. It is in proportion to the curvature of each parameter, so that a parameter that hardly matters any more is
     * not held back by one that does.
     */
    static double[] ascent(double[][] curvature, double[] slope, boolean[] held) {
        int size = slope.length;
        double largest = Double.MIN_NORMAL / LEAST_SCALE;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(curvature[i][i]));
        }
        double damping = 0;
        while (true) {
            double[][] matrix = new double[size][size];
            double[] right = new double[size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    matrix[i][j] = held[i] || held[j] ? 0 : -curvature[i][j];
                }
                double scale = Math.max(Math.abs(curvature[i][i]), LEAST_SCALE * largest);
                matrix[i][i] = held[i] ? 1 : damping * scale - curvature[i][i];
                right[i] = held[i] ? 0 : slope[i];
            }
            if (factorise(matrix)) {
                return solve(matrix, right);
            }
            damping = damping == 0 ? 1e-6 : 4 * damping;
        }
    }

    /** {@return the inverse of a positive definite matrix, or null if it is none to working precision} */
    static double @org.jspecify.annotations.Nullable [][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][];
        for (int i = 0; i < size; i++) {
            factor[i] = matrix[i].clone();
        }
        if (!factorise(factor)) {
            return null;
        }
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            inverse[i] = solve(factor, unit);
        }
        return inverse;
    }

    /** Overwrites the lower half by Cholesky's factor; {@return whether the matrix is positive definite} */
    private static boolean factorise(double[][] matrix) {
        int size = matrix.length;
        for (int i = 0; i < size; i++) {
            double diagonal = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i == j) {
                    // what cancels to a few units in the last place is not known to be positive
                    if (!(sum > 1e-14 * Math.abs(diagonal)) || Double.isInfinite(sum)) {
                        return false;
                    }
                    matrix[i][i] = Math.sqrt(sum);
                } else {
                    matrix[i][j] = sum / matrix[j][j];
                }
            }
        }
        return true;
    }

    private static double[] solve(double[][] factor, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
