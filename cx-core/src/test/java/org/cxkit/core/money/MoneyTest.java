package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        // by hand: euros have 2 minor digits, yen none, Bahraini dinars 3, gold (XAU) no minor unit at all
        "120, EUR, 120.00 EUR",
        "120.0, EUR, 120.00 EUR",
        "120.00, EUR, 120.00 EUR",
        "1.2E+2, EUR, 120.00 EUR",
        "-0.00, EUR, 0.00 EUR",
        "4.4880, EUR, 4.488 EUR",
        "300, JPY, 300 JPY",
        "0.5, JPY, 0.5 JPY",
        "1.5, BHD, 1.500 BHD",
        "2.50, XAU, 2.5 XAU",
    })
    void theAmountIsKeptInOneCanonicalForm(String amount, String currency, String text) {
        assertThat(Money.of(amount, currency)).hasToString(text);
    }

    @Test
    void equalAmountsAreEqualWhateverTheirZeros() {
        assertThat(Money.of("120.0", "EUR"))
                .isEqualTo(Money.of("120.00", "EUR"))
                .hasSameHashCodeAs(Money.of("120", "EUR"))
                .isEqualByComparingTo(Money.of("120.000", "EUR"))
                .isNotEqualTo(Money.of("120.001", "EUR"))
                .isNotEqualTo(Money.of("120.00", "USD"));
    }

    @Test
    void sumsDifferencesAndProductsAreExact() {
        Money tenth = Money.of("0.1", "EUR");
        assertThat(tenth.plus(Money.of("0.2", "EUR"))).isEqualTo(Money.of("0.3", "EUR"));
        assertThat(tenth.minus(Money.of("0.3", "EUR"))).hasToString("-0.20 EUR");
        assertThat(Money.of("14.96", "EUR").times(new BigDecimal("0.30"))).hasToString("4.488 EUR");
        assertThat(tenth.times(3)).hasToString("0.30 EUR");
        assertThat(tenth.negated()).hasToString("-0.10 EUR");
        assertThat(Money.zero(EUR).plus(tenth)).isEqualTo(tenth);
        assertThat(tenth.signum()).isPositive();
    }

    @ParameterizedTest(name = "{0} rounds to {1}")
    @CsvSource({"0.125, 0.12 EUR", "0.135, 0.14 EUR", "-0.125, -0.12 EUR", "7, 7.00 EUR"}) // half to even, by hand
    void onlyRoundedRounds(String amount, String rounded) {
        assertThat(Money.of(amount, "EUR").rounded()).hasToString(rounded);
    }

    @Test
    void minorUnitsAreExactOrRefused() {
        assertThat(Money.of("350.00", "EUR").toMinorUnits()).isEqualTo(35_000);
        assertThat(Money.of("350", "JPY").toMinorUnits()).isEqualTo(350);
        assertThat(Money.ofMinor(-35_001, EUR)).isEqualTo(Money.of("-350.01", "EUR"));
        assertThat(Money.ofMinor(Long.MIN_VALUE, EUR).toMinorUnits()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> Money.of("1.005", "EUR").toMinorUnits())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("1.005 EUR is no whole number of minor units in the range of a long");
        assertThatThrownBy(() -> Money.of("92233720368547758.08", "EUR").toMinorUnits())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("92233720368547758.08 EUR is no whole number of minor units in the range of a long");
    }

    @Test
    void currenciesAreNeverMixedSilently() {
        Money euros = Money.of("2.00", "EUR");
        Money dollars = Money.of("1.00", "USD");
        String message = "one currency wanted, got 2.00 EUR and 1.00 USD";
        assertThatThrownBy(() -> euros.plus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> euros.minus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> euros.compareTo(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> euros.ratioTo(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aRatioIsRoundedOnce() {
        assertThat(Money.of("300", "EUR").ratioTo(Money.of("350", "EUR"))).isEqualTo(300.0 / 350);
        assertThatThrownBy(() -> Money.of("3", "EUR").ratioTo(Money.zero(EUR)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("no ratio of 3.00 EUR to nothing");
    }

    @Test
    void whatAModelToldKeepsItsDigitsUntilItIsRounded() {
        Money told = Money.ofDouble(800.0 / 3, EUR);
        assertThat(told).hasToString("266.66666666666669 EUR");
        assertThat(told.rounded()).isEqualTo(Money.of("266.67", "EUR"));
        assertThat(Money.ofDouble(2.5, EUR)).isEqualTo(Money.of("2.50", "EUR"));
        assertThat(Money.ofDouble(-1e-300, EUR)).isEqualTo(Money.zero(EUR));
        assertThat(Money.of("100", "EUR").scaled(1 / 3.0)).hasToString("33.333333333333331 EUR");
        assertThatThrownBy(() -> Money.ofDouble(Double.NaN, EUR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a finite number wanted, got NaN");
        assertThatThrownBy(() -> Money.of("1", "EUR").scaled(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a finite number wanted, got Infinity");
    }

    @Test
    void unreadableInputIsNamed() {
        assertThatThrownBy(() -> Money.of("12,00", "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must be a decimal number such as 120.00, got \"12,00\"");
        assertThatThrownBy(() -> Money.of("12.00", "EURO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("currency must be an ISO 4217 code such as EUR, got \"EURO\"");
        assertThatThrownBy(() -> Money.of("1E999999999", "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("amount must have at most 100 digits before and after the point, "
                        + "got 1 digits at scale -999999999");
    }
}
