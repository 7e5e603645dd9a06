package org.cxkit.core.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of money in one currency; it may be negative.
 *
 * <p>Sums, differences and products are exact; only {@link #rounded()} rounds. The amount is kept in one canonical
 * form: at least as many decimals as the currency has minor digits, and no zeros beyond them. So 120, 120.0 and
 * 120.00 EUR are equal and all print {@code 120.00 EUR}, and {@code compareTo} agrees with {@code equals}.
 * Immutable, value-based and thread-safe.
 *
 * @param amount the amount in the major unit of the currency, at most 100 digits on either side of the point
 * @param currency the currency
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money>, Serializable {

    private static final int MOST_DIGITS = 100;
    private static final int DOUBLE_DIGITS = 17;
    private static final int DOUBLE_DECIMALS = 30;

    /**
     * Brings the amount into its canonical form.
     *
     * @throws IllegalArgumentException if the amount has more than 100 digits on a side of the point
     */
    public Money {
        Objects.requireNonNull(currency, "currency");
        BigDecimal bare = amount.stripTrailingZeros();
        if (bare.scale() > MOST_DIGITS || (long) bare.precision() - bare.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("amount must have at most " + MOST_DIGITS
                    + " digits before and after the point, got " + bare.precision() + " digits at scale "
                    + bare.scale());
        }
        amount = bare.setScale(Math.max(bare.scale(), minorDigits(currency)));
    }

    /**
     * {@return the amount in the currency}
     *
     * @param amount a decimal number such as {@code 120.00}
     * @param currency an ISO 4217 code such as {@code EUR}
     * @throws IllegalArgumentException if the amount is no decimal number or the code is unknown
     */
    public static Money of(String amount, String currency) {
        return new Money(parsed(amount), currencyOf(currency));
    }

    /**
     * {@return the amount in the currency}
     *
     * @param amount the amount in the major unit
     * @param currency the currency
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return new Money(amount, currency);
    }

    /**
     * {@return the amount given in the minor unit of the currency: 35000 is 350.00 EUR, but 35000 JPY}
     *
     * @param minorUnits the amount in the minor unit
     * @param currency the currency
     */
    public static Money ofMinor(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, minorDigits(currency)), currency);
    }

    /**
     * {@return the amount that a model told, to the 17 digits that a double has and not beyond 30 decimals; unrounded
     * otherwise, so that sums of such amounts round once}
     *
     * @param amount the amount in the major unit
     * @param currency the currency
     * @throws IllegalArgumentException if the amount is not finite or has more than 100 digits before the point
     */
    public static Money ofDouble(double amount, Currency currency) {
        return new Money(digits(amount), currency);
    }

    /**
     * {@return no money in the currency}
     *
     * @param currency the currency
     */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * {@return the exact sum}
     *
     * @param other money in the same currency
     * @throws IllegalArgumentException if the currencies differ; the message names both amounts
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.add(other.amount), currency);
    }

    /**
     * {@return the exact difference, this less the other}
     *
     * @param other money in the same currency
     * @throws IllegalArgumentException if the currencies differ; the message names both amounts
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(amount.subtract(other.amount), currency);
    }

    /** {@return the same amount with the other sign} */
    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    /**
     * {@return the exact product, which may have more decimals than the currency has minor digits}
     *
     * @param factor any decimal number
     */
    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor), currency);
    }

    /**
     * {@return the exact product}
     *
     * @param factor any whole number
     */
    public Money times(long factor) {
        return times(BigDecimal.valueOf(factor));
    }

    /**
     * {@return this divided by the other, as a plain number rounded once to the nearest double}
     *
     * @param other money in the same currency, not zero
     * @throws IllegalArgumentException if the currencies differ; the message names both amounts
     * @throws ArithmeticException if the other is zero
     */
    public double ratioTo(Money other) {
        requireSameCurrency(other);
        if (other.signum() == 0) {
            throw new ArithmeticException("no ratio of " + this + " to nothing");
        }
        return amount.divide(other.amount, MathContext.DECIMAL128).doubleValue();
    }

    /**
     * {@return the exact product with a factor that a model told, taken as {@link #ofDouble} takes an amount}
     *
     * @param factor any finite number
     * @throws IllegalArgumentException if the factor is not finite or the product has too many digits
     */
    public Money scaled(double factor) {
        return times(digits(factor));
    }

    /** {@return -1 below zero, 0 for no money, 1 above zero} */
    public int signum() {
        return amount.signum();
    }

    /**
     * {@return the amount in the minor unit of the currency, exactly}
     *
     * @throws ArithmeticException if the amount is finer than the minor unit or leaves the range of a long
     */
    public long toMinorUnits() {
        try {
            return amount.movePointRight(minorDigits(currency)).longValueExact();
        } catch (ArithmeticException e) {
            throw new ArithmeticException(this + " is no whole number of minor units in the range of a long");
        }
    }

    /** {@return the amount rounded half to even to the minor unit of the currency} */
    public Money rounded() {
        return new Money(amount.setScale(minorDigits(currency), RoundingMode.HALF_EVEN), currency);
    }

    /**
     * Compares two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ; the message names both amounts
     */
    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return amount.compareTo(other.amount);
    }

    /** {@return the amount with all its decimals, then the code of the currency: {@code 350.00 EUR}} */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private static BigDecimal digits(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a finite number wanted, got " + number);
        }
        BigDecimal digits = new BigDecimal(number, new MathContext(DOUBLE_DIGITS));
        return digits.scale() > DOUBLE_DECIMALS ? digits.setScale(DOUBLE_DECIMALS, RoundingMode.HALF_EVEN) : digits;
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("one currency wanted, got " + this + " and " + other);
        }
    }

    /** Gold, testing codes and other currencies without a minor unit count in whole units. */
    private static int minorDigits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    private static BigDecimal parsed(String amount) {
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "amount must be a decimal number such as 120.00, got \"" + amount + "\"", e);
        }
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "currency must be an ISO 4217 code such as EUR, got \"" + code + "\"", e);
        }
    }
}
