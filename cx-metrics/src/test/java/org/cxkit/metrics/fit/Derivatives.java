package org.cxkit.metrics.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares the derivatives of a log-likelihood with differences of its values and of its first derivatives. */
public final class Derivatives {
    /** About the cube root of the rounding error, where a central difference is best. */
    private static final double STEP = 1e-5;

    /** A central difference leaves ten digits of what the values have, less what a sum over the data rounds. */
    private static final double TOLERANCE = 1e-7;

    private Derivatives() {}

    /** Compares all derivatives at these parameters. */
    public static void check(LogLikelihood likelihood, double... at) {
        int size = at.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double value = likelihood.derivatives(at, gradient, hessian);
        assertThat(likelihood.value(at)).isEqualTo(value);
        for (int i = 0; i < size; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] *= 1 + STEP;
            down[i] *= 1 - STEP;
            double[] above = new double[size];
            double[] below = new double[size];
            double[][] unused = new double[size][size];
            double width = up[i] - down[i];
            double slope =
                    (likelihood.derivatives(up, above, unused) - likelihood.derivatives(down, below, unused)) / width;
            assertThat(gradient[i])
                    .as("first derivative %d", i)
                    .isCloseTo(slope, within(TOLERANCE * Math.max(Math.abs(slope), Math.abs(value) / at[i])));
            for (int j = 0; j < size; j++) {
                double bend = (above[j] - below[j]) / width;
                assertThat(hessian[i][j])
                        .as("second derivative %d, %d", i, j)
                        .isCloseTo(bend, within(TOLERANCE * Math.max(Math.abs(bend), Math.abs(value) / at[i] / at[j])));
                assertThat(hessian[j][i]).isEqualTo(hessian[i][j]);
            }
        }
    }
}
