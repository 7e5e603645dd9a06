package org.cxkit.metrics.driver;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
 *
 * <p>Source: H. Rutishauser, "The Jacobi Method for Real Symmetric Matrices", Numerische Mathematik 9, 1966.
 */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 100;

    /** The eigenvalues. */
    final double[] values;

    /** The eigenvectors, one in each column, orthonormal. */
    final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** {@return the decomposition of a symmetric matrix, which is not altered} */
    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        // converges quadratically, in less than ten sweeps: the bound only keeps rounding from going on for ever
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > 0; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, vectors);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = i + 1; j < a.length; j++) {
                sum += Math.abs(a[i][j]);
            }
        }
        return sum;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (Math.abs(a[p][q]) <= Math.ulp(Math.min(Math.abs(a[p][p]), Math.abs(a[q][q]))) / 4) {
            a[p][q] = 0; // below what a diagonal element can show
            a[q][p] = 0;
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cosine = 1 / Math.hypot(tangent, 1);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = cosine * kp - sine * kq;
            a[k][q] = sine * kp + cosine * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = cosine * pk - sine * qk;
            a[q][k] = sine * pk + cosine * qk;
        }
        a[p][q] = 0;
        a[q][p] = 0;
        for (double[] row : vectors) {
            double kp = row[p];
            double kq = row[q];
            row[p] = cosine * kp - sine * kq;
            row[q] = sine * kp + cosine * kq;
        }
    }
}
