package org.cxkit.metrics.fit;

/** Solves small symmetric systems: by their own axes, or by Cholesky's factors. */
final class SymmetricSolve {

    private SymmetricSolve() {}

    /** Of so small matrices, a few sweeps make the rest of the diagonal form vanish. */
    private static final int MOST_SWEEPS = 40;

    /**
     * {@return the step to the top of the paraboloid, 0 where held}
     *
     * <p>Direction by direction of the curvature's own axes: where the function bends up it goes uphill as far as it
     * would go were it bent down alike, and nowhere farther than the longest step. So a direction that is flat, or that
     * rounding leaves undecided, keeps no other from its own step.
     *
     * @param longest how far to go along an axis at most
     */
    static double[] ascent(double[][] curvature, double[] slope, boolean[] held, double longest) {
        int size = slope.length;
        double[][] matrix = new double[size][size];
        double[][] axes = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = held[i] || held[j] ? 0 : curvature[i][j];
            }
            axes[i][i] = 1;
        }
        diagonalise(matrix, axes);
        double[] step = new double[size];
        for (int k = 0; k < size; k++) {
            double along = 0;
            for (int i = 0; i < size; i++) {
                along += held[i] ? 0 : axes[i][k] * slope[i];
            }
            double length = Math.min(Math.abs(along) / Math.max(Math.abs(matrix[k][k]), Double.MIN_NORMAL), longest);
            for (int i = 0; i < size; i++) {
                step[i] += held[i] ? 0 : Math.copySign(length, along) * axes[i][k];
            }
        }
        return step;
    }

    /** Turns the axes until the matrix is diagonal in them (Jacobi). */
    private static void diagonalise(double[][] matrix, double[][] axes) {
        int size = matrix.length;
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean turned = false;
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    double off = matrix[p][q];
                    if (Math.abs(off) > 1e-17 * Math.sqrt(Math.abs(matrix[p][p]) * Math.abs(matrix[q][q]))
                            && Math.abs(off) > Double.MIN_NORMAL) {
                        turn(matrix, axes, p, q);
                        turned = true;
                    }
                }
            }
            if (!turned) {
                return;
            }
        }
    }

    private static void turn(double[][] matrix, double[][] axes, int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double cos = 1 / Math.hypot(1, t);
        double sin = t * cos;
        for (double[] row : matrix) {
            turn(row, p, q, cos, sin);
        }
        for (int k = 0; k < matrix.length; k++) {
            double first = matrix[p][k];
            double second = matrix[q][k];
            matrix[p][k] = cos * first - sin * second;
            matrix[q][k] = sin * first + cos * second;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (double[] row : axes) {
            turn(row, p, q, cos, sin);
        }
    }

    private static void turn(double[] row, int p, int q, double cos, double sin) {
        double first = row[p];
        double second = row[q];
        row[p] = cos * first - sin * second;
        row[q] = sin * first + cos * second;
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
