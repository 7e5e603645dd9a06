package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.PortfolioTally;
import org.cxkit.metrics.fourc.WhalePoint;
import org.junit.jupiter.api.Test;

/** Expectations by hand. */
class ConvenienceTableTest {
    private static final Outcome<Money> NONE = Outcome.noData("no customers with all costs known");

    @Test
    void theCurveRisesToThePeakAndFallsByWhatFailuresCost() {
        ConvenienceTable table = ConvenienceTable.of("As given.", Reports.portfolio("f"));
        assertThat(table.prospect().passes()).isEqualTo(3);
        assertThat(table.prospect().fails()).isEqualTo(1);
        assertThat(table.existing().passes()).isEqualTo(3); // without 25.00 the named one is even
        assertThat(table.existing().breakEvens()).isEqualTo(1);
        assertThat(table.whale())
                .extracting(WhalePoint::cumulative)
                .containsExactly(euro("0.00"), euro("65.00"), euro("130.00"), euro("195.00"), euro("170.00"));
        assertThat(table.peakCustomers()).isEqualTo(3);
        assertThat(table.peak()).isEqualTo(Outcome.of(euro("195.00")));
        assertThat(table.destroyed()).isEqualTo(Outcome.of(euro("25.00")));
        assertThat(table.worst())
                .containsExactly(new ConvenienceTable.Reason(
                        CustomerId.of("f"),
                        "FAIL: costs 35.00 EUR exceed lifetime value 10.00 EUR by 25.00 EUR (CLV/cost 0.286)"));
    }

    @Test
    void theFiveLargestShortfallsComeLargestFirst() {
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        for (int i = 0; i < 7; i++) {
            portfolio.add(CustomerId.of("c" + i), Clv.gross("10.00", "EUR"), CompanyCosts.of("1" + i, "0", "0", "EUR"));
        }
        ConvenienceTable table = ConvenienceTable.of("", portfolio.result());
        assertThat(table.worst())
                .extracting(reason -> reason.customer().value())
                .containsExactly("c6", "c5", "c4", "c3", "c2");
    }

    @Test
    void ofNobodyThereAreNoFigures() {
        PortfolioAccumulator unknown = PortfolioAccumulator.create();
        unknown.add(CustomerId.of("u"), Clv.gross("10.00", "EUR"), CompanyCosts.of("99", null, null, "EUR"));
        for (ConvenienceTable table : List.of(
                ConvenienceTable.of("", PortfolioAccumulator.create().result()),
                ConvenienceTable.of("", unknown.result()))) {
            assertThat(table.whale()).isEmpty();
            assertThat(table.worst()).isEmpty();
            assertThat(table.peakCustomers()).isZero();
            assertThat(table.peak()).isEqualTo(NONE);
            assertThat(table.destroyed()).isEqualTo(NONE);
            assertThat(table.topFifth()).isEqualTo(Outcome.noData("no customers with all costs known"));
            assertThat(table.gini()).isEqualTo(Outcome.noData("no customers with all costs known"));
        }
    }

    @Test
    void verdictsOnUncertainValuesAreCountedByHowSureTheyAre() {
        PortfolioTally customers = Reports.portfolio("f");
        Map<CustomerId, Outcome<Money>> errors = Map.of(
                CustomerId.of("p0"), Outcome.of(euro("1.00")),
                CustomerId.of("p1"), Outcome.of(euro("100.00")),
                CustomerId.of("p2"), Outcome.noData("not identified"),
                CustomerId.of("f"), Outcome.of(euro("5.00")),
                CustomerId.of("u"), Outcome.of(euro("1.00")));
        ConvenienceTable table = ConvenienceTable.of("As given.", customers, CostBasis.EXISTING, errors);
        // by hand: 65.00 is 65 and 0.65 errors above 0, the named one 5 errors below it, and even without 25.00
        assertThat(table.prospectBands()).isEqualTo(new VerdictBands(0.95, 1, 1, 1, 2));
        assertThat(table.existingBands()).isEqualTo(new VerdictBands(0.95, 1, 2, 0, 2));
        assertThat(table.portfolio()).isEqualTo(table.existing());
        assertThat(table.worst()).isEmpty();
        assertThat(ConvenienceTable.of("", customers, CostBasis.PROSPECT, errors)
                        .worst())
                .containsExactly(new ConvenienceTable.Reason(
                        CustomerId.of("f"),
                        "LIKELY_FAIL at 95 %: P(pass) 0.000 (standard error 5.00 EUR); FAIL: costs 35.00 EUR exceed"
                                + " lifetime value 10.00 EUR by 25.00 EUR (CLV/cost 0.286)"));
        assertThat(table.existingBands()).hasToString("at 95 %: 1 likely pass, 2 uncertain, 0 likely fail, 2 unknown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerdictBands(0.5, 0, 0, 0, 0))
                .withMessage("the level must be above 0.5 and at most 1, got 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VerdictBands(0.95, 0, -1, 0, 0))
                .withMessage("counts must not be negative, got 0, -1, 0 and 0");
    }

    private static Money euro(String amount) {
        return Money.of(amount, "EUR");
    }
}
