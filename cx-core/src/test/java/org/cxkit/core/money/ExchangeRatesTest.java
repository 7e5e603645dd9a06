package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 1);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Currency JPY = Currency.getInstance("JPY");
    private static final ExchangeRates RATES =
            new ExchangeRates(EUR, MAY, Map.of(USD, new BigDecimal("0.93"), JPY, new BigDecimal("0.0060")));

    @Test
    void convertingIsAnExactProductThatNobodyRounds() {
        assertThat(RATES.convert(Money.of("0.01", "USD"))).isEqualTo(Money.of("0.0093", "EUR"));
        assertThat(RATES.convert(Money.of("-333", "JPY"))).isEqualTo(Money.of("-1.998", "EUR"));
        assertThat(RATES.convert(Money.of("-333", "JPY")).rounded()).isEqualTo(Money.of("-2.00", "EUR"));
        assertThat(RATES.convert(Money.of("1.234", "EUR"))).isEqualTo(Money.of("1.234", "EUR"));
    }

    @Test
    void halfACentIsRoundedToTheEvenOneAtTheEdgeAlone() {
        ExchangeRates half = new ExchangeRates(EUR, MAY, Map.of(USD, new BigDecimal("0.5")));
        assertThat(half.convert(Money.of("0.01", "USD")).rounded()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(half.convert(Money.of("0.03", "USD")).rounded()).isEqualTo(Money.of("0.02", "EUR"));
        assertThat(half.convert(Money.of("0.01", "USD")).plus(half.convert(Money.of("0.01", "USD"))))
                .isEqualTo(Money.of("0.01", "EUR"));
    }

    @Test
    void aCurrencyWithoutARateIsRefused() {
        assertThatThrownBy(() -> RATES.convert(Money.of("1", "GBP")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rate for 1.00 GBP in rates of 2024-05-01: 1 JPY = 0.006 EUR, 1 USD = 0.93 EUR");
        assertThatThrownBy(() -> new ExchangeRates(EUR, MAY, Map.of()).convert(Money.of("1", "GBP")))
                .hasMessage("no rate for 1.00 GBP in rates of 2024-05-01: none to EUR");
    }

    @Test
    void ratesAreAboveZeroAndThatOfTheBaseIsOne() {
        assertThatThrownBy(() -> new ExchangeRates(EUR, MAY, Map.of(USD, BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of USD must be above 0, got 0");
        assertThatThrownBy(() -> new ExchangeRates(EUR, MAY, Map.of(EUR, new BigDecimal("1.1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of the base EUR is 1, got 1.1");
        assertThat(new ExchangeRates(EUR, MAY, Map.of(EUR, new BigDecimal("1.00"))))
                .isEqualTo(new ExchangeRates(EUR, MAY, Map.of()));
    }

    @Test
    void quotesTheOtherWayAreInvertedOnce() {
        ExchangeRates rates = ExchangeRates.ofQuotes(EUR, MAY, Map.of(USD, new BigDecimal("1.0718")), 6);
        assertThat(rates.rates()).isEqualTo(Map.of(USD, new BigDecimal("0.93301")));
        assertThatThrownBy(() -> ExchangeRates.ofQuotes(EUR, MAY, Map.of(USD, BigDecimal.ZERO), 6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the quote of USD must be above 0, got 0");
        assertThatThrownBy(() -> ExchangeRates.ofQuotes(EUR, MAY, Map.of(JPY, new BigDecimal("170")), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the rate of JPY must be above 0, got 1 / 170 to 1 decimal");
        assertThatThrownBy(() -> ExchangeRates.ofQuotes(EUR, MAY, Map.of(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("decimals must not be negative, got -1");
    }

    @Test
    void costsAreConvertedWithWhatIsMissingStillMissing() {
        Valuation valuation = new Valuation(MAY, TimeSpan.years(3), Rate.discrete(0.1, RatePeriod.YEAR));
        CompanyCosts costs = CompanyCosts.of("100", null, "1", "USD").valuedAt(valuation);
        assertThat(costs.converted(RATES))
                .isEqualTo(CompanyCosts.of("93", null, "0.93", "EUR").valuedAt(valuation));
        assertThat(valuation).hasToString("on 2024-05-01 over 3 years at 0.1 per year (discrete)");
        assertThat(new Valuation(MAY, null, Rate.discrete(0, RatePeriod.YEAR)))
                .hasToString("on 2024-05-01 without horizon at 0.0 per year (discrete)");
    }

    @Test
    void moreRetentionIsAddedToWhatIsKnown() {
        Money more = Money.of("5", "EUR");
        assertThat(CompanyCosts.of("1", "2", "3", "EUR").plusRetention(more))
                .isEqualTo(CompanyCosts.of("1", "2", "8", "EUR"));
        assertThat(CompanyCosts.of("1", "2", null, "EUR").plusRetention(more))
                .isEqualTo(CompanyCosts.of("1", "2", null, "EUR"));
        assertThatThrownBy(() -> CompanyCosts.of("1", "2", "3", "EUR").plusRetention(more.negated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("added retention cost must not be negative, got -5.00 EUR");
        assertThatThrownBy(() -> CompanyCosts.of("1", "2", null, "USD").plusRetention(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("costs must be in one currency, got acquisition 1.00 USD and added retention 5.00 EUR");
        assertThatThrownBy(() -> CompanyCosts.of(null, "2", "3", "USD").plusRetention(more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("costs must be in one currency, got service 2.00 USD and added retention 5.00 EUR");
    }
}
