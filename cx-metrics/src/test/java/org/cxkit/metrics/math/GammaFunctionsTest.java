package org.cxkit.metrics.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The gamma functions of commons-numbers that all models rest on, near their zeros and far out. */
class GammaFunctionsTest {

    /** A few roundings, of the value or where that is small of 1: log-gamma is 0 at 1 and 2, digamma near 1.4616. */
    private static final double ROUNDINGS = 5e-15;

    /** commons-numbers 1.3 is off by 7e-14 between 1 and 3; trigamma is used for standard errors alone. */
    private static final double OF_TRIGAMMA = 2e-13;

    @ParameterizedTest(name = "at {0}")
    @CsvFileSource(resources = "/gamma-functions.csv", numLinesToSkip = 2)
    void theyAreThoseOfTheTable(double z, BigDecimal logGamma, BigDecimal digamma, BigDecimal trigamma) {
        near(LogGamma.value(z), logGamma, ROUNDINGS);
        near(Digamma.value(z), digamma, ROUNDINGS);
        near(Trigamma.value(z), trigamma, OF_TRIGAMMA);
    }

    /** The same functions as differences, which the likelihoods are made of. */
    @ParameterizedTest(name = "from 3.25 up by {0}")
    @CsvFileSource(resources = "/gamma-functions.csv", numLinesToSkip = 2)
    void differencesAgreeWithThem(double z, BigDecimal logGamma, BigDecimal digamma, BigDecimal trigamma) {
        double low = 3.25;
        near(GammaDifference.log(low, z), difference(LogGamma.value(low + z), LogGamma.value(low)), ROUNDINGS);
        near(GammaDifference.digamma(low, z), difference(Digamma.value(low + z), Digamma.value(low)), ROUNDINGS);
        near(GammaDifference.trigamma(low, z), difference(Trigamma.value(low + z), Trigamma.value(low)), OF_TRIGAMMA);
    }

    private static BigDecimal difference(double high, double low) {
        return new BigDecimal(high).subtract(new BigDecimal(low));
    }

    private static void near(double told, BigDecimal wanted, double allowed) {
        BigDecimal slack = wanted.abs().max(BigDecimal.ONE).multiply(BigDecimal.valueOf(allowed));
        assertThat(new BigDecimal(told).subtract(wanted).abs()).isLessThanOrEqualTo(slack);
    }
}
