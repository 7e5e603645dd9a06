package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cxkit.core.money.CompanyCost;
import org.cxkit.core.money.CompanyCosts;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.PathCount;
import org.cxkit.metrics.attribution.PathTally;
import org.cxkit.metrics.clv.HistoricValue;
import org.cxkit.metrics.clv.Purchase;
import org.cxkit.metrics.fourc.Clv;
import org.cxkit.metrics.fourc.ConvenienceCheck;
import org.cxkit.metrics.fourc.ConveniencePortfolio;
import org.cxkit.metrics.fourc.CostBasis;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.fourc.WhaleCurve;
import org.cxkit.metrics.touch.Milestone;
import org.cxkit.metrics.touch.Timeline;
import org.cxkit.metrics.touch.Touch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records of value: convenience, attribution, channels. */
class ValueJsonTest {

    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
    private static final Money EURO = Money.of("1.00", "EUR");

    static Stream<Object> records() {
        Clv gross = Clv.gross("300.00", "EUR");
        Clv net = Clv.net(EURO, CompanyCost.RETENTION, CompanyCost.ACQUISITION);
        CompanyCosts costs = CompanyCosts.of("250.00", "60.00", null, "EUR");
        CompanyCosts known = CompanyCosts.of("1", "2", "3", "EUR");
        PortfolioAccumulator portfolio = PortfolioAccumulator.create();
        ConveniencePortfolio nobody = ConveniencePortfolio.of(portfolio.result());
        portfolio.add(CustomerId.of("A"), gross, known);
        PathTally paths = PathTally.accumulator()
                .converted("Search > Email > Direct", 2, EURO)
                .converted(List.of(), 1)
                .result();
        TimeWindow window = new TimeWindow(MAY, MAY.plusSeconds(1));
        return Stream.of(
                gross,
                net,
                ConvenienceCheck.of(gross, costs),
                ConvenienceCheck.of(net, known).under(CostBasis.EXISTING),
                nobody,
                ConveniencePortfolio.of(portfolio.result()),
                WhaleCurve.of(portfolio.result()).points(2).get(1),
                Attribution.of(paths, AttributionModel.LINEAR, AttributionModel.LAST),
                Attribution.of(PathTally.accumulator().result(), AttributionModel.LAST),
                new PathCount(List.of("A", "B"), 1, null, 2),
                paths.paths().get(0),
                new Timeline(
                        "p",
                        List.of(new Touch(MAY, "A")),
                        List.of(
                                new Milestone(MAY, Milestone.Kind.CONTACT, null),
                                new Milestone(MAY, Milestone.Kind.CONVERSION, EURO))),
                ChannelFunnel.of(ChannelTruthTest.log(), window),
                new ChannelCounts("A", 1, 2, 3, 4, null),
                new StepRate(1, 2),
                new Purchase(CustomerId.of("A"), MAY, EURO),
                new HistoricValue(CustomerId.of("A"), 2, MAY, MAY, EURO),
                ChannelReturns.of(EURO.currency(), Map.of("A", EURO), Map.of("B", EURO)));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson3(Object original) {
        var mapper = new tools.jackson.databind.ObjectMapper();
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordRoundTripsWithJackson2(Object original) throws Exception {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper().registerModule(new JavaTimeModule());
        assertThat((Object) mapper.readValue(mapper.writeValueAsString(original), original.getClass()))
                .isEqualTo(original);
    }
}
