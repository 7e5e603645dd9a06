package org.cxkit.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class IntraclassCorrelationTest {
    private static final Scoring MEAN = Scoring.mean(RatingScale.ONE_TO_FIVE);
    private static final byte NO_ANSWER = Byte.MIN_VALUE;

    private static Grouped<String, RatingTally> groups(String keys, int... ratings) {
        byte[] column = new byte[ratings.length];
        for (int i = 0; i < ratings.length; i++) {
            column[i] = (byte) ratings[i];
        }
        return RatingTally.by(RatingScale.ONE_TO_FIVE, keys.split(""), column);
    }

    @Test
    void groupsOfOneMindEachCorrelateWholly() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(groups("AABBCC", 5, 5, 3, 3, 1, 1), MEAN);
        assertThat(icc.icc()).isEqualTo(Outcome.of(1.0));
        assertThat(icc.f()).isEqualTo(Outcome.noData("nothing varies within the groups"));
        assertThat(icc.interval(0.95)).isEqualTo(Outcome.noData("nothing varies within the groups"));
        assertThat(VarianceComponents.of(groups("AABBCC", 5, 5, 3, 3, 1, 1), MEAN))
                .isEqualTo(Outcome.noData("nothing varies within the groups"));
    }

    @Test
    void groupsMoreAlikeThanChanceCorrelateNegatively() {
        // by hand: MSB 0, MSW 4 in two groups of two, so icc = -4 / (0 + 4)
        IntraclassCorrelation icc = IntraclassCorrelation.of(groups("AABB", 1, 5, 1, 5), MEAN);
        assertThat(icc.icc().toOptional().orElseThrow()).isCloseTo(-1, within(1e-15));
        assertThat(icc.reliability()).isEqualTo(Outcome.noData("groups do not differ"));
        assertThat(VarianceComponents.of(groups("AABB", 1, 5, 1, 5), MEAN)
                        .toOptional()
                        .orElseThrow()
                        .between())
                .isZero();
    }

    @Test
    void whatCannotBeToldIsNoData() {
        assertThat(IntraclassCorrelation.of(groups("AA", 1, 5), MEAN).icc())
                .isEqualTo(Outcome.noData("fewer than two groups"));
        assertThat(IntraclassCorrelation.of(groups("AB", 1, 5), MEAN).icc())
                .isEqualTo(Outcome.noData("no group with two responses"));
        assertThat(IntraclassCorrelation.of(groups("AABB", 3, 3, 3, 3), MEAN).icc())
                .isEqualTo(Outcome.noData("all answers are the same"));
        assertThat(VarianceComponents.of(groups("AA", 1, 5), MEAN)).isEqualTo(Outcome.noData("fewer than two groups"));
        IntraclassCorrelation nothing = IntraclassCorrelation.of(groups("A", NO_ANSWER), MEAN);
        assertThat(nothing)
                .hasToString("intraclass correlation no data (fewer than two groups), 0 groups, n 0, 1 missing");
    }

    @Test
    void groupsWithoutARatingCountForTheirMissingAnswersOnly() {
        IntraclassCorrelation with = IntraclassCorrelation.of(groups("AABBC", 5, 4, 1, 2, NO_ANSWER), MEAN);
        IntraclassCorrelation without = IntraclassCorrelation.of(groups("AABB", 5, 4, 1, 2), MEAN);
        assertThat(with.icc()).isEqualTo(without.icc());
        assertThat(with.missing()).isEqualTo(1);
        // F = 9 / 0.5 = 18 by hand, icc = (9 - 0.5) / (9 + 0.5)
        assertThat(with).hasToString("intraclass correlation 0.895 (95 % -0.363 to 1.000), 2 groups, n 4, 1 missing");
    }

    @Test
    void aLevelOutOfRangeIsRefused() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(groups("AABB", 1, 2, 4, 5), MEAN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> icc.interval(1))
                .withMessage("a confidence level must be above 0 and below 1, got 1.0");
    }

    @Test
    void pValuesNeverUnderflow() {
        RatingTally low = RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 1_000_000, 1, 0, 0, 0);
        RatingTally high = RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 0, 0, 0, 1, 1_000_000);
        Grouped<String, RatingTally> apart =
                Grouped.of(RatingTally.empty(RatingScale.ONE_TO_FIVE), Map.of("a", low, "b", high));
        assertThat(IntraclassCorrelation.of(apart, MEAN).pValue()).isEqualTo(Outcome.of(1e-300));
        assertThat(Shrinkage.of(apart, MEAN).effects().pValue()).isEqualTo(1e-300);
        Map<String, RatingTally> tallies = new TreeMap<>(Map.of("a", high));
        for (int i = 0; i < 40; i++) {
            tallies.put("b" + i, RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 5_000_000, 0, 0, 0, 5_000_000));
        }
        FunnelPlot<String> alike = FunnelPlot.of(Grouped.of(RatingTally.empty(RatingScale.ONE_TO_FIVE), tallies), MEAN);
        assertThat(alike.points().get(0).pValue()).isEqualTo(1e-300);
    }

    @Test
    void aGroupOfOneBesideAHugeOneIsToldWithoutCancellation() {
        // closed form for groups of 1 and m answers: the typical size is 2 m / (m + 1)
        long huge = Long.MAX_VALUE / 16;
        Grouped<String, RatingTally> uneven = Grouped.of(
                RatingTally.empty(RatingScale.ONE_TO_FIVE),
                Map.of(
                        "a",
                        RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 1, 0, 0, 0, 0),
                        "b",
                        RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, huge, 0, 0, 0, huge)));
        IntraclassCorrelation icc = IntraclassCorrelation.of(uneven, MEAN);
        assertThat(icc.typicalSize()).isEqualTo(Outcome.of(2.0));
        assertThat(icc.icc().toOptional().orElseThrow()).isBetween(-1.0, 1.0);
        assertThat(FunnelPlot.of(uneven, MEAN).tau2()).isFinite();
        for (BetweenVariance method : BetweenVariance.values()) {
            assertThat(Shrinkage.of(uneven, MEAN, method).effects().typicalVariance())
                    .isFinite();
        }
        assertThat(Consistency.of(uneven, MEAN).toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void sumsThatNoGroupsHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntraclassCorrelation(2, 4, 0, 0, 0, 0, 0))
                .withMessage("no 2 groups of 4 responses have the pairs of sizes 0.0");
    }
}
