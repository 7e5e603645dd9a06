package org.cxkit.metrics.fourc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cxkit.core.classification.Classification;
import org.cxkit.core.classification.ClassifiedTouchpoints;
import org.cxkit.core.classification.Ownership;
import org.cxkit.core.classification.Presence;
import org.cxkit.core.classification.StageCoverage;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.stage.StageModel;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.ServiceModel;
import org.cxkit.core.touchpoint.Touchpoint;
import org.cxkit.core.touchpoint.TouchpointType;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.communication.CommunicationCoverage;
import org.cxkit.metrics.customercost.MeanCustomerCost;
import org.cxkit.metrics.need.NeedCoverage;
import org.junit.jupiter.api.Test;

class FourCReportTest {

    private static final Touchpoint SHOP = Touchpoint.builder("shop")
            .type(TouchpointType.PHYSICAL_STORE)
            .channel(Channel.WEBSITE)
            .serviceModel(ServiceModel.ASSISTED)
            .purpose("sell")
            .stages(StageModel.THREE.stages().get(1).id())
            .build();
    private static final PortfolioTally PORTFOLIO = PortfolioAccumulator.create()
            .add(CustomerId.of("B"), Clv.gross("300", "EUR"), CompanyCosts.of("250", "60", "40", "EUR"))
            .result();

    @Test
    void anEmptyReportSaysThatNothingWasTold() {
        assertThat(FourCReport.EMPTY.toString().lines())
                .containsExactly(
                        "Touchpoints             no data (not told)",
                        "C1 Wants and needs      no data (not told)",
                        "C2 Cost to the customer no data (not told)",
                        "C3 Convenience, to win  no data (not told)",
                        "C3 Convenience, to keep no data (not told)",
                        "C4 Communication        no data (not told)");
    }

    @Test
    void everyPartHasItsLine() {
        StageCoverage touchpoints = StageCoverage.of(
                StageModel.THREE,
                ClassifiedTouchpoints.classify(List.of(Classification.of(SHOP, Presence.PRESENT, Ownership.BRAND))));
        FourCReport report = FourCReport.EMPTY
                .withTouchpoints(touchpoints)
                .withNeeds(NeedCoverage.of(Persona.builder("p").need("tea").build())
                        .build())
                .withCost(MeanCustomerCost.of(List.of()))
                .withConvenience(PORTFOLIO)
                .withCommunication(CommunicationCoverage.of(StageModel.THREE, List.of()));
        assertThat(report.toString().lines())
                .containsExactly(
                        "Touchpoints             stage coverage 33.3 %, 1 of 3 stages, none at [research, post-purchase]",
                        "C1 Wants and needs      needs 0 of 1 (0.0 %), wants 0 of 0, preferences 0 of 0; gaps: NEED"
                                + " \"tea\"",
                        "C2 Cost to the customer " + MeanCustomerCost.of(List.of()),
                        "C3 Convenience, to win  1 customer: 0 pass, 0 break even, 1 fail (100.0 %); lifetime value"
                                + " 300.00 EUR, costs 350.00 EUR, margin -50.00 EUR, CLV/cost 0.857",
                        "C3 Convenience, to keep 1 customer: 1 pass, 0 break even, 0 fail (0.0 %); lifetime value"
                                + " 300.00 EUR, costs 100.00 EUR, margin 200.00 EUR, CLV/cost 3.000; acquisition sunk",
                        "C4 Communication        " + CommunicationCoverage.of(StageModel.THREE, List.of()));
        assertThat(report.prospects().map(ConveniencePortfolio::fails)).isEqualTo(Outcome.of(1L));
    }

    @Test
    void aPortfolioOnTheWrongBasisIsRefused() {
        FourCReport report = FourCReport.EMPTY.withConvenience(PORTFOLIO);
        assertThatThrownBy(() -> new FourCReport(
                        report.touchpoints(),
                        report.needs(),
                        report.cost(),
                        report.existing(),
                        report.existing(),
                        report.communication()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a portfolio of basis PROSPECT wanted, got EXISTING");
    }
}
