package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.ExchangeRates;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class ValuationAndCurrencyTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 1);
    private static final Valuation THREE_YEARS =
            new Valuation(MAY, TimeSpan.years(3), Rate.discrete(0.1, RatePeriod.YEAR));
    private static final Valuation ENDLESS = new Valuation(MAY, null, Rate.continuous(0.1, RatePeriod.YEAR));
    private static final Clv VALUE = Clv.gross("300", "EUR");
    private static final CompanyCosts COSTS = CompanyCosts.of("1", "2", "3", "EUR");

    @Test
    void valueAndCostsOfDifferentValuationsAreRefused() {
        assertThatThrownBy(() -> ConvenienceCheck.of(VALUE.valuedAt(THREE_YEARS), COSTS.valuedAt(ENDLESS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lifetime value and costs must be valued alike, got the value on 2024-05-01 over 3 years at"
                        + " 0.1 per year (discrete) and the costs on 2024-05-01 without horizon at 0.1 per year"
                        + " (continuous)");
        ConvenienceCheck alike = ConvenienceCheck.of(VALUE.valuedAt(ENDLESS), COSTS.valuedAt(ENDLESS));
        assertThat(alike.verdict()).isEqualTo(Verdict.PASS);
        assertThat(ConvenienceCheck.of(VALUE.valuedAt(THREE_YEARS), COSTS).margin())
                .isEqualTo(alike.margin());
    }

    @Test
    void customersOfDifferentValuationsDoNotStandInOnePortfolio() {
        PortfolioAccumulator portfolio = one("A", VALUE.valuedAt(THREE_YEARS), COSTS);
        assertThat(portfolio.result().valuation()).contains(THREE_YEARS);
        assertThatThrownBy(() -> portfolio.add(CustomerId.of("B"), VALUE, COSTS.valuedAt(ENDLESS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must be valued alike, got on 2024-05-01 over 3 years at 0.1 per year (discrete),"
                        + " and on 2024-05-01 without horizon at 0.1 per year (continuous) for customer B");
        assertThat(portfolio.result().customers()).isEqualTo(1);
        PortfolioTally unsaid = one("B", VALUE, COSTS).result();
        assertThat(unsaid.valuation()).isEmpty();
        assertThat(unsaid.plus(portfolio.result()))
                .isEqualTo(portfolio.result().plus(unsaid))
                .satisfies(both -> assertThat(both.valuation()).contains(THREE_YEARS));
        assertThat(portfolio.result().check(CustomerId.of("A")))
                .contains(ConvenienceCheck.of(VALUE.valuedAt(THREE_YEARS), COSTS.valuedAt(THREE_YEARS)));
    }

    @Test
    void theValuationSurvivesTheBytes() {
        for (Valuation valuation : List.of(THREE_YEARS, ENDLESS)) {
            PortfolioTally tally = one("A", VALUE.valuedAt(valuation), COSTS).result();
            assertThat(PortfolioTally.fromBytes(tally.toBytes())).isEqualTo(tally);
            assertThat(ValuationText.read(ValuationText.of(valuation))).isEqualTo(valuation);
        }
        assertThatThrownBy(() -> ValuationText.read(new String[] {"2024-05-01"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no valuation: [2024-05-01]");
        assertThatThrownBy(() -> ValuationText.read(new String[] {"May", "0.1", "YEAR", "DISCRETE", "", ""}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no valuation: [May, 0.1, YEAR, DISCRETE, , ]");
        assertThatThrownBy(() -> ValuationText.read(new String[] {"2024-05-01", "0.10", "YEAR", "DISCRETE", "", ""}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no valuation: [2024-05-01, 0.10, YEAR, DISCRETE, , ]");
    }

    @Test
    void portfoliosInSeveralCurrenciesAddUpByADatedTable() {
        ExchangeRates rates = new ExchangeRates(
                Currency.getInstance("EUR"), MAY, Map.of(Currency.getInstance("USD"), new BigDecimal("0.9333")));
        PortfolioTally euros = one("A", VALUE.valuedAt(THREE_YEARS), COSTS).result();
        PortfolioTally dollars = PortfolioAccumulator.create()
                .add(CustomerId.of("B"), Clv.gross("10.01", "USD"), CompanyCosts.of("10", "0", "0.01", "USD"))
                .add(CustomerId.of("C"), Clv.gross("10.01", "USD"), CompanyCosts.of("10", "0.02", null, "USD"))
                .result();
        assertThatThrownBy(() -> euros.plus(dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got EUR, and USD for customer B");
        PortfolioTally both = euros.converted(rates).plus(dollars.converted(rates));
        ConveniencePortfolio told = ConveniencePortfolio.of(both);
        // 10.01 USD is 9.342333 EUR on both sides: rounding before comparing could tell otherwise
        assertThat(told.count(Verdict.BREAK_EVEN)).isEqualTo(1);
        assertThat(told.incompleteFails()).isEqualTo(1);
        assertThat(told.lifetimeValue()).isEqualTo(Money.of("309.342333", "EUR"));
        assertThat(told.margin()).isEqualTo(Outcome.of(Money.of("294", "EUR")));
        assertThat(both.valuation()).contains(THREE_YEARS);
        assertThat(PortfolioAccumulator.create().result().converted(rates).isEmpty())
                .isTrue();
        assertThatThrownBy(() -> one("D", Clv.gross("1", "GBP"), CompanyCosts.of("1", "2", "3", "GBP"))
                        .result()
                        .converted(rates))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no rate for 1.00 GBP in rates of 2024-05-01: 1 USD = 0.9333 EUR");
    }

    private static PortfolioAccumulator one(String customer, Clv clv, CompanyCosts costs) {
        return PortfolioAccumulator.create().add(CustomerId.of(customer), clv, costs);
    }
}
