package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ExponentialIntegralTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/exponential-integral.csv", useHeadersInDisplayName = true)
    void theTableIsMet(double n, double x, double scaled) {
        assertThat(ExponentialIntegral.scaled(n, x)).isCloseTo(scaled, within(3e-14 * scaled));
    }
}
