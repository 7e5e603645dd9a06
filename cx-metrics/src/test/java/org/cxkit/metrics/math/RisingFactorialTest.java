package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RisingFactorialTest {
    private static final double LOG_6 = -11.830967258718918;
    private static final double LOG_9 = -17.080861179636535;

    @ParameterizedTest
    @CsvSource({"0.24, 0", "0.24, 1", "0.24, 29", "3.5, 5000", "0.7, 8192", "0.7, 8193", "0.01, 100000", "7, 2000000000"
    })
    void itIsTheDifferenceOfGammaFunctions(double p, int n) {
        RisingFactorial factorial = new RisingFactorial(p);
        factorial.to(n / 2);
        factorial.to(n);
        double log = LogGamma.value(p + n) - LogGamma.value(p);
        // the sum of so many roundings, and digamma and trigamma of the library are good to some 1e-14
        assertThat(factorial.log()).isCloseTo(log, within(1e-14 + 1e-14 * Math.abs(log)));
        double first = n == 0 ? 0 : Digamma.value(p + n) - Digamma.value(p);
        assertThat(factorial.first()).isCloseTo(first, within(2e-13 * (1 + first)));
        double second = n == 0 ? 0 : Trigamma.value(p + n) - Trigamma.value(p);
        assertThat(factorial.second()).isCloseTo(second, within(1e-12 * (1 - second)));
        assertThat(RisingFactorial.log(p, n)).isEqualTo(factorial.log());
    }

    @Test
    void ofAHugeStartNothingIsLost() {
        // sum of 1 / (p + i), where the digamma functions of both ends are the same to 13 digits
        RisingFactorial factorial = new RisingFactorial(1e12);
        factorial.to(3);
        assertThat(factorial.first()).isCloseTo(3e-12, within(1e-23));
        factorial.to(1_000_000);
        // ln(1 + n / p) to the first order in what is beyond it
        assertThat(factorial.first()).isCloseTo(Math.log1p(1e-6), within(1e-18));
    }

    @ParameterizedTest
    @CsvSource({"2.4, 3.2, 29", "0.3, 1, 5000", "1e12, 1.5e12, 40", "5, 5, 1000", "0.9, 1, 100000"})
    void theRatioIsThatOfTheFactorials(double p, double q, int n) {
        double apart = RisingFactorial.log(p, n) - RisingFactorial.log(q, n);
        // what rounding leaves of the difference of two large logarithms
        double error = 1e-13 + 1e-14 * RisingFactorial.log(q, n);
        assertThat(RisingFactorial.logRatio(p, q, n)).isCloseTo(apart, within(error));
    }

    @Test
    void theRatioOfManyFactorsKeepsItsDigits() {
        // ln Γ(0.24 + n) / (Γ(0.24) n!) for n = 1e6 and 1e9, by mpmath 1.3.0 at 40 digits
        assertThat(RisingFactorial.logRatio(0.24, 1, 1_000_000)).isCloseTo(LOG_6, within(1e-14 * -LOG_6));
        assertThat(RisingFactorial.logRatio(0.24, 1, 1_000_000_000)).isCloseTo(LOG_9, within(1e-14 * -LOG_9));
        assertThat(RisingFactorial.logRatio(1, 0.24, 1_000_000)).isCloseTo(-LOG_6, within(1e-14 * -LOG_6));
    }
}
