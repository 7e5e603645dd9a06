package org.cxkit.metrics.survey;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact ratio of whole numbers in lowest terms, divided once, at the end.
 *
 * <p>Immutable, value-based and thread-safe; {@code toString} is {@code -5/11}.
 *
 * @param numerator any whole number
 * @param denominator above zero, without a common divisor with the numerator
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Serializable {

    private static final int DOUBLE_BITS = 53;

    /**
     * Brings the ratio to lowest terms.
     *
     * @throws IllegalArgumentException if the denominator is not above zero
     */
    public Fraction {
        if (denominator.signum() <= 0) {
            throw new IllegalArgumentException("a denominator must be above zero, got " + denominator);
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /**
     * {@return the ratio of two whole numbers}
     *
     * @param numerator any number
     * @param denominator above zero
     * @throws IllegalArgumentException if the denominator is not above zero
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * {@return this times a whole number}
     *
     * @param factor any number
     */
    public Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /**
     * {@return this less another ratio}
     *
     * @param other the ratio to take away
     */
    public Fraction minus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** {@return the double nearest to the exact ratio, the even one of two; never -0.0} */
    public double toDouble() {
        if (numerator.bitLength() <= DOUBLE_BITS && denominator.bitLength() <= DOUBLE_BITS) {
            return numerator.doubleValue() / denominator.doubleValue();
        }
        // a quotient of at least 64 bits whose last bit says whether anything was cut off rounds as the ratio does
        int shift = Math.max(0, 64 + denominator.bitLength() - numerator.bitLength());
        BigInteger[] parts = numerator.abs().shiftLeft(shift).divideAndRemainder(denominator);
        BigInteger sticky = parts[1].signum() == 0 ? parts[0] : parts[0].setBit(0);
        return numerator.signum() * Math.scalb(sticky.doubleValue(), -shift);
    }

    /**
     * {@return the exact ratio rounded once}
     *
     * @param digits digits after the decimal point, not negative
     * @param mode what to do with a tie, and with all else
     * @throws ArithmeticException if the mode is {@link RoundingMode#UNNECESSARY}, and rounding is necessary
     */
    public BigDecimal rounded(int digits, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits, mode);
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
