package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinearSystemTest {

    @Test
    void aSystemThatNeedsPivotsIsSolved() {
        // by hand: 0x + 2y = 4, 3x + 1y = 5
        double[] x = LinearSystem.solve(new double[][] {{0, 2}, {3, 1}}, new double[] {4, 5});
        assertThat(x).containsExactly(1, 2);
    }

    @Test
    void theSolutionFulfilsTheEquations() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 20;
        double[][] a = new double[n][n];
        double[] b = new double[n];
        double[] x = random.doubles(n, -1, 1).toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble(-1, 1);
                b[i] += a[i][j] * x[j];
            }
        }
        // 1e-12: the condition of a random matrix of this size, some hundreds, times the last place
        assertThat(LinearSystem.solve(a, b)).containsExactly(x, within(1e-12));
    }

    @Test
    void aSingularSystemIsRefused() {
        assertThatThrownBy(() -> LinearSystem.solve(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the matrix of 2 rows is singular");
    }
}
