package org.cxkit.metrics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.cxkit.core.money.Money;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.attribution.ModelCredit;
import org.cxkit.metrics.interval.ProportionInterval;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.touch.TouchLog;
import org.junit.jupiter.api.Test;

/** Figures by hand from the rows of the case channel-funnel of truth/attribution.json. */
class ChannelFunnelTest {

    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2024-06-01T00:00:00Z");
    private static final TimeWindow WINDOW = new TimeWindow(MAY, JUNE);
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void bothTouchesStandSideBySide() {
        // last touch: p1 was qualified after an e-mail session, p5 did everything after a search session
        assertThat(ChannelFunnel.of(ChannelTruth.log(), WINDOW)).hasToString("""
                        2024-05-01T00:00:00Z to 2024-06-01T00:00:00Z; stages by first touch / by last touch
                        channel  sessions  contacts  qualified  sales            revenue
                        Email           1     1 / 0      1 / 1  1 / 0   80.00 / 0.00 EUR
                        Search          3     1 / 2      1 / 1  0 / 1   0.00 / 80.00 EUR
                        Social          1     1 / 1      0 / 0  0 / 0    0.00 / 0.00 EUR
                        total           5     3 / 3      2 / 2  1 / 1  80.00 / 80.00 EUR
                        """);
    }

    @Test
    void aCohortStandsInTheRowOfItsContact() {
        // p1, p2 and p5 became contacts in May: p1 after search, p2 after social, p5 after search (first: e-mail)
        ChannelFunnel cohort = ChannelFunnel.of(ChannelTruth.log(), WINDOW, FunnelBasis.COHORT);
        assertThat(cohort.lastTouch())
                .containsExactly(
                        new ChannelCounts("Email", 1, 0, 0, 0, Money.zero(EUR)),
                        new ChannelCounts("Search", 3, 2, 2, 2, Money.of("580", "EUR")),
                        new ChannelCounts("Social", 1, 1, 0, 0, Money.zero(EUR)));
        assertThat(cohort.toString())
                .startsWith("2024-05-01T00:00:00Z to 2024-06-01T00:00:00Z, people who became "
                        + "contacts then; stages by first touch / by last touch\n");
        assertThat(cohort.total()).isEqualTo(new ChannelCounts("total", 5, 3, 2, 2, Money.of("580", "EUR")));
    }

    @Test
    void peopleWithoutASessionBeforehandAreUnattributed() {
        TouchLog log = TouchLog.create()
                .contact("p", MAY)
                .touch("p", MAY.plusSeconds(1), "Search")
                .converted("q", MAY, Money.of("5", "EUR"))
                .contact("r", JUNE);
        ChannelFunnel funnel = ChannelFunnel.of(log, WINDOW);
        assertThat(funnel.firstTouch())
                .containsExactly(
                        new ChannelCounts("Search", 1, 1, 0, 0, Money.zero(EUR)),
                        new ChannelCounts("(unattributed)", 0, 0, 0, 1, Money.of("5", "EUR")));
        assertThat(funnel.lastTouch())
                .containsExactly(
                        new ChannelCounts("Search", 1, 0, 0, 0, Money.zero(EUR)),
                        new ChannelCounts("(unattributed)", 0, 1, 0, 1, Money.of("5", "EUR")));
    }

    @Test
    void aPersonIsAContactOnceAndBuysAsOftenAsHeDoes() {
        TouchLog log = TouchLog.create()
                .touch("p", MAY, "Search")
                .contact("p", MAY.minusSeconds(1))
                .contact("p", MAY)
                .qualified("p", MAY)
                .qualified("p", MAY.plusSeconds(1))
                .converted("p", MAY)
                .converted("p", MAY.plusSeconds(1));
        assertThat(ChannelFunnel.of(log, WINDOW).total())
                .isEqualTo(new ChannelCounts("total", 1, 0, 1, 2, null)); // first known before the range
        assertThat(ChannelFunnel.of(log, WINDOW)).asString().doesNotContain("EUR");
    }

    @Test
    void ratesAreEmptyWithoutABaseAndHaveNoIntervalAboveOne() {
        ChannelCounts row = new ChannelCounts("Search", 4, 1, 0, 2, null);
        assertThat(row.contactRate()).hasToString("25.0 % (1 of 4)");
        assertThat(row.contactRate().interval()).isEqualTo(Outcome.of(ProportionInterval.WILSON.of(1, 4, 0.95)));
        assertThat(row.qualifiedRate().rate()).isEqualTo(Outcome.of(0.0));
        assertThat(row.salesRate().rate()).isEqualTo(Outcome.noData("the stage before is empty"));
        assertThat(row.salesRate().interval()).isEqualTo(Outcome.noData("the stage before is empty"));
        assertThat(row.salesRate()).hasToString("no rate (2 of 0)");
        assertThat(row.overallRate().rate()).isEqualTo(Outcome.of(0.5));
        assertThat(new StepRate(3, 2).rate()).isEqualTo(Outcome.of(1.5));
        assertThat(new StepRate(3, 2).interval())
                .isEqualTo(Outcome.noData("more than the stage before, so no proportion"));
    }

    @Test
    void ratesStandInATableWithTheirIntervals() {
        assertThat(ChannelFunnel.of(ChannelTruth.log(), WINDOW).rates()).isEqualTo("""
                        by first touch     contacts per session    qualified per contact      sales per qualified        sales per session
                        Email           100.0 % (20.7 to 100.0)  100.0 % (20.7 to 100.0)  100.0 % (20.7 to 100.0)  100.0 % (20.7 to 100.0)
                        Search             33.3 % (6.1 to 79.2)  100.0 % (20.7 to 100.0)      0.0 % (0.0 to 79.3)      0.0 % (0.0 to 56.1)
                        Social          100.0 % (20.7 to 100.0)      0.0 % (0.0 to 79.3)                  no rate      0.0 % (0.0 to 79.3)
                        total             60.0 % (23.1 to 88.2)    66.7 % (20.8 to 93.9)     50.0 % (9.5 to 90.5)     20.0 % (3.6 to 62.4)

                        by last touch     contacts per session  qualified per contact      sales per qualified     sales per session
                        Email              0.0 % (0.0 to 79.3)                no rate      0.0 % (0.0 to 79.3)   0.0 % (0.0 to 79.3)
                        Search           66.7 % (20.8 to 93.9)   50.0 % (9.5 to 90.5)  100.0 % (20.7 to 100.0)  33.3 % (6.1 to 79.2)
                        Social         100.0 % (20.7 to 100.0)    0.0 % (0.0 to 79.3)                  no rate   0.0 % (0.0 to 79.3)
                        total            60.0 % (23.1 to 88.2)  66.7 % (20.8 to 93.9)     50.0 % (9.5 to 90.5)  20.0 % (3.6 to 62.4)
                        """);
        TouchLog log = TouchLog.create().contact("p", MAY).contact("q", MAY).touch("q", MAY, "Search");
        assertThat(ChannelFunnel.of(log, WINDOW, FunnelBasis.COHORT).rates())
                .contains("total             200.0 % (no interval)");
    }

    @Test
    void aMilestoneAtTheInstantOfASessionIsOfItsChannel() {
        TouchLog log = TouchLog.create()
                .touch("p", MAY, "Search")
                .touch("p", MAY.plusSeconds(1), "Email")
                .contact("p", MAY.plusSeconds(1));
        assertThat(ChannelFunnel.of(log, WINDOW).lastTouch())
                .containsExactly(
                        new ChannelCounts("Email", 1, 1, 0, 0, null), new ChannelCounts("Search", 1, 0, 0, 0, null));
    }

    @Test
    void theCostOfAConversionIsToldByModel() {
        Attribution told = Attribution.of(
                PathTally.accumulator()
                        .converted("Search > Email", 4, Money.of("100", "EUR"))
                        .result(),
                AttributionModel.LINEAR);
        ModelCredit credit = told.model(AttributionModel.LINEAR).orElseThrow();
        Map<String, Money> costs = Map.of("Search", Money.of("10", "EUR"), "Print", Money.of("5", "EUR"));
        ChannelReturns returns = ChannelReturns.of(told, AttributionModel.LINEAR, costs);
        assertThat(returns.channels())
                .extracting(row -> row.costPerConversion(credit))
                .containsExactly(Outcome.of(0.0), Outcome.noData("no conversions"), Outcome.of(5.0));
    }

    @Test
    void returnsAreToldFromAModel() {
        Attribution told = Attribution.of(
                PathTally.accumulator()
                        .converted("Search > Email > Direct", 1, Money.of("100", "EUR"))
                        .result(),
                AttributionModel.LINEAR);
        Map<String, Money> costs = Map.of("Search", Money.of("10", "EUR"), "Print", Money.of("5", "EUR"));
        assertThat(ChannelReturns.of(told, AttributionModel.LINEAR, costs)).hasToString("""
                        channel       value       cost  ROAS    ROI
                        Direct    33.34 EUR   0.00 EUR     -      -
                        Email     33.33 EUR   0.00 EUR     -      -
                        Print      0.00 EUR   5.00 EUR  0.00  -1.00
                        Search    33.33 EUR  10.00 EUR  3.33   2.33
                        total    100.00 EUR  15.00 EUR  6.67   5.67
                        """);
        assertThatThrownBy(() -> ChannelReturns.of(told, AttributionModel.LAST, costs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the attribution has no model last");
        Attribution worthless =
                Attribution.of(PathTally.accumulator().converted("Search", 1).result(), AttributionModel.LAST);
        assertThatThrownBy(() -> ChannelReturns.of(worthless, AttributionModel.LAST, costs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("returns need conversions with a value, got 1 without any");
    }

    @Test
    void impossibleFiguresAreRefused() {
        Money euro = Money.of("1", "EUR");
        assertThatThrownBy(() -> new StepRate(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts must not be negative: reached=-1, base=0");
        assertThatThrownBy(() -> new ChannelCounts("A", 0, -1, 0, 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counts of A must not be negative: sessions=0, contacts=-1, qualified=0, sales=0");
        assertThatThrownBy(() -> new ChannelReturn("A", euro, Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value and cost of A must be in one currency, got 1.00 EUR and 1.00 USD");
        assertThatThrownBy(() -> new ChannelReturn("A", euro, euro.negated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost of A must not be negative, got -1.00 EUR");
        assertThatThrownBy(() -> new ChannelReturn("A", euro, euro).costPerConversion(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("conversions must be finite and not negative, got -1.0");
        assertThat(new ChannelReturn("A", euro, euro).costPerConversion(0)).isEqualTo(Outcome.noData("no conversions"));
    }

    /** By participation each of both channels has the whole value; the total is what was brought. */
    @Test
    void creditThatOverlapsLeavesTheTotalWhatItIs() {
        PathTally paths = PathTally.accumulator()
                .converted("Search > Email", 1, Money.of("100.00", "EUR"))
                .result();
        Attribution told = Attribution.of(paths, AttributionModel.PARTICIPATION);
        ChannelReturns returns = ChannelReturns.of(
                told,
                AttributionModel.PARTICIPATION,
                Map.of(" Search ", Money.of("20", "EUR"), "Search", Money.of("5", "EUR")));
        assertThat(returns.channels())
                .containsExactly(
                        new ChannelReturn("Email", Money.of("100.00", "EUR"), Money.zero(Currency.getInstance("EUR"))),
                        new ChannelReturn("Search", Money.of("100.00", "EUR"), Money.of("25", "EUR")));
        assertThat(returns.total())
                .isEqualTo(new ChannelReturn("total", Money.of("100.00", "EUR"), Money.of("25", "EUR")));
    }
}
