package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaMeanTest {

    @ParameterizedTest
    @CsvSource({
        "0.8, 2.4",
        "1, 1",
        "1e-15, 3",
        "3, 1e-15",
        "1e-15, 1e-15",
        "1e-3, 5000",
        "5000, 1e-3",
        "7000, 2000",
        "0.5, 1e12",
        "1e12, 3e12"
    })
    void momentsAreThoseOfTheDistribution(double a, double b) {
        // 1e-12 of a mean is what the integral promises; of a million millions, rounding leaves 1e-10
        double error = a + b > 1e9 ? 1e-9 : 1e-12;
        double mean = a / (a + b);
        double share = Math.exp(BetaMean.log(a, b, p -> Math.log(1 + p)));
        assertThat(share).isCloseTo(1 + mean, within(error));
        double square = Math.exp(BetaMean.log(a, b, p -> Math.log1p(p * p)));
        assertThat(square).isCloseTo(1 + mean * ((a + 1) / (a + b + 1)), within(2 * error));
    }
}
