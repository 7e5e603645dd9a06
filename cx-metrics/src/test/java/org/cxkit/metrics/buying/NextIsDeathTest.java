package org.cxkit.metrics.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.cxkit.metrics.math.Hypergeometric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextIsDeathTest {
    /** A sum of a hundred positive terms, each good to a few last places. */
    private static final double TOLERANCE = 1e-13;

    @ParameterizedTest
    @CsvSource({"0.55, 0.6", "30, 0.01", "0.001, 0.002", "5000, 3", "2, 1e9", "1e6, 1e6", "1e12, 1"})
    void equalRatesShareByTheirShapes(double r, double s) {
        assertThat(NextIsDeath.probability(r, s, 0)).isCloseTo(s / (r + s), within(TOLERANCE * s / (r + s)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 0.1, 0.9, 0.999999, 1.000001, 1.1, 10, 1e3, 1e9})
    void theSeriesOfGaussIsMet(double ratio) {
        for (double r : new double[] {0.02, 0.55, 1, 7.5, 300, 5000}) {
            for (double s : new double[] {0.05, 0.61, 1, 2, 40}) {
                // the mean of rho B / (1 - B + rho B) with B of Beta(s, R)
                double log = ratio <= 1
                        ? Math.log(ratio * s / (r + s)) + Hypergeometric.log(1, s + 1, r + s + 1, 1 - ratio, ratio)
                        : Math.log(s / (r + s)) + Hypergeometric.log(1, r, r + s + 1, 1 - 1 / ratio, 1 / ratio);
                double wanted = Math.exp(log);
                assertThat(NextIsDeath.probability(r, s, Math.log(ratio)))
                        .as("%s %s", r, s)
                        // 1e-12 in the logarithm of 2F1 is its own promise
                        .isCloseTo(wanted, within(2e-12 * wanted));
            }
        }
    }

    @Test
    void eitherDeathOrAPurchaseIsNext() {
        for (double logRatio = -12; logRatio <= 12; logRatio += 1.5) {
            assertThat(NextIsDeath.probability(3, 0.7, logRatio) + NextIsDeath.probability(0.7, 3, -logRatio))
                    .isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void theTableIsTheIntegral() {
        double[] shapes = {0.55, 1.55, 2.55, 9.55, 200.55, 5000.55};
        NextIsDeathTable table = new NextIsDeathTable(shapes, 0.61, -6.2, 0.3, true);
        NextIsDeathTable plain = new NextIsDeathTable(shapes, 0.61, -6.2, 0.3, false);
        double[] found = new double[NextIsDeath.VALUES];
        for (double logRatio = -6.2; logRatio <= 0.3; logRatio += 0.013) {
            double[] wanted = new double[shapes.length * NextIsDeath.VALUES];
            NextIsDeath.write(shapes, 0.61, logRatio, wanted, NextIsDeath.VALUES);
            for (int k = 0; k < shapes.length; k++) {
                table.write(k, logRatio, found);
                assertThat(plain.probability(k, logRatio)).isCloseTo(found[0], within(1e-15));
                double q = wanted[k * NextIsDeath.VALUES];
                assertThat(found[0]).isCloseTo(q, within(TOLERANCE * q));
                // derivatives are of the size of the probability, for these shapes
                assertThat(found)
                        .containsExactly(
                                Arrays.copyOfRange(wanted, k * NextIsDeath.VALUES, (k + 1) * NextIsDeath.VALUES),
                                within(1e-12 * q));
            }
        }
    }
}
