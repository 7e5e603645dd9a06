package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class HypergeometricTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/hypergeometric.csv", useHeadersInDisplayName = true)
    void theTableIsMet(double a, double b, double c, double z, double log) {
        // the promise of the predictions is 1e-11; the logarithm of a value in the thousands has its own last place
        assertThat(Hypergeometric.log(a, b, c, z)).isCloseTo(log, within(1e-12 + 3e-14 * Math.abs(log)));
        assertThat(Hypergeometric.log(b, a, c, z)).isCloseTo(log, within(1e-12 + 3e-14 * Math.abs(log)));
    }

    @ParameterizedTest
    @CsvSource({"1e-12", "0.001", "0.5", "3", "1e3", "1e8", "1e15", "1e200"})
    void closedFormsAreMet(double y) {
        // 2F1(1, 1; 2; -y) = ln(1 + y) / y, and 2F1(a, b; b; -y) = (1 + y)^-a
        assertThat(Math.exp(Hypergeometric.logAtNegative(1, 1, 2, y)))
                .isCloseTo(Math.log1p(y) / y, within(1e-13 * Math.log1p(y) / y));
        assertThat(Hypergeometric.logAtNegative(2.5, 3, 3, y))
                .isCloseTo(-2.5 * Math.log1p(y), within(1e-14 + 1e-15 * Math.log1p(y)));
        assertThat(Hypergeometric.logAtNegative(0.5, 0, 3, y)).isCloseTo(0, within(1e-13));
    }

    @Test
    void parametersWithoutHeterogeneityGiveThePowerOfTheMean() {
        // b and c without end at a fixed b / c: (1 - z b / c)^-a
        assertThat(Hypergeometric.log(3, 2.5e12, 1e13, 0.999))
                .isCloseTo(-3 * Math.log(1 - 0.25 * 0.999), within(1e-11));
    }

    @Test
    void whatIsOffItsRangeIsRefused() {
        assertThatThrownBy(() -> Hypergeometric.log(-1, 2, 3, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a, b >= 0, c > 0 and 0 <= z < 1 wanted, got a -1.0, b 2.0, c 3.0, z 0.5 and 1 - z 0.5");
        assertThatThrownBy(() -> Hypergeometric.log(1, 2, 3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hypergeometric.log(1, 2, 3, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hypergeometric.log(1, 2, 0, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
