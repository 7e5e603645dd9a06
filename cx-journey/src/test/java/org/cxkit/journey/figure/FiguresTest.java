package org.cxkit.journey.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cxkit.core.money.Money;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations by hand. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | 0.0",
                "-0.0 | 1 | 0.0",
                "-0.04 | 1 | 0.0",
                "-0.06 | 1 | -0.1",
                "0.25 | 1 | 0.3",
                "-0.4 | 0 | 0",
                "1234567.891 | 2 | 1,234,567.89",
                "-1e300 | 0 | -1"
            })
    void whatRoundsToNothingHasNoSign(double value, int decimals, String start) {
        assertThat(Figures.decimal(value, decimals)).startsWith(start);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234567.891 EUR | 1,234,567.89 EUR",
                "1234.6 JPY | 1,235 JPY",
                "-0.001 USD | 0.00 USD",
                "1.2345 BHD | 1.234 BHD"
            })
    void moneyHasTheDecimalsOfItsCurrency(String amount, String expected) {
        String[] parts = amount.split(" ", -1);
        assertThat(Figures.money(Money.of(parts[0], parts[1]))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT119.9S, 119 s",
        "PT2M, 2 min",
        "PT1H59M29S, 119 min",
        "PT2H, 2 h 00 min",
        "PT47H59M59S, 47 h 59 min",
        "P2D, 2 days",
        "P1000D, '1,000 days'"
    })
    void durationsAreWrittenInTheUnitThatFits(Duration duration, String expected) {
        assertThat(Figures.duration(duration)).isEqualTo(expected);
    }

    @Test
    void figuresHaveTheirUnitOrTheirReason() {
        Interval interval = new Interval(50, 50, 25, 75, 0.95, "Wald", false);
        assertThat(Figures.score(interval, "%")).isEqualTo("50.0 %");
        assertThat(Figures.score(interval, "")).isEqualTo("50.0");
        assertThat(Figures.limits(interval)).isEqualTo("25.0 to 75.0");
        assertThat(Figures.limits(interval, 2)).isEqualTo("25.00 to 75.00");
        assertThat(Figures.significant(0.24259)).isEqualTo("0.2426");
        assertThat(Figures.significant(4413.6)).isEqualTo("4414");
        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.or(Outcome.of(0.125), Figures::percent)).isEqualTo("12.5 %");
        assertThat(Figures.<Double>or(Outcome.noData("no arrivals"), Figures::percent))
                .isEqualTo("no data (no arrivals)");
        assertThat(Figures.<Double>or(new Outcome.Suppressed<>("below 10"), Figures::percent))
                .isEqualTo("suppressed (below 10)");
    }

    @Test
    void textAndPicturesRoundATieAlike() {
        assertThat(Figures.decimal(81.25, 1)).isEqualTo("81.3").isEqualTo(Numerals.number(81.25, 1));
        assertThat(Figures.decimal(-81.25, 1)).isEqualTo("-81.3").isEqualTo(Numerals.number(-81.25, 1));
    }
}
