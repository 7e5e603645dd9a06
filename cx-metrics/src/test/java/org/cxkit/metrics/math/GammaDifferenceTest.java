package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GammaDifferenceTest {
    /** Relative to the difference or, where log gamma turns, to 1: some ten operations more than a unit each. */
    private static final double ROUNDING = 2e-14;

    @ParameterizedTest
    @CsvFileSource(resources = "/gamma_difference_reference.csv", numLinesToSkip = 2)
    void agreesWithSixtyDigits(double z, double h, double log, double digamma, double trigamma) {
        assertThat(GammaDifference.log(z, h))
                .isCloseTo(log, within(ROUNDING * Math.max(Math.abs(log), Math.min(1, h))));
        assertThat(GammaDifference.digamma(z, h)).isCloseTo(digamma, within(ROUNDING * digamma));
        assertThat(GammaDifference.trigamma(z, h)).isCloseTo(trigamma, within(ROUNDING * -trigamma));
    }

    /** Nothing cancels in it near its two zeros, so that a likelihood may use it for small shapes. */
    @Test
    void logGammaOfCommonsNumbersIsGoodNearOneAndTwo() {
        double[] digits = {-5.7721558299185071e-8, 4.2278436665324979e-8};
        assertThat(LogGamma.value(1 + 1e-7)).isCloseTo(digits[0], within(1e-16));
        assertThat(LogGamma.value(2 + 1e-7)).isCloseTo(digits[1], within(1e-16));
    }
}
