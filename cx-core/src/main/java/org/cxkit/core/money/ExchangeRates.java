package org.cxkit.core.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What other currencies are worth in a base currency on one day.
 *
 * <p>Rates are exact decimals and converting is an exact product, {@code amount * rate}: compare what comes out as it
 * is, and round it once at the edge. Money in a currency without a rate is refused. Immutable, value-based and
 * thread-safe.
 *
 * @param base the currency that is converted to
 * @param date the day of the rates
 * @param rates how many units of the base one unit of each other currency is worth, above 0; kept by code
 */
public record ExchangeRates(Currency base, LocalDate date, Map<Currency, BigDecimal> rates) implements Serializable {

    /**
     * Checks the rates and orders them by code.
     *
     * @throws IllegalArgumentException if a rate is not above 0, or the base has another rate than 1
     */
    public ExchangeRates {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(date, "date");
        Map<Currency, BigDecimal> ordered = new LinkedHashMap<>();
        rates.entrySet().stream()
                .sorted(Comparator.comparing(rate -> rate.getKey().getCurrencyCode()))
                .forEach(rate -> ordered.put(rate.getKey(), rate.getValue().stripTrailingZeros()));
        ordered.forEach((currency, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("the rate of " + currency + " must be above 0, got " + rate);
            }
        });
        BigDecimal own = ordered.remove(base);
        if (own != null && own.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("the rate of the base " + base + " is 1, got " + own);
        }
        rates = Collections.unmodifiableMap(ordered);
    }

    /**
     * {@return the table of rates that are quoted the other way, as central banks do: units of another currency for one
     * unit of the base}
     *
     * <p>Each rate is the inverse of its quote, rounded once, half to even, to the decimals; from then on all is exact.
     *
     * @param base the currency that is converted to
     * @param date the day of the quotes
     * @param quotes how many units of each other currency one unit of the base is worth, above 0
     * @param decimals to how many decimals the rates are kept, not negative
     * @throws IllegalArgumentException if a quote is not above 0, a rate rounds to 0, or the decimals are negative
     */
    public static ExchangeRates ofQuotes(
            Currency base, LocalDate date, Map<Currency, BigDecimal> quotes, int decimals) {
        if (decimals < 0) {
            throw new IllegalArgumentException("decimals must not be negative, got " + decimals);
        }
        Map<Currency, BigDecimal> rates = new LinkedHashMap<>();
        quotes.forEach((currency, quote) -> {
            if (quote.signum() <= 0) {
                throw new IllegalArgumentException("the quote of " + currency + " must be above 0, got " + quote);
            }
            BigDecimal rate = BigDecimal.ONE.divide(quote, decimals, RoundingMode.HALF_EVEN);
            if (rate.signum() == 0) {
                throw new IllegalArgumentException("the rate of " + currency + " must be above 0, got 1 / "
                        + quote.toPlainString() + " to " + decimals + (decimals == 1 ? " decimal" : " decimals"));
            }
            rates.put(currency, rate);
        });
        return new ExchangeRates(base, date, rates);
    }

    /**
     * {@return the money in the base currency, exactly}
     *
     * @param money in any currency of the table
     * @throws IllegalArgumentException if there is no rate for its currency
     */
    public Money convert(Money money) {
        if (money.currency().equals(base)) {
            return money;
        }
        BigDecimal rate = rates.get(money.currency());
        if (rate == null) {
            throw new IllegalArgumentException("no rate for " + money + " in " + this);
        }
        return Money.of(money.amount().multiply(rate), base);
    }

    /** {@return such as {@code rates of 2024-05-01: 1 GBP = 1.17 EUR, 1 USD = 0.93 EUR}} */
    @Override
    public String toString() {
        return "rates of " + date + ": "
                + (rates.isEmpty() ? "none to " + base : "")
                + rates.entrySet().stream()
                        .map(rate ->
                                "1 " + rate.getKey() + " = " + rate.getValue().toPlainString() + " " + base)
                        .collect(Collectors.joining(", "));
    }
}
