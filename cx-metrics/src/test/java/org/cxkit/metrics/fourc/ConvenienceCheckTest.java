package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvenienceCheckTest {

    private static final Clv THREE_HUNDRED = Clv.gross("300.00", "EUR");

    @ParameterizedTest(name = "CLV {0} against {1} + {2} + {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                // by hand from the definition: the margin is the value less the three costs
                "300    | 250 | 60 | 40 | FAIL: costs 350.00 EUR exceed lifetime value 300.00 EUR by 50.00 EUR (CLV/cost 0.857)",
                "1200   | 200 | 150 | 50 | PASS: costs 400.00 EUR leave 800.00 EUR of lifetime value 1200.00 EUR (CLV/cost 3.000)",
                "400    | 100 | 200 | 100 | BREAK_EVEN: costs 400.00 EUR equal lifetime value 400.00 EUR (CLV/cost 1.000)",
                "-25    | 10 | 5 | 0 | FAIL: costs 15.00 EUR exceed lifetime value -25.00 EUR by 40.00 EUR (CLV/cost -1.667)",
                "-25    | 0 | 0 | 0 | FAIL: costs 0.00 EUR exceed lifetime value -25.00 EUR by 25.00 EUR",
                "0      | 0 | 0 | 0 | BREAK_EVEN: costs 0.00 EUR equal lifetime value 0.00 EUR",
                // equal once rounded, and yet a failure
                "10.00  | 10.001 | 0 | 0 | FAIL: costs 10.001 EUR exceed lifetime value 10.00 EUR by 0.001 EUR (CLV/cost 1.000)",
                "10.123456 | 0.001 | 0 | 0 | PASS: costs 0.00 EUR leave 10.12 EUR of lifetime value 10.12 EUR (CLV/cost 10123.456)",
                // a missing cost is not zero: a failure is certain, a pass is not
                "300    | 350 |  | 0 | FAIL: known costs 350.00 EUR of lifetime value 300.00 EUR, service cost missing",
                "300    | 250 |  |  | INDETERMINATE: known costs 250.00 EUR of lifetime value 300.00 EUR, service, retention cost missing",
                "300    | 300 | 0 |  | INDETERMINATE: known costs 300.00 EUR of lifetime value 300.00 EUR, retention cost missing",
            })
    void theSentenceSaysVerdictCostsAndMargin(String clv, String a, String s, String r, String text) {
        assertThat(ConvenienceCheck.of(Clv.gross(clv, "EUR"), CompanyCosts.of(a, s, r, "EUR")))
                .hasToString(text);
    }

    @Test
    void aSunkAcquisitionCostCanTurnTheVerdict() {
        ConvenienceCheck check = ConvenienceCheck.of(THREE_HUNDRED, CompanyCosts.of("250", "60", "40", "EUR"));
        assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(check.under(CostBasis.EXISTING).verdict()).isEqualTo(Verdict.PASS);
        assertThat(check.under(CostBasis.EXISTING))
                .hasToString("PASS: costs 100.00 EUR leave 200.00 EUR of lifetime value 300.00 EUR (CLV/cost 3.000),"
                        + " acquisition sunk");
    }

    @Test
    void aMissingAcquisitionCostDoesNotMatterOnceItIsSunk() {
        ConvenienceCheck check = ConvenienceCheck.of(THREE_HUNDRED, CompanyCosts.of(null, "60", "40", "EUR"));
        assertThat(check.verdict()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(check.totalCost()).isEqualTo(Outcome.noData("acquisition cost missing"));
        assertThat(check.lifetimeValue()).isEqualTo(Outcome.of(Money.of("300", "EUR")));
        assertThat(check.ratio()).isEqualTo(Outcome.noData("acquisition cost missing"));
        assertThat(check.marginAtMost()).isEqualTo(Outcome.of(Money.of("200", "EUR")));
        assertThat(check.under(CostBasis.EXISTING).missing()).isEmpty();
        assertThat(check.under(CostBasis.EXISTING).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aCostAlreadyTakenOffIsNeverSubtractedTwice() {
        CompanyCosts costs = CompanyCosts.of("250", "60", "40", "EUR");
        ConvenienceCheck gross = ConvenienceCheck.of(THREE_HUNDRED, costs);
        Clv netValue = Clv.net(Money.of("50", "EUR"), CompanyCost.ACQUISITION); // 300 less 250
        ConvenienceCheck net = ConvenienceCheck.of(netValue, costs);
        assertThat(net.margin()).isEqualTo(gross.margin()).isEqualTo(Outcome.of(Money.of("-50", "EUR")));
        assertThat(net.lifetimeValue()).isEqualTo(gross.lifetimeValue());
        assertThat(net.under(CostBasis.EXISTING).margin())
                .isEqualTo(gross.under(CostBasis.EXISTING).margin());
        assertThat(netValue).hasToString("50.00 EUR net of acquisition");
        assertThat(THREE_HUNDRED).hasToString("300.00 EUR gross");
    }

    @Test
    void aMissingCostThatIsOnlyAddedBackHasNoBound() {
        Clv net = Clv.net(Money.of("-50", "EUR"), CompanyCost.ACQUISITION);
        ConvenienceCheck prospect = ConvenienceCheck.of(net, CompanyCosts.of(null, "60", "40", "EUR"));
        assertThat(prospect.verdict()).isEqualTo(Verdict.FAIL); // the missing cost cancels out
        ConvenienceCheck existing = prospect.under(CostBasis.EXISTING);
        assertThat(existing.verdict())
                .isEqualTo(Verdict.INDETERMINATE); // the value was 50 short of it, whatever it was
        assertThat(existing.marginAtMost()).isEqualTo(Outcome.noData("acquisition cost missing"));
        assertThat(existing.totalCost()).isEqualTo(Outcome.of(Money.of("100", "EUR")));
        assertThat(existing.lifetimeValue()).isEqualTo(Outcome.noData("acquisition cost missing"));
        assertThat(existing.ratio()).isEqualTo(Outcome.noData("acquisition cost missing"));
    }

    @Test
    void theShortfallIsZeroWhereTheCheckPasses() {
        assertThat(ConvenienceCheck.of(THREE_HUNDRED, CompanyCosts.of("250", "60", "40", "EUR"))
                        .shortfall())
                .isEqualTo(Outcome.of(Money.of("50", "EUR")));
        assertThat(ConvenienceCheck.of(THREE_HUNDRED, CompanyCosts.of("1", "2", "3", "EUR"))
                        .shortfall())
                .isEqualTo(Outcome.of(Money.of("0", "EUR")));
    }

    @Test
    void noCostGivesNoRatio() {
        assertThat(ConvenienceCheck.of(THREE_HUNDRED, CompanyCosts.of("0", "0", "0", "EUR"))
                        .ratio())
                .isEqualTo(Outcome.noData("the cost is 0"));
    }

    @Test
    void mixedCurrenciesAreRefused() {
        CompanyCosts dollars = CompanyCosts.of(null, "60", null, "USD");
        assertThatThrownBy(() -> ConvenienceCheck.of(THREE_HUNDRED, dollars))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "lifetime value and costs must be in one currency, got 300.00 EUR and service cost 60.00 USD");
    }
}
