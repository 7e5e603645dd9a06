package org.cxkit.journey.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.touchpoint.TouchpointId;
import org.cxkit.journey.log.EventLog;
import org.cxkit.journey.map.Measured;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.AttributionModel;
import org.cxkit.metrics.fourc.PortfolioAccumulator;
import org.cxkit.metrics.path.PathTally;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class InsightsTest {
    private static final RatingScale FIVE = RatingScale.ONE_TO_FIVE;
    private static final RatingTally GOOD = RatingTally.ofCounts(FIVE, 1, 2, 5, 40, 52);
    private static final RatingTally BAD = RatingTally.ofCounts(FIVE, 10, 10, 10, 5, 5);

    @Test
    void aWeakGroupIsFoundWithItsFigures() {
        assertThat(Insights.weakGroups(Reports.CSAT, "location", Reports.groups(FIVE, Map.of("x", BAD, "y", GOOD))))
                .containsExactly(
                        new Insight(
                                Insight.Kind.WEAK_GROUP,
                                "x",
                                "CSAT by location: x answers 2.63 on average, all others 4.40 (40 answers; Welch test p < 0.0001)"));
    }

    @Test
    void whereLowIsGoodTheHighGroupIsTheWeakOne() {
        RatingScale grades = new RatingScale(1, 5, true);
        Question question = new Question("grade", grades, RatingMetric.CSAT);
        Grouped<String, RatingTally> groups = Reports.groups(
                grades,
                Map.of(
                        "low", RatingTally.ofCounts(grades, 10, 10, 10, 5, 5),
                        "high", RatingTally.ofCounts(grades, 1, 2, 5, 40, 52)));
        assertThat(Insights.weakGroups(question, "channel", groups))
                .extracting(Insight::subject)
                .containsExactly("high");
    }

    @Test
    void theWorstComesFirst() {
        Grouped<String, RatingTally> groups = Reports.groups(
                FIVE, Map.of("a", BAD, "b", RatingTally.ofCounts(FIVE, 40, 5, 0, 0, 1), "c", GOOD, "d", GOOD));
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", groups))
                .extracting(Insight::subject)
                .containsExactly("b", "a");
    }

    @Test
    void theLevelIsDividedByTheNumberOfGroups() {
        // by hand: means 3 and 3.93, variances 2.105 and 1.237, so t = 2.44 at 33 degrees and p = 0.020
        RatingTally x = RatingTally.ofCounts(FIVE, 4, 4, 4, 4, 4);
        RatingTally rest = RatingTally.ofCounts(FIVE, 1, 3, 4, 11, 11);
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, Map.of("x", x, "rest", rest))))
                .extracting(Insight::sentence)
                .singleElement(STRING)
                .contains("(20 answers; Welch test p = 0.020");
        Grouped<String, RatingTally> four = Reports.groups(
                FIVE,
                Map.of(
                        "x", x,
                        "a", RatingTally.ofCounts(FIVE, 1, 1, 1, 4, 3),
                        "b", RatingTally.ofCounts(FIVE, 0, 1, 2, 4, 4),
                        "c", RatingTally.ofCounts(FIVE, 0, 1, 1, 3, 4)));
        assertThat(four.total()).isEqualTo(x.plus(rest));
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", four)).isEmpty();
    }

    @Test
    void differencesByChanceAreSeldomFound() {
        Random random = new Random(20260302);
        int found = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            Map<String, RatingTally> groups = new TreeMap<>();
            for (int group = 0; group < 5; group++) {
                int[] ratings = random.ints(60, 1, 6).toArray();
                groups.put("g" + group, RatingTally.of(FIVE, ratings));
            }
            found += Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, groups))
                            .isEmpty()
                    ? 0
                    : 1;
        }
        // at most 5 % in two tails, so about 2.5 % in the bad one; 400 runs rarely give more than 20
        assertThat(found).isBetween(1, 20);
    }

    @Test
    void fewAnswersAreNoGround() {
        RatingTally nine = RatingTally.ofCounts(FIVE, 8, 1, 0, 0, 0);
        RatingTally ten = RatingTally.ofCounts(FIVE, 9, 1, 0, 0, 0);
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, Map.of("x", nine, "y", GOOD))))
                .isEmpty();
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, Map.of("x", ten, "y", GOOD))))
                .hasSize(1);
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, Map.of("x", BAD))))
                .isEmpty();
        assertThat(Insights.weakGroups(Reports.CSAT, "channel", Reports.groups(FIVE, Map.of())))
                .isEmpty();
    }

    @Test
    void aPromiseIsBrokenWhenSurelyMoreThanHalfComeLate() {
        // Wilson, low end at 95 %: 8 of 10 gives 0.490, 9 of 10 gives 0.596 (R 4.3 prop.test(correct = FALSE))
        assertThat(Insights.brokenPromises(promise(10, 8))).isEmpty();
        assertThat(Insights.brokenPromises(promise(10, 9)))
                .containsExactly(new Insight(
                        Insight.Kind.BROKEN_PROMISE,
                        "delivery",
                        "Delivery: promised within 47 h 59 min, but 9 of 10 arrivals came later (90.0 %); the median wait is"
                                + " 3 days"));
        assertThat(Insights.brokenPromises(promise(0, 0))).isEmpty();
    }

    @Test
    void aChannelThatOnlyAssistsIsFound() {
        PathTally paths = PathTally.accumulator()
                .converted("Mail > Search", 10)
                .converted("Search", 10)
                .lost("Radio", 50)
                .result();
        assertThat(assistsOnly(paths))
                .containsExactly(new Insight(
                        Insight.Kind.ASSISTS_ONLY,
                        "Mail",
                        "Sales: Mail is never the last touch of 20 conversions, yet linear credit gives it 5.0"));
    }

    @Test
    void anAssistOfOneConversionInAHundredIsTheLeastThatCounts() {
        PathTally one = PathTally.accumulator()
                .converted("Mail > Search", 2)
                .converted("Search", 98)
                .result();
        assertThat(assistsOnly(one)).extracting(Insight::subject).containsExactly("Mail");
        PathTally less = PathTally.accumulator()
                .converted("Mail > Search", 2)
                .converted("Search", 99)
                .result();
        assertThat(assistsOnly(less)).isEmpty();
        assertThat(assistsOnly(PathTally.accumulator().lost("Mail", 3).result()))
                .isEmpty();
        assertThat(assistsOnly(PathTally.accumulator().converted(List.of(), 3).result()))
                .isEmpty();
    }

    @Test
    void marginIsDestroyedByThoseAfterThePeak() {
        assertThat(Insights.marginDestroyed(ConvenienceTable.of("", Reports.portfolio("f"))))
                .containsExactly(new Insight(
                        Insight.Kind.MARGIN_DESTROYED,
                        "portfolio",
                        "1 of 4 customers cost more than they are worth and take 25.00 EUR off the peak margin of 195.00"
                                + " EUR"));
        assertThat(Insights.marginDestroyed(
                        ConvenienceTable.of("", PortfolioAccumulator.create().result())))
                .isEmpty();
    }

    private static List<Insight> assistsOnly(PathTally paths) {
        return Insights.assistsOnly(
                "Sales", Attribution.of(paths, AttributionModel.FIRST, AttributionModel.LINEAR, AttributionModel.LAST));
    }

    private static JourneyTable promise(long arrivals, long late) {
        JourneyTable.Promise promise = new JourneyTable.Promise(
                TouchpointId.of("delivery"),
                "Delivery",
                Duration.ofDays(2).minusSeconds(1),
                arrivals,
                late,
                arrivals == 0 ? Outcome.noData("no arrivals") : Outcome.of(Duration.ofDays(3)));
        return new JourneyTable(
                "customers",
                Reports.MAP,
                Measured.of(Reports.MAP, EventLog.builder().build()),
                List.of(),
                List.of(promise));
    }
}
