package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

/** Figures by hand: margins A 800, B -50, D 0, E -40, and C, F with a missing cost. */
class ConveniencePortfolioTest {

    private static final PortfolioTally TALLY = PortfolioAccumulator.create()
            .add(CustomerId.of("B"), Clv.gross("300", "EUR"), CompanyCosts.of("250", "60", "40", "EUR"))
            .add(CustomerId.of("A"), Clv.gross("1200", "EUR"), CompanyCosts.of("200", "150", "50", "EUR"))
            .add(CustomerId.of("C"), Clv.gross("100", "EUR"), CompanyCosts.of("150", null, "0", "EUR"))
            .add(CustomerId.of("D"), Clv.gross("400", "EUR"), CompanyCosts.of("100", "200", "100", "EUR"))
            .add(CustomerId.of("E"), Clv.gross("-25", "EUR"), CompanyCosts.of("10", "5", "0", "EUR"))
            .add(CustomerId.of("F"), Clv.gross("100", "EUR"), CompanyCosts.of(null, "1", "1", "EUR"))
            .result();
    private static final PortfolioTally NOBODY = PortfolioAccumulator.create().result();

    @Test
    void customersWithAMissingCostAreCountedAndLeftOutOfTheTotals() {
        ConveniencePortfolio portfolio = ConveniencePortfolio.of(TALLY);
        assertThat(portfolio)
                .isEqualTo(new ConveniencePortfolio(
                        CostBasis.PROSPECT, 1, 1, 2, 1, 1, Money.of("1875", "EUR"), Money.of("1165", "EUR")))
                .hasToString("6 customers: 1 pass, 1 break even, 2 fail (50.0 %); lifetime value 1875.00 EUR, "
                        + "costs 1165.00 EUR, margin 710.00 EUR, CLV/cost 1.609; "
                        + "left out for a missing amount 2 (1 fail for certain)");
        assertThat(portfolio.count(Verdict.FAIL)).isEqualTo(3);
        assertThat(portfolio.count(Verdict.INDETERMINATE)).isEqualTo(1);
        assertThat(portfolio.complete()).isEqualTo(4);
        assertThat(portfolio.shareFailing()).isEqualTo(Outcome.of(0.5));
        assertThat(portfolio.ratio()).isEqualTo(Outcome.of(1875.0 / 1165));
    }

    @Test
    void existingCustomersAreCheckedWithoutTheSunkAcquisitionCost() {
        ConveniencePortfolio portfolio = ConveniencePortfolio.of(TALLY, CostBasis.EXISTING);
        assertThat(portfolio)
                .hasToString("6 customers: 4 pass, 0 break even, 1 fail (20.0 %); lifetime value 1975.00 EUR, "
                        + "costs 607.00 EUR, margin 1368.00 EUR, CLV/cost 3.254; "
                        + "left out for a missing amount 1 (0 fail for certain); acquisition sunk");
    }

    @Test
    void theWhaleCurveClimbsToItsPeakAndFallsToTheFinalMargin() {
        WhaleCurve curve = WhaleCurve.of(TALLY);
        assertThat(curve)
                .hasToString("4 customers: peak 800.00 EUR after 1, 90.00 EUR destroyed after it, final 710.00 EUR; "
                        + "the top 20 % earn 112.7 % of it");
        assertThat(WhaleCurve.of(TALLY, CostBasis.EXISTING).basis()).isEqualTo(CostBasis.EXISTING);
        assertThat(WhaleCurve.of(TALLY, CostBasis.EXISTING).toString())
                .startsWith("5 customers: peak ")
                .endsWith("; acquisition sunk");
        assertThat(curve.customer(1)).isEqualTo(CustomerId.of("A"));
        assertThat(curve.customer(4)).isEqualTo(CustomerId.of("B"));
        assertThat(curve.margin(3)).isEqualTo(Money.of("-40", "EUR"));
        assertThat(curve.cumulative(3)).isEqualTo(Money.of("760", "EUR"));
        assertThat(curve.shareOfFinal(3)).isEqualTo(Outcome.of(760.0 / 710));
        assertThat(curve.destroyed()).isEqualTo(Money.of("90", "EUR"));
        assertThat(curve.peakCustomers()).isEqualTo(1);
        assertThat(curve.topShare(50)).isEqualTo(Outcome.of(800.0 / 710));
        assertThat(curve.topShare(100)).isEqualTo(Outcome.of(1.0));
        // ascending -50 -40 0 800: (-3*-50 - 1*-40 + 1*0 + 3*800) / (4 * 710) = 2590 / 2840
        assertThat(curve.gini().toOptional().orElseThrow()).isCloseTo(2590.0 / 2840, within(1e-15)); // two roundings
        assertThatThrownBy(() -> curve.margin(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> curve.topShare(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("percent must be from 1 to 100, got 0");
    }

    @Test
    void theThinnedCurveKeepsItsStartItsPeakAndItsEnd() {
        WhaleCurve curve = WhaleCurve.of(TALLY);
        assertThat(curve.points(3))
                .containsExactly(
                        new WhalePoint(0, Money.of("0", "EUR")),
                        new WhalePoint(1, Money.of("800", "EUR")),
                        new WhalePoint(2, Money.of("800", "EUR")),
                        new WhalePoint(4, Money.of("710", "EUR")));
        assertThat(curve.points(100)).hasSize(5);
        assertThatThrownBy(() -> curve.points(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 2 points wanted, got 1");
    }

    @Test
    void sharesOfALossAreUndefinedAndTheAmountsAreStillTold() {
        WhaleCurve curve = WhaleCurve.of(PortfolioAccumulator.create()
                .add(CustomerId.of("A"), Clv.gross("10", "EUR"), CompanyCosts.of("10", "1", "0", "EUR"))
                .result());
        assertThat(curve)
                .hasToString("1 customer: peak 0.00 EUR after 0, 1.00 EUR destroyed after it, final -1.00 EUR");
        assertThat(curve.shareOfFinal(1)).isEqualTo(Outcome.noData("the final margin is not positive"));
        assertThat(curve.topShare(20)).isEqualTo(Outcome.noData("the final margin is not positive"));
        assertThat(curve.gini()).isEqualTo(Outcome.noData("the final margin is not positive"));
    }

    @Test
    void nobodyHasNoMarginAndNoShare() {
        ConveniencePortfolio portfolio = ConveniencePortfolio.of(NOBODY);
        assertThat(portfolio).hasToString("0 customers: 0 pass, 0 break even, 0 fail");
        assertThat(portfolio.margin()).isEqualTo(Outcome.noData("no customer with all costs known"));
        assertThat(portfolio.ratio()).isEqualTo(Outcome.noData("no customer with all costs known"));
        assertThat(portfolio.shareFailing()).isEqualTo(Outcome.noData("no customer with all costs known"));
        WhaleCurve curve = WhaleCurve.of(NOBODY);
        assertThat(curve)
                .hasToString("no customer with all costs known")
                .isEqualTo(WhaleCurve.of(NOBODY))
                .isNotEqualTo(WhaleCurve.of(NOBODY, CostBasis.EXISTING));
        assertThat(curve.points(10)).isEmpty();
        assertThat(curve.gini()).isEqualTo(Outcome.noData("no customer with all costs known"));
        assertThatThrownBy(curve::peak)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a whale curve of no customers has no margin");
    }

    @Test
    void impossiblePortfoliosAreRefused() {
        assertThatThrownBy(() -> new ConveniencePortfolio(CostBasis.PROSPECT, -1, 0, 0, 0, 0, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must not be negative: passes=-1, breakEvens=0, fails=0, incompleteFails=0, "
                        + "indeterminates=0");
        assertThatThrownBy(() -> new ConveniencePortfolio(CostBasis.PROSPECT, 1, 0, 0, 0, 0, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "totals belong to customers with all costs known, got 1 customers, value null and cost null");
        assertThatThrownBy(() -> new WhalePoint(-1, Money.of("0", "EUR")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("customers must not be negative, got -1");
    }
}
