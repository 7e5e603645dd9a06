package org.cxkit.metrics.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.design.SamplingDesign.SingleUnits;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.weight.SurveyInterval;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedTally;
import org.junit.jupiter.api.Test;

class SamplingDesignTest {
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;
    private static final SamplingDesign LARGE = SamplingDesign.LARGE_POPULATION;

    private static GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> units() {
        return GroupedAccumulator.of(WeightedAccumulator.create(TEN));
    }

    private static DesignNps nps(
            SamplingDesign design, GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> units) {
        return DesignNps.of(design, Bands.ZERO_TO_TEN, units.result());
    }

    /** Two shops of equal weights: 10 10 0 and 9 0 0. */
    private static GroupedAccumulator<SamplingUnit, WeightedAccumulator, WeightedTally> twoShops() {
        var units = units();
        units.at(SamplingUnit.ofCluster("Bonn")).add(10, 1).add(10, 1).add(0, 1).addMissing(1);
        units.at(SamplingUnit.ofCluster("Ulm")).add(9, 1).add(0, 1).add(0, 1);
        return units;
    }

    @Test
    void answersOfOneClusterCountTogether() {
        // by hand: net 0, sums of residuals 1 and -1, variance 2 / (2 - 1) * (1 + 1) = 4 of a sum over 6 answers
        DesignNps nps = nps(LARGE, twoShops());
        assertThat(nps.score()).isZero();
        assertThat(nps.shareError()).isEqualTo(2 / 6.0);
        assertThat(nps.standardError()).isEqualTo(100 * (2 / 6.0));
        assertThat(nps.estimate().degreesOfFreedom()).isEqualTo(1);
        // the variance is 1/9, that of a simple sample 1/5
        assertThat(nps.estimate().designEffect().toOptional().orElseThrow()).isCloseTo(5 / 9.0, within(1e-15));
        assertThat(nps)
                .hasToString("weighted NPS 0.0 (95 % -100.0 to 100.0), n 6 (effective 6.0) from 2 units in 1 stratum,"
                        + " 1 missing");
        assertThat(DesignNps.of(twoShops().result())).isEqualTo(nps);
        assertThat(DesignCsat.of(LARGE, Boxes.of(2), twoShops().result()))
                .hasToString("weighted CSAT 50.0 % (95 % 0.0 to 100.0), n 6 (effective 6.0) from 2 units in 1 stratum,"
                        + " top 2 of 0..10, 1 missing");
        assertThat(DesignMean.of(LARGE, Scoring.mean(TEN), twoShops().result()))
                .hasToString("weighted mean 4.833 (95 % 0.000 to 10.000), n 6 (effective 6.0) from 2 units in 1"
                        + " stratum, 1 missing");
    }

    @Test
    void aFinitePopulationLeavesLessToChance() {
        // by hand: with 2 of 4 shops asked half the variance is left, with all of them none
        assertThat(nps(LARGE.withPopulation(Map.of("all", 4L)), twoShops()).shareError())
                .isCloseTo(2 / 6.0 * Math.sqrt(0.5), within(1e-15));
        assertThat(nps(LARGE.withPopulation(Map.of("all", 2L)), twoShops()).shareError())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps(LARGE.withPopulation(Map.of("all", 1L)), twoShops()))
                .withMessage("stratum all has 1 units, but 2 were drawn");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps(LARGE.withPopulation(Map.of("north", 9L, "south", 9L)), twoShops()))
                .withMessage("wanted the same strata in the population and among the answers, got [north, south] only"
                        + " in the population and [all] only among the answers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LARGE.withPopulation(Map.of("all", 0L)))
                .withMessage("a stratum must have at least one unit, got 0 for all");
    }

    @Test
    void aStratumOfOneUnitIsRefusedByNameUnlessARuleIsStated() {
        var units = twoShops();
        units.at(SamplingUnit.of("airport", "Gate 1")).add(10, 1).add(10, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps(LARGE, units))
                .withMessage("stratum airport has a single unit, so that its variance is unknown: join it with another"
                        + " or state a rule");
        // by hand: net 2/8; residual sums 0.25 and -1.75 of the shops, 1.5 of the gate
        assertThat(nps(LARGE.withSingleUnits(SingleUnits.CERTAIN), units).shareError())
                .isCloseTo(Math.sqrt(2 * (1 + 1)) / 8, within(1e-15));
        assertThat(nps(LARGE.withSingleUnits(SingleUnits.ABOUT_THE_MEAN), units).shareError())
                .isCloseTo(Math.sqrt(4 + 1.5 * 1.5) / 8, within(1e-15));
        // all of the airport was asked
        assertThat(nps(LARGE.withPopulation(Map.of("airport", 1L, "all", 1_000_000_000_000_000L)), units)
                        .shareError())
                .isCloseTo(Math.sqrt(4) / 8, within(1e-12));
    }

    @Test
    void aClusterWithoutAResponseWasDrawnAndHasTheSumZero() {
        var units = twoShops();
        units.at(SamplingUnit.ofCluster("Kiel")).addMissing(3).add(10, 0);
        DesignNps nps = nps(LARGE, units);
        // by hand: sums of residuals 1, -1 and 0, variance 3 / (3 - 1) * (1 + 1) = 3 of a sum over 6 answers
        assertThat(nps.units()).isEqualTo(3);
        assertThat(nps.estimate().degreesOfFreedom()).isEqualTo(2);
        assertThat(nps.shareError()).isCloseTo(Math.sqrt(3) / 6, within(1e-15));
        assertThat(nps.toString()).endsWith(" from 3 units in 1 stratum, 1 of weight 0, 4 missing");
        // by hand: with 3 of 4 shops asked a quarter of the variance is left, with all of them none
        assertThat(nps(LARGE.withPopulation(Map.of("all", 4L)), units).shareError())
                .isCloseTo(Math.sqrt(3) / 12, within(1e-15));
        assertThat(nps(LARGE.withPopulation(Map.of("all", 3L)), units).shareError())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nps(LARGE.withPopulation(Map.of("all", 2L)), units))
                .withMessage("stratum all has 2 units, but 3 were drawn");
    }

    @Test
    void aStratumOfTwoClustersOfWhichOneRespondedHasAVariance() {
        var units = twoShops();
        units.at(SamplingUnit.of("airport", "Gate 1")).add(10, 1).add(10, 1);
        units.at(SamplingUnit.of("airport", "Gate 2")).addMissing(2);
        DesignNps nps = nps(LARGE, units);
        // by hand: net 2/8; residual sums 0.25 and -1.75 of the shops, 1.5 and 0 of the gates
        assertThat(nps.shareError()).isCloseTo(Math.sqrt(2 * (1 + 1) + 2 * (0.75 * 0.75 * 2)) / 8, within(1e-15));
        assertThat(nps.units()).isEqualTo(4);
        assertThat(nps.strata()).isEqualTo(2);
    }

    @Test
    void whoeverWasDrawnAloneAndGaveNoResponseIsNoUnit() {
        var units = units();
        units.at(SamplingUnit.ofStratum("north"))
                .add(10, 1)
                .add(0, 1)
                .addMissing(1)
                .add(10, 0);
        units.at(SamplingUnit.ofStratum("south")).addMissing(5);
        DesignNps nps = nps(LARGE, units);
        // by hand: residuals 1 and -1, variance 2 / (2 - 1) * (1 + 1) = 4 of a sum over 2 answers
        assertThat(nps.shareError()).isEqualTo(1);
        assertThat(nps.units()).isEqualTo(2);
        assertThat(nps.strata()).isEqualTo(1);
    }

    @Test
    void aDesignWithoutResponsesOrFreedomIsUndefined() {
        assertThatIllegalStateException()
                .isThrownBy(() -> nps(LARGE, units()))
                .withMessage("weighted NPS is undefined for 0 responses");
        var one = units();
        one.at(SamplingUnit.ofCluster("Bonn")).add(10, 1).add(0, 1);
        DesignNps nps = nps(LARGE.withSingleUnits(SingleUnits.CERTAIN), one);
        assertThat(nps).hasToString("weighted NPS 0.0, n 2 (effective 2.0) from 1 unit in 1 stratum");
        assertThatIllegalStateException()
                .isThrownBy(nps::interval)
                .withMessage("an interval needs more units than strata, got weighted mean 0.000, n 2 (effective 2.0)"
                        + " from 1 unit in 1 stratum");
        var same = units();
        same.at(SamplingUnit.simple()).add(10, 1).add(9, 1);
        assertThat(nps(LARGE, same).estimate().designEffect()).isEqualTo(Outcome.noData("all responses are the same"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DesignNps(nps.weighted(), 0.1, 1, 2))
                .withMessage("wanted a standard error that is not negative and at least one unit for each stratum, got"
                        + " 0.1, 1 units and 2 strata");
    }

    @Test
    void samplesOfStrataStandForTheirPeople() {
        Grouped<String, RatingTally> strata = Grouped.of(
                RatingTally.empty(TEN),
                Map.of("north", RatingTally.of(TEN, 10, 9, 0, 7), "south", RatingTally.of(TEN, 0, 1, 10)));
        Map<String, Long> people = new LinkedHashMap<>(Map.of("south", 900L, "north", 100L));
        DesignNps nps = DesignNps.stratified(people, Bands.ZERO_TO_TEN, strata);
        // by hand: 0.1 * 1/4 - 0.9 * 1/3; sample variances 11/12 and 4/3
        assertThat(nps.estimate().value()).isCloseTo(0.025 - 0.3, within(1e-15));
        double variance = 0.01 * (11 / 12.0) / 4 * 0.96 + 0.81 * (4 / 3.0) / 3 * (1 - 3 / 900.0);
        assertThat(nps.shareError()).isCloseTo(Math.sqrt(variance), within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 5L), Bands.ZERO_TO_TEN, strata))
                .withMessage("wanted a size for each group that answered, got sizes of [north] and answers of [north,"
                        + " south]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 0L, "south", 9L), Bands.ZERO_TO_TEN, strata))
                .withMessage("wanted at least as many people as responses in stratum north, got 0 and 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 9L, "south", 2L), Bands.ZERO_TO_TEN, strata))
                .withMessage("wanted at least as many people as responses in stratum south, got 2 and 3");
        Grouped<String, RatingTally> missing =
                Grouped.of(RatingTally.empty(TEN), Map.of("north", RatingTally.of(TEN, Integer.MIN_VALUE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 5L), Bands.ZERO_TO_TEN, missing))
                .withMessage("no response from stratum north of 5 people");
        Grouped<String, RatingTally> one = Grouped.of(RatingTally.empty(TEN), Map.of("north", RatingTally.of(TEN, 9)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 5L), Bands.ZERO_TO_TEN, one))
                .withMessageStartingWith("stratum north has a single unit");
        // all of one person were asked: nothing is left to chance
        assertThat(DesignNps.stratified(Map.of("north", 1L), Bands.ZERO_TO_TEN, one)
                        .shareError())
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.stratified(Map.of("north", 1L), Bands.ONE_TO_FIVE, one));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        DesignNps.stratified(Map.of(), Bands.ZERO_TO_TEN, Grouped.of(RatingTally.empty(TEN), Map.of())))
                .withMessage("weighted NPS is undefined for 0 responses");
    }

    @Test
    void postStratificationRefusesAGroupItCannotWeight() {
        Grouped<String, WeightedTally> groups = WeightedTally.by(
                TEN, new String[] {"f", "m", "f"}, new byte[] {10, 0, Byte.MIN_VALUE}, new double[] {1, 1, 1});
        DesignNps nps = DesignNps.postStratified(Map.of("f", 0.75, "m", 0.25), Bands.ZERO_TO_TEN, groups);
        assertThat(nps.score()).isEqualTo(50);
        assertThat(nps.shareError()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.postStratified(Map.of("f", 1.0, "m", 0.0), Bands.ZERO_TO_TEN, groups))
                .withMessage("wanted responses and a size above 0 for group m, got n 1 (effective 1.0) and the size"
                        + " 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DesignNps.postStratified(Map.of("f", 1.0), Bands.ZERO_TO_TEN, groups))
                .withMessage("wanted a size for each group that answered, got sizes of [f] and answers of [f, m]");
        Grouped<String, WeightedTally> one =
                WeightedTally.by(TEN, new String[] {"f"}, new byte[] {10}, new double[] {2});
        assertThatIllegalStateException()
                .isThrownBy(() -> DesignNps.postStratified(Map.of("f", 1.0), Bands.ZERO_TO_TEN, one))
                .withMessage("the error of post-stratified NPS is undefined for n 1 (effective 1.0)");
    }

    @Test
    void aUnitIsReadFromItsText() {
        for (SamplingUnit unit : List.of(
                SamplingUnit.simple(),
                SamplingUnit.ofStratum("a/b%2F%"),
                SamplingUnit.of("a/b%25", "c/d%"),
                SamplingUnit.of("", ""),
                SamplingUnit.ofCluster("c"))) {
            assertThat(SamplingUnit.parse(unit.toString())).isEqualTo(unit);
        }
        assertThat(SamplingUnit.of("a/b", "c")).hasToString("a%2Fb/c");
        assertThat(Stream.of(SamplingUnit.of("b", "a"), SamplingUnit.of("a", "b"), SamplingUnit.ofStratum("a"))
                        .sorted())
                .hasToString("[a, a/b, b/a]");
        var groups = twoShops().result();
        assertThat(Grouped.fromBytes(groups.toBytes(), SamplingUnit::parse, WeightedTally::fromBytes))
                .isEqualTo(groups);
    }

    @Test
    void intervalsOfSharesAreOfSharesOnly() {
        var units = units();
        units.at(SamplingUnit.ofCluster("Bonn")).add(10, 1).add(10, 1).add(0, 1);
        units.at(SamplingUnit.ofCluster("Ulm")).add(9, 1).add(9, 1).add(0, 1);
        DesignMean net = DesignMean.of(LARGE, Scoring.netShare(Bands.ZERO_TO_TEN), units.result());
        assertThat(net.value()).isCloseTo(1 / 3.0, within(1e-15)); // could be a share by its value
        for (SurveyInterval method : SurveyInterval.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> net.interval(method, 0.95))
                    .withMessage("wanted a share, of answers worth from 0 to 1, got answers worth from -1.0 to 1.0");
        }
        DesignMean share = DesignMean.of(LARGE, Scoring.topBox(TEN, Boxes.of(2)), units.result());
        assertThat(share.interval(SurveyInterval.LOGIT, 0.95).estimate()).isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void intervalsOfSharesHoldForAnyNumberOfAnswers() {
        long many = Long.MAX_VALUE / 4;
        // the normal interval, which it is for so many answers
        Interval interval = SurveyInterval.BETA.of(0.5, 1e-12, many, many, 0.95);
        assertThat(interval.low()).isCloseTo(0.5 - 1.959963984540054e-12, within(1e-15));
        assertThat(interval.high()).isCloseTo(0.5 + 1.959963984540054e-12, within(1e-15));
        Interval nothing = SurveyInterval.BETA.of(0.5, 1e200, 5, 6, 0.95);
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isEqualTo(1);
    }
}
