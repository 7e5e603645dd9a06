package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

/** Figures by hand. */
class SpendScenarioTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    private static final ChannelReturns RETURNS = ChannelReturns.of(
            EUR,
            Map.of("Search", eur("500"), "Email", eur("80"), "Direct", eur("20")),
            Map.of("Search", eur("125"), "Email", eur("100"), "Print", eur("60")));

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void valueFollowsSpendByTheElasticity() {
        // Search: four times the spend at 0.5 is twice the value; one more euro brings 0.5 * 500 / 125 = 2
        SpendScenario told =
                SpendScenario.of(RETURNS, Map.of("Search", eur("500"), "Email", eur("50")), Map.of("Search", 0.5));
        assertThat(told).hasToString("""
                        what if, under these elasticities; no forecast
                        channel  elasticity       spend        then       value         then  difference         ROAS            ROI  marginal ROAS
                        Direct         1.00    0.00 EUR    0.00 EUR   20.00 EUR    20.00 EUR    0.00 EUR        - / -          - / -              -
                        Email          1.00  100.00 EUR   50.00 EUR   80.00 EUR    40.00 EUR  -40.00 EUR  0.80 / 0.80  -0.20 / -0.20           0.80
                        Print          1.00   60.00 EUR   60.00 EUR    0.00 EUR     0.00 EUR    0.00 EUR  0.00 / 0.00  -1.00 / -1.00           0.00
                        Search         0.50  125.00 EUR  500.00 EUR  500.00 EUR  1000.00 EUR  500.00 EUR  4.00 / 2.00    3.00 / 1.00           2.00
                        total                285.00 EUR  610.00 EUR  600.00 EUR  1060.00 EUR  460.00 EUR  2.11 / 1.74    1.11 / 0.74
                        """);
        SpendChange search = told.channels().get(3);
        assertThat(search.channel()).isEqualTo("Search");
        assertThat(search.valueGained()).isEqualTo(eur("500"));
        assertThat(search.spendAdded()).isEqualTo(eur("375"));
        assertThat(search.sensitivity()).isEqualTo(Outcome.of(2.0));
        assertThat(told.channels().get(0).sensitivity()).isEqualTo(Outcome.noData("the cost is 0"));
        assertThat(told.before()).isEqualTo(RETURNS.total());
    }

    @Test
    void proportionalIsExactAndRoundedOnce() {
        // 500 * 100.01 / 125 = 400.04; 80 * 33.33 / 100 = 26.664
        SpendScenario told =
                SpendScenario.proportional(RETURNS, Map.of("Search", eur("100.01"), "Email", eur("33.33")));
        assertThat(told.channels().get(3).after()).isEqualTo(new ChannelReturn("Search", eur("400.04"), eur("100.01")));
        assertThat(told.channels().get(1).after()).isEqualTo(new ChannelReturn("Email", eur("26.66"), eur("33.33")));
        assertThat(told.after().value()).isEqualTo(eur("446.70"));
    }

    @Test
    void noSpendBringsNothingAndTheSameSpendTheSame() {
        SpendScenario told =
                SpendScenario.of(RETURNS, Map.of("Search", eur("0"), "Email", eur("100")), Map.of("Email", 0.3));
        assertThat(told.channels().get(3).after()).isEqualTo(new ChannelReturn("Search", eur("0"), eur("0")));
        assertThat(told.channels().get(1).after())
                .isEqualTo(told.channels().get(1).before());
    }

    @Test
    void thereIsNoPredictionWithoutAttribution() {
        ChannelReturns none = ChannelReturns.of(EUR, Map.of(), Map.of("Search", eur("10")));
        refused(
                () -> SpendScenario.proportional(none, Map.of("Search", eur("20"))),
                "a what-if needs attributed value, got 0.00 EUR over 1 channel");
        refused(
                () -> SpendScenario.proportional(RETURNS, Map.of("Print", eur("20"))),
                "a what-if of Print needs attributed value and present spend to start from, got 0.00 EUR on 60.00 EUR");
        refused(
                () -> SpendScenario.proportional(RETURNS, Map.of("Direct", eur("20"))),
                "a what-if of Direct needs attributed value and present spend to start from, got 20.00 EUR on 0.00 EUR");
        refused(() -> new SpendScenario(List.of()), "a what-if needs attributed value, got no channels");
    }

    @Test
    void unknownChannelsAndImpossibleNumbersAreRefused() {
        refused(
                () -> SpendScenario.proportional(RETURNS, Map.of("TV", eur("20"))),
                "no channel TV among Direct, Email, Print, Search");
        refused(
                () -> SpendScenario.of(RETURNS, Map.of(), Map.of("TV", 1.0)),
                "no channel TV among Direct, Email, Print, Search");
        refused(
                () -> SpendScenario.of(RETURNS, Map.of(), Map.of("Email", 1.1)),
                "elasticity of Email must be above 0 and at most 1, got 1.1");
        refused(
                () -> SpendScenario.proportional(RETURNS, Map.of("Email", eur("-1"))),
                "spend of Email must not be negative, got -1.00 EUR");
        refused(
                () -> SpendScenario.proportional(RETURNS, Map.of("Email", Money.of("1", "USD"))),
                "one currency wanted, got 1.00 USD and 100.00 EUR");
        ChannelReturn search = RETURNS.channels().get(3);
        refused(() -> new SpendChange(search, RETURNS.total(), 1), "one channel wanted, got Search and total");
        refused(
                () -> new SpendChange(search, search, 0),
                "elasticity of Search must be above 0 and at most 1, got 0.0");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
