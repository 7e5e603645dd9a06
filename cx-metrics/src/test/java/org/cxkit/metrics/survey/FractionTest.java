package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void aFractionIsInLowestTerms() {
        assertThat(Fraction.of(-10, 4)).hasToString("-5/2").isEqualTo(Fraction.of(-5, 2));
        assertThat(Fraction.of(0, 7)).hasToString("0/1");
        assertThat(Fraction.of(1, 6).times(100)).hasToString("50/3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(1, 0))
                .withMessage("a denominator must be above zero, got 0");
    }

    @Test
    void roundingIsOnceFromTheExactRatio() {
        assertThat(Fraction.of(-1, 2).rounded(0, RoundingMode.HALF_UP)).isEqualByComparingTo("-1");
        assertThat(Fraction.of(-1, 3).rounded(2, RoundingMode.HALF_UP)).isEqualByComparingTo("-0.33");
    }

    @Property
    void theDoubleIsTheNearest(
            @ForAll @BigRange(min = "-1000000000000000000000000000000", max = "1000000000000000000000000000000")
                    BigInteger numerator,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long denominator) {
        BigDecimal exact = new BigDecimal(numerator).divide(BigDecimal.valueOf(denominator), new MathContext(100));
        assertThat(new Fraction(numerator, BigInteger.valueOf(denominator)).toDouble())
                .isEqualTo(exact.doubleValue() + 0.0);
    }

    @Test
    void aTieBetweenTwoDoublesGoesToTheEvenOneAndAHairMoreDoesNot() {
        // 2^53 + 1 lies exactly between two doubles
        BigInteger tie = BigInteger.TWO.pow(53).add(BigInteger.ONE);
        BigInteger scale = BigInteger.TEN.pow(40);
        assertThat(new Fraction(tie, BigInteger.ONE).toDouble()).isEqualTo(0x1p53);
        assertThat(new Fraction(tie.multiply(scale).add(BigInteger.ONE), scale).toDouble())
                .isEqualTo(0x1p53 + 2);
        assertThat(new Fraction(tie.multiply(scale).subtract(BigInteger.ONE), scale).toDouble())
                .isEqualTo(0x1p53);
    }
}
