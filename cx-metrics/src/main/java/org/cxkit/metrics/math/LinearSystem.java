package org.cxkit.metrics.math;

/** Solves dense linear equations by elimination with the largest pivot of each column. */
public final class LinearSystem {

    private LinearSystem() {}

    /**
     * {@return the solution of {@code a x = b}}
     *
     * @param a the rows of a square matrix; overwritten
     * @param b the right-hand side; overwritten by the solution
     * @throws ArithmeticException if the matrix is singular
     */
    public static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            swap(a, b, k, pivot(a, k));
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k + 1; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
                b[i] -= factor * b[k];
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                b[k] -= a[k][j] * b[j];
            }
            b[k] /= a[k][k];
        }
        return b;
    }

    private static int pivot(double[][] a, int k) {
        int best = k;
        for (int i = k + 1; i < a.length; i++) {
            if (Math.abs(a[i][k]) > Math.abs(a[best][k])) {
                best = i;
            }
        }
        if (!(Math.abs(a[best][k]) > 0)) {
            throw new ArithmeticException("the matrix of " + a.length + " rows is singular");
        }
        return best;
    }

    private static void swap(double[][] a, double[] b, int i, int j) {
        double[] row = a[i];
        a[i] = a[j];
        a[j] = row;
        double right = b[i];
        b[i] = b[j];
        b[j] = right;
    }
}
