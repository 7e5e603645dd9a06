package org.cxkit.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    private static final RatingScale STARS = RatingScale.ONE_TO_FIVE;

    private static Grouped<String, RatingTally> groups(Map<String, RatingTally> tallies) {
        return Grouped.of(RatingTally.empty(STARS), tallies);
    }

    @Test
    void aSmallGroupOfOneMindDoesNotLeadTheLeague() {
        Shrinkage<String> shrinkage = Shrinkage.of(
                Scoring.mean(STARS),
                groups(Map.of(
                        "kiosk", RatingTally.of(STARS, 5, 5),
                        "store", RatingTally.ofCounts(STARS, 0, 0, 10, 40, 150),
                        "mall", RatingTally.ofCounts(STARS, 0, 10, 30, 60, 100),
                        "quay", RatingTally.ofCounts(STARS, 0, 5, 25, 70, 100))));
        ShrunkenGroup<String> first = shrinkage.ranking().get(0);
        assertThat(first.key()).isEqualTo("store");
        ShrunkenGroup<String> kiosk = shrinkage.groups().get(0);
        assertThat(kiosk.adjusted()).isTrue();
        assertThat(first.adjusted()).isFalse();
        assertThat(kiosk.value()).isEqualTo(5);
        assertThat(kiosk.bestRank()).isEqualTo(1);
        assertThat(kiosk.worstRank()).isEqualTo(4);
        assertThat(first).hasToString("store: rank 1 (1 to 2), 4.693 ± 0.039, own answers 4.700, n 200");
        assertThat(shrinkage)
                .hasToString(
                        "mean rating: mean 4.450 (95 % 4.184 to 4.716), tau 0.234, I² 93.1 %, 4 groups (REML), n 602");
    }

    @Test
    void theMeanOfGroupsIsPrintedWithinTheScale() {
        Shrinkage<String> shrinkage = Shrinkage.of(
                Scoring.mean(STARS),
                groups(Map.of("a", RatingTally.of(STARS, 5, 5, 1), "b", RatingTally.of(STARS, 5, 1, 1))));
        assertThat(shrinkage.effects().interval(0.999).high()).isGreaterThan(5);
        assertThat(shrinkage.meanInterval(0.999).high()).isEqualTo(5);
        assertThat(shrinkage.meanInterval(0.999).low()).isEqualTo(1);
        Shrinkage<String> ends = Shrinkage.of(
                Scoring.mean(STARS),
                groups(Map.of("a", RatingTally.of(STARS, 5, 5, 5), "b", RatingTally.of(STARS, 1, 1, 1))));
        assertThat(ends.effects().toString()).contains("(95 % -0.920 to 6.920)");
        assertThat(ends.toString()).contains("(95 % 1.000 to 5.000)");
    }

    @Test
    void consistencyPrintsALeagueTable() {
        Consistency<String> consistency = Consistency.of(
                Scoring.mean(STARS),
                groups(Map.of(
                        "kiosk", RatingTally.of(STARS, 5, 5),
                        "store", RatingTally.ofCounts(STARS, 0, 0, 10, 40, 150),
                        "quay", RatingTally.ofCounts(STARS, 90, 20, 30, 50, 10))));
        assertThat(consistency.range()).isEqualTo(2.65);
        assertThat(consistency).hasToString("""
                        mean rating: mean 3.959 (95 % 2.285 to 5.000), tau 1.434, I² 99.5 %, 3 groups (REML), n 402
                        intraclass correlation 0.709 (95 % 0.393 to 0.990), 3 groups, n 402
                        rank  group  may be    n   own  shrunken          95 %
                        1     kiosk  1 to 2    2  5.00      4.82  3.61 to 5.00
                        2     store  1 to 2  200  4.70      4.70  4.62 to 4.78
                        3      quay  3 to 3  200  2.35      2.36  2.17 to 2.55
                        """);
    }

    @Test
    void outOfTenThousandLocationsTheFewBadOnesAreFound() {
        Map<Integer, RatingTally> tallies = new TreeMap<>();
        for (int location = 0; location < 10_000; location++) {
            long odd = location % 3; // locations differ by a little, as chance has it
            tallies.put(location, RatingTally.ofCounts(STARS, 10, 10 - odd, 20, 30 + odd, 30));
        }
        for (int bad : new int[] {17, 4711, 9999}) {
            tallies.put(bad, RatingTally.ofCounts(STARS, 60, 20, 10, 5, 5));
        }
        Consistency<Integer> consistency =
                Consistency.of(Scoring.mean(STARS), Grouped.of(RatingTally.empty(STARS), tallies));
        assertThat(consistency.funnel().outliers(0.05))
                .extracting(FunnelPoint::key)
                .containsExactly(17, 4711, 9999);
        List<ShrunkenGroup<Integer>> ranking = consistency.shrinkage().ranking();
        assertThat(ranking).hasSize(10_000);
        assertThat(ranking.subList(9997, 10_000)).extracting(ShrunkenGroup::key).containsExactly(17, 4711, 9999);
        assertThat(ranking.get(9_997).bestRank()).isEqualTo(9_998);
        assertThat(ranking.get(0).worstRank()).isEqualTo(9_997);
    }

    @Test
    void whereLowIsGoodTheLowestLeads() {
        RatingScale effort = STARS.reversed();
        Shrinkage<String> shrinkage = Shrinkage.of(
                Scoring.mean(effort),
                Grouped.of(
                        RatingTally.empty(effort),
                        Map.of(
                                "easy", RatingTally.ofCounts(effort, 50, 30, 10, 5, 5),
                                "hard", RatingTally.ofCounts(effort, 5, 5, 10, 30, 50))));
        assertThat(shrinkage.ranking().get(0).key()).isEqualTo("easy");
        assertThat(shrinkage.ranking().get(0).worstRank()).isEqualTo(1);
    }

    @Test
    void groupsThatDifferByMillionsAreToldApart() {
        RatingScale bought = new RatingScale(0, 1);
        Grouped<String, RatingTally> shops = Grouped.of(
                RatingTally.empty(bought),
                Map.of(
                        "a", RatingTally.ofCounts(bought, 900, 100),
                        "b", RatingTally.ofCounts(bought, 100, 900)));
        for (BetweenVariance method : BetweenVariance.values()) {
            // closed form for equal variances: (9e6 - 1e6)² / 2 less 0.1 * 0.9 * 1e14 / 1000; five roundings
            assertThat(Shrinkage.of(new Scoring("value", bought, List.of(0, 10_000_000)), method, shops)
                            .effects()
                            .tau2())
                    .as(method.title())
                    .isCloseTo(3.1991e13, within(1e-12 * 3.1991e13));
        }
    }

    @Test
    void theVarianceBetweenGroupsIsInTheSquareOfWhateverUnitTheScoresAreIn() {
        double[] values = {1, 9, 4, 6.5, 2};
        double[] variances = {0.09, 0.5, 0.2, 0.1, 3};
        for (BetweenVariance method : BetweenVariance.values()) {
            double tau2 = method.of(values, variances);
            assertThat(tau2).isPositive();
            for (double unit : new double[] {1e-6, 1, 1e7}) {
                double[] scaled = Arrays.stream(values).map(y -> unit * y).toArray();
                double[] squared =
                        Arrays.stream(variances).map(v -> unit * unit * v).toArray();
                // the scaled numbers are rounded, and the root is found to their last places
                assertThat(method.of(scaled, squared) / unit / unit)
                        .as("%s times %s", method.title(), unit)
                        .isCloseTo(tau2, within(1e-12 * tau2));
            }
        }
    }

    @Test
    void fewerThanTwoGroupsCannotBeCompared() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Shrinkage.of(Scoring.mean(STARS), groups(Map.of("A", RatingTally.of(STARS, 5)))))
                .withMessage("groups can be compared from 2 on, got 1 with answers");
        assertThatIllegalStateException()
                .isThrownBy(() -> FunnelPlot.of(Scoring.mean(STARS), groups(Map.of())))
                .withMessage("groups can be compared from 2 on, got 0 with answers");
    }

    @Test
    void theFunnelNamesOutliersOnly() {
        FunnelPlot<String> plot = FunnelPlot.of(
                Scoring.mean(STARS),
                groups(Map.of(
                        "A", RatingTally.ofCounts(STARS, 10, 10, 20, 30, 30),
                        "B", RatingTally.ofCounts(STARS, 11, 10, 20, 29, 30),
                        "C", RatingTally.ofCounts(STARS, 9, 11, 20, 30, 30),
                        "D", RatingTally.ofCounts(STARS, 10, 9, 21, 30, 30),
                        "E", RatingTally.ofCounts(STARS, 10, 10, 19, 31, 30),
                        "F", RatingTally.ofCounts(STARS, 10, 10, 20, 30, 30),
                        "G", RatingTally.ofCounts(STARS, 10, 11, 19, 31, 29),
                        "H", RatingTally.ofCounts(STARS, 11, 9, 20, 30, 30),
                        "I", RatingTally.ofCounts(STARS, 10, 10, 20, 30, 30),
                        "Z", RatingTally.ofCounts(STARS, 60, 20, 10, 5, 5))));
        assertThat(plot.outliers(0.05)).extracting(FunnelPoint::key).containsExactly("Z");
        assertThat(plot)
                .hasToString(
                        "mean rating funnel of 10 groups about 3.412: phi 1.61, 1 outlier at a false discovery rate of"
                                + " 5 %, n 1000");
    }

    @Test
    void wrongArgumentsOfTheFunnelAreNamed() {
        Grouped<String, RatingTally> two =
                groups(Map.of("A", RatingTally.of(STARS, 5, 1), "B", RatingTally.of(STARS, 4, 2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FunnelPlot.of(Scoring.mean(STARS), FunnelScale.ARCSINE, two))
                .withMessage(
                        "the arcsine scale is for shares, whose scores are 0 and 1, got mean rating with [1, 2, 3, 4, 5]");
        FunnelPlot<String> plot = FunnelPlot.of(Scoring.mean(STARS), two);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.limits(0, 0.95))
                .withMessage("wanted at least 1 response and a level above 0 and below 1, got 0 and 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plot.outliers(1))
                .withMessage("a false discovery rate must be above 0 and below 1, got 1.0");
        assertThatIllegalStateException()
                .isThrownBy(() -> FunnelPlot.of(
                        Scoring.mean(STARS),
                        groups(Map.of("A", RatingTally.of(STARS, 5), "B", RatingTally.of(STARS, 5)))))
                .withMessage("groups cannot be told apart where all answers score the same");
    }
}
