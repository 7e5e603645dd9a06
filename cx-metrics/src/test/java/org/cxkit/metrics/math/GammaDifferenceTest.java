package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.numbers.gamma.LogGamma;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class GammaDifferenceTest {
    /** Relative to the difference: the rounding of some twenty terms. */
    private static final double ROUNDING = 1e-14;

    @ParameterizedTest
    @CsvFileSource(resources = "/gamma_difference_reference.csv", numLinesToSkip = 2)
    void agreesWithSixtyDigits(double z, double h, double log, double digamma, double trigamma) {
        assertThat(GammaDifference.log(z, h)).isCloseTo(log, allowed(log));
        assertThat(GammaDifference.digamma(z, h)).isCloseTo(digamma, allowed(digamma));
        assertThat(GammaDifference.trigamma(z, h)).isCloseTo(trigamma, allowed(trigamma));
    }

    private static Offset<Double> allowed(double difference) {
        return within(Math.max(1e-15, ROUNDING * Math.abs(difference)));
    }

    /** Nothing cancels in it near its two zeros, so that a likelihood may use it for small shapes. */
    @Test
    void logGammaOfCommonsNumbersIsGoodNearOneAndTwo() {
        double[] digits = {-5.772155829918507e-8, 4.227843666532498e-8};
        assertThat(LogGamma.value(1 + 1e-7)).isCloseTo(digits[0], within(1e-16));
        assertThat(LogGamma.value(2 + 1e-7)).isCloseTo(digits[1], within(1e-16));
    }
}
