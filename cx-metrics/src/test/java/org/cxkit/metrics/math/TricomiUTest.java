package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TricomiUTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/tricomi.csv", useHeadersInDisplayName = true)
    void theTableIsMet(double a, double b, double z, double log) {
        // the terms that the logarithm is a sum of may be far greater than itself
        double terms = Math.abs(a * Math.log(a)) + Math.abs(log) + Math.abs(b);
        assertThat(TricomiU.log(a, b, z)).isCloseTo(log, within(1e-12 + 1e-15 * terms));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1e-9", "1, 1e-3", "3, 2", "40, 0.01", "0.001, 50"})
    void aPowerIsMet(double a, double z) {
        // U(a, a + 1, z) = z^-a
        double log = -a * Math.log(z);
        assertThat(TricomiU.log(a, a + 1, z)).isCloseTo(log, within(1e-12 + 1e-15 * Math.abs(log)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 1, 20})
    void kummersTransformationIsMet(double z) {
        // U(s, s, z) = z^(1 - s) U(1, 2 - s, z), the two ways to write DERT
        for (double s : new double[] {0.1, 0.6, 1, 1.5, 2, 30}) {
            double log = (1 - s) * Math.log(z) + TricomiU.log(1, 2 - s, z);
            assertThat(TricomiU.log(s, s, z)).isCloseTo(log, within(1e-12 + 1e-14 * Math.abs(log)));
        }
    }

    @Test
    void whatIsOffItsRangeIsRefused() {
        assertThatThrownBy(() -> TricomiU.log(0, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("finite a > 0, b and z > 0 wanted, got a 0.0, b 1.0 and z 2.0");
        assertThatThrownBy(() -> TricomiU.log(1, Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TricomiU.log(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
