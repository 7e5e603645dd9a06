package org.cxkit.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
        IntraclassCorrelation icc = IntraclassCorrelation.of(MEAN, groups("AABBCC", 5, 5, 3, 3, 1, 1));
        assertThat(icc.icc()).isEqualTo(Outcome.of(1.0));
        assertThat(icc.f()).isEqualTo(Outcome.noData("nothing varies within the groups"));
        assertThat(icc.interval(0.95)).isEqualTo(Outcome.noData("nothing varies within the groups"));
        assertThat(VarianceComponents.of(MEAN, groups("AABBCC", 5, 5, 3, 3, 1, 1)))
                .isEqualTo(Outcome.noData("nothing varies within the groups"));
    }

    @Test
    void groupsMoreAlikeThanChanceCorrelateNegatively() {
        // by hand: MSB 0, MSW 4 in two groups of two, so icc = -4 / (0 + 4)
        IntraclassCorrelation icc = IntraclassCorrelation.of(MEAN, groups("AABB", 1, 5, 1, 5));
        assertThat(icc.icc().toOptional().orElseThrow()).isCloseTo(-1, within(1e-15));
        assertThat(icc.reliability()).isEqualTo(Outcome.noData("groups do not differ"));
        assertThat(VarianceComponents.of(MEAN, groups("AABB", 1, 5, 1, 5))
                        .toOptional()
                        .orElseThrow()
                        .between())
                .isZero();
    }

    @Test
    void whatCannotBeToldIsNoData() {
        assertThat(IntraclassCorrelation.of(MEAN, groups("AA", 1, 5)).icc())
                .isEqualTo(Outcome.noData("fewer than two groups"));
        assertThat(IntraclassCorrelation.of(MEAN, groups("AB", 1, 5)).icc())
                .isEqualTo(Outcome.noData("no group with two responses"));
        assertThat(IntraclassCorrelation.of(MEAN, groups("AABB", 3, 3, 3, 3)).icc())
                .isEqualTo(Outcome.noData("all answers are the same"));
        assertThat(VarianceComponents.of(MEAN, groups("AA", 1, 5))).isEqualTo(Outcome.noData("fewer than two groups"));
        IntraclassCorrelation nothing = IntraclassCorrelation.of(MEAN, groups("A", NO_ANSWER));
        assertThat(nothing)
                .hasToString("intraclass correlation no data (fewer than two groups), 0 groups, n 0, 1 missing");
    }

    @Test
    void groupsWithoutARatingCountForTheirMissingAnswersOnly() {
        IntraclassCorrelation with = IntraclassCorrelation.of(MEAN, groups("AABBC", 5, 4, 1, 2, NO_ANSWER));
        IntraclassCorrelation without = IntraclassCorrelation.of(MEAN, groups("AABB", 5, 4, 1, 2));
        assertThat(with.icc()).isEqualTo(without.icc());
        assertThat(with.missing()).isEqualTo(1);
        // F = 9 / 0.5 = 18 by hand, icc = (9 - 0.5) / (9 + 0.5)
        assertThat(with).hasToString("intraclass correlation 0.895 (95 % -0.363 to 1.000), 2 groups, n 4, 1 missing");
    }

    @Test
    void theComponentsAreASentence() {
        // by hand: mean squares 9 and 0.5 in groups of two, so (9 - 0.5) / 2 between and 0.5 within
        assertThat(VarianceComponents.of(MEAN, groups("AABBC", 5, 4, 1, 2, NO_ANSWER))
                        .toOptional()
                        .orElseThrow())
                .hasToString("variance 4.250 between and 0.500 within, 89.5 % of it between groups, 2 groups, n 4,"
                        + " 1 missing");
        assertThat(new VarianceComponents(0, 0, 2, 4, 0, 1))
                .hasToString("variance 0.000 between and 0.000 within, 2 groups, n 4, 1 invalid");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VarianceComponents(1, 1, 2, 4, 0, -1))
                .withMessage("counts must not be negative: groups=2, responses=4, missing=0, invalid=-1");
    }

    @Test
    void theComponentsAreToldWhateverTheirRatio() {
        // closed form for groups of two: mean squares (2e9 - 0.5)² and 0.25, so half their difference between
        Scoring value = new Scoring("value", RatingScale.ONE_TO_FIVE, List.of(0, 1, 0, 0, 2_000_000_000));
        VarianceComponents components = VarianceComponents.of(value, groups("AABB", 1, 2, 5, 5))
                .toOptional()
                .orElseThrow();
        // the root is found to its last places
        assertThat(components.between()).isCloseTo(2e18 - 1e9, within(1e-12 * 2e18));
        assertThat(components.within()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void aLevelOutOfRangeIsRefused() {
        IntraclassCorrelation icc = IntraclassCorrelation.of(MEAN, groups("AABB", 1, 2, 4, 5));
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
        assertThat(IntraclassCorrelation.of(MEAN, apart).pValue()).isEqualTo(Outcome.of(1e-300));
        assertThat(Shrinkage.of(MEAN, apart).effects().pValue()).isEqualTo(1e-300);
        Map<String, RatingTally> tallies = new TreeMap<>(Map.of("a", high));
        for (int i = 0; i < 40; i++) {
            tallies.put("b" + i, RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, 5_000_000, 0, 0, 0, 5_000_000));
        }
        FunnelPlot<String> alike = FunnelPlot.of(MEAN, Grouped.of(RatingTally.empty(RatingScale.ONE_TO_FIVE), tallies));
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
        IntraclassCorrelation icc = IntraclassCorrelation.of(MEAN, uneven);
        assertThat(icc.typicalSize()).isEqualTo(Outcome.of(2.0));
        assertThat(icc.icc().toOptional().orElseThrow()).isBetween(-1.0, 1.0);
        assertThat(FunnelPlot.of(MEAN, uneven).tau2()).isFinite();
        for (BetweenVariance method : BetweenVariance.values()) {
            assertThat(Shrinkage.of(MEAN, method, uneven).effects().typicalVariance())
                    .isFinite();
        }
        assertThat(Consistency.of(MEAN, uneven).toString()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void sumsThatNoGroupsHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntraclassCorrelation(2, 4, 0, 0, 0, 0, 0))
                .withMessage("no 2 groups of 4 responses have the pairs of sizes 0.0");
    }
}
