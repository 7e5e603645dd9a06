package org.cxkit.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.weight.WeightedTally;
import org.junit.jupiter.api.Test;

class ImportancePerformanceTest {
    private static final RatingTally EASE = RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 5, 4, 4, 2, Integer.MIN_VALUE);
    private static final RatingTally SPEED = RatingTally.of(RatingScale.ONE_TO_FIVE.reversed(), 2, 1, 1, 4);

    private static RatedDriver rated(String name, double importance, double performance) {
        Interval interval = new Interval(performance, performance, 0, 1, 0.95, "t", false);
        return new RatedDriver(name, importance, interval, 50, 0, 0, 0);
    }

    /** One driver for each quadrant, in another order. */
    private final ImportancePerformance four = new ImportancePerformance(
            "overall",
            List.of(
                    rated("price", 0.1, 0.9),
                    rated("ease", 0.4, 0.8),
                    rated("speed", 0.35, 0.5),
                    rated("look", 0.15, 0.4)),
            0.25,
            0.65,
            50,
            0,
            0,
            0);

    @Test
    void cutsPartTheDriversIntoQuadrants() {
        assertThat(four.drivers())
                .extracting(four::quadrant)
                .containsExactly(
                        Quadrant.POSSIBLE_OVERKILL,
                        Quadrant.KEEP_UP_THE_GOOD_WORK,
                        Quadrant.CONCENTRATE_HERE,
                        Quadrant.LOW_PRIORITY);
        assertThat(four.in(Quadrant.CONCENTRATE_HERE))
                .containsExactly(four.drivers().get(2));
        assertThat(four.cutAt(0.25, 0.5).in(Quadrant.CONCENTRATE_HERE)).isEmpty();
        assertThat(four.cutAt(0.15, 0.4).quadrant(four.drivers().get(3)))
                .as("at the cuts")
                .isEqualTo(Quadrant.KEEP_UP_THE_GOOD_WORK);
    }

    @Test
    void headroomIsImportanceTimesTheGapToTheEndOfTheScale() {
        assertThat(four.opportunities())
                .extracting(RatedDriver::predictor)
                .containsExactly("speed", "look", "ease", "price");
        // by hand: .4 (1 - .8); a driver done well may have more headroom than one done badly
        assertThat(four.drivers().get(1).headroom()).isCloseTo(0.08, within(1e-15));
        assertThat(four.drivers().get(0).headroom()).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void importanceIsTheShareOfLmgAndPerformanceIsToldFromRatingsOfAnyScale() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        ImportancePerformance map = ImportancePerformance.of(drivers, Map.of("speed", SPEED, "ease", EASE));
        RatedDriver ease = map.drivers().get(0);
        assertThat(ease.importance()).isEqualTo(drivers.lmgPercent("ease") / 100);
        // by hand: ratings 5 5 4 4 2 have the mean 4, which is 3/4 of the way; the reversed 2 1 1 4 also
        assertThat(ease.performance().estimate()).isEqualTo(0.75);
        assertThat(map.drivers().get(1).performance().estimate()).isEqualTo(0.75);
        assertThat(List.of(ease.n(), ease.missing(), ease.invalid())).containsExactly(5L, 1L, 0L);
        assertThat(map.importanceCut()).isCloseTo(0.5, within(1e-12));
        assertThat(map.performanceCut()).isCloseTo(0.75, within(1e-12));
        assertThat(map.drivers())
                .as("at the mean, where all are alike")
                .extracting(map::quadrant)
                .containsExactly(Quadrant.KEEP_UP_THE_GOOD_WORK, Quadrant.POSSIBLE_OVERKILL);
        assertThat(map)
                .hasToString("importance and performance for overall, n 20, 1 incomplete, cut at 50.0 % and 75.0 %:"
                        + " ease: importance 58.1 %, performance 75.0 % (95 % 37.0 to 100.0), n 5, 1 missing,"
                        + " headroom 14.5 % (keep up the good work);"
                        + " speed: importance 41.9 %, performance 75.0 % (95 % 18.7 to 100.0), n 4,"
                        + " headroom 10.5 % (possible overkill)");
    }

    @Test
    void topBoxesAreAnotherMeasureOfPerformance() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        Interval ease = ImportancePerformance.of(drivers, Map.of("speed", SPEED, "ease", EASE), Performance.TOP_BOX)
                .drivers()
                .get(0)
                .performance();
        assertThat(ease.estimate()).isEqualTo(0.8);
        assertThat(ease.method()).isEqualTo("Wilson");
    }

    @Test
    void aScaleWithoutUsualBoxesHasNoPerformanceByThem() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        RatingTally ten = RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 10, 8, 8, 4);
        Map<String, RatingTally> ratings = Map.of("ease", ten, "speed", SPEED);
        // by hand: the mean is 8
        assertThat(ImportancePerformance.of(drivers, ratings)
                        .drivers()
                        .get(0)
                        .performance()
                        .estimate())
                .isEqualTo(0.8);
        String message = "there are no usual boxes for the 11 points of the scale 0..10: state them";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportancePerformance.of(drivers, ratings, Performance.TOP_BOX))
                .withMessage(message);
        Map<String, WeightedTally> weighted =
                Map.of("ease", WeightedTally.of(ten, 1), "speed", WeightedTally.of(SPEED, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportancePerformance.weighted(drivers, weighted, Performance.TOP_BOX))
                .withMessage(message);
    }

    @Test
    void ratingsWithWeightsGiveAWeightedPerformance() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        WeightedTally ease = WeightedTally.of(
                RatingScale.ONE_TO_FIVE, new int[] {5, 5, 4, 4, 4, 3, 1}, new double[] {1, 1, 2, 2, 2, 4, 0});
        WeightedTally turned = WeightedTally.of(
                RatingScale.ONE_TO_FIVE.reversed(),
                new int[] {1, 1, 2, 2, 2, 3, Integer.MIN_VALUE},
                new double[] {1, 1, 2, 2, 2, 4, 1});
        ImportancePerformance map =
                ImportancePerformance.weighted(drivers, Map.of("ease", ease, "speed", turned), Performance.MEAN);
        Interval mean = map.drivers().get(0).performance();
        // by Python 3 from the definitions: the mean 46/12 is .7083 of the way; Σ w² (x - 46/12)² is 14.1667, the error
        // sqrt(14.1667 / 144 · 6 / 5) / 4 = .085898, and t with 5 degrees of freedom 2.570582
        assertThat(mean.estimate()).isCloseTo(0.7083333333333334, within(1e-12));
        assertThat(mean.low()).isCloseTo(0.4875254077578613, within(1e-9));
        assertThat(mean.high()).isCloseTo(0.9291412589088055, within(1e-9));
        assertThat(map.drivers().get(1).performance().low()).isCloseTo(mean.low(), within(1e-12));
        assertThat(map)
                .hasToString("importance and performance for overall, n 20, 1 incomplete, cut at 50.0 % and 70.8 %:"
                        + " ease: importance 58.1 %, performance 70.8 % (95 % 48.8 to 92.9), n 6, 1 of weight 0,"
                        + " headroom 16.9 % (keep up the good work);"
                        + " speed: importance 41.9 %, performance 70.8 % (95 % 48.8 to 92.9), n 6, 1 missing,"
                        + " headroom 12.2 % (possible overkill)");
        // by Python 3 from the definitions: 8 of 12 in the top boxes, Wilson's interval among 144 / 30 answers
        Interval top = ImportancePerformance.weighted(
                        drivers, Map.of("ease", ease, "speed", turned), Performance.TOP_BOX)
                .drivers()
                .get(0)
                .performance();
        assertThat(top.estimate()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(top.low()).isCloseTo(0.26965969949321733, within(1e-9));
        assertThat(top.high()).isCloseTo(0.9154942233801292, within(1e-9));
    }

    @Test
    void aRowOfWeightZeroThatLacksAValueIsExcludedByDriversAndMissingByRatings() {
        MomentsTally rows = MomentsAccumulator.create("ease")
                .addWeighted(0, MomentsAccumulator.MISSING)
                .result();
        assertThat(List.of(rows.excluded(), rows.incomplete())).containsExactly(1L, 0L);
        WeightedTally ratings =
                WeightedTally.of(RatingScale.ONE_TO_FIVE, new int[] {Integer.MIN_VALUE}, new double[] {0});
        assertThat(List.of(ratings.zeroWeight(), ratings.missing())).containsExactly(0L, 1L);
    }

    @Test
    void equalWeightsGiveThePerformanceOfNone() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        Map<String, WeightedTally> weighted =
                Map.of("ease", WeightedTally.of(EASE, 2.5), "speed", WeightedTally.of(SPEED, 0.1));
        for (Performance performance : Performance.values()) {
            ImportancePerformance plain =
                    ImportancePerformance.of(drivers, Map.of("ease", EASE, "speed", SPEED), performance);
            ImportancePerformance same = ImportancePerformance.weighted(drivers, weighted, performance);
            assertThat(same).hasToString(plain.toString());
            for (int i = 0; i < 2; i++) {
                Interval wanted = plain.drivers().get(i).performance();
                Interval found = same.drivers().get(i).performance();
                // sums of weights in place of whole numbers
                assertThat(found.low()).isCloseTo(wanted.low(), within(1e-12));
                assertThat(found.high()).isCloseTo(wanted.high(), within(1e-12));
            }
        }
    }

    @Test
    void aDriverWithoutRatingsIsNamed() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportancePerformance.of(drivers, Map.of("ease", EASE)))
                .withMessage("wanted at least two ratings of speed, got none");
        WeightedTally one = WeightedTally.of(RatingScale.ONE_TO_FIVE, new int[] {5, 4}, new double[] {1, 0});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportancePerformance.weighted(drivers, Map.of("ease", one), Performance.MEAN))
                .withMessage("wanted at least two ratings of ease, got " + one);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new RatedDriver("ease", 0.5, four.drivers().get(0).performance(), 5, -1, 0, 0))
                .withMessage("wanted at least one rating and counts that are not negative, got 5, -1 of weight 0,"
                        + " 0 missing, 0 invalid for ease");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> four.cutAt(1.5, 0))
                .withMessage("wanted drivers and cuts from 0 to 1, got 4 drivers and the cuts 1.5 and 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImportancePerformance("overall", four.drivers(), 0.5, 0.5, 5, -1, 0, 2))
                .withMessage("counts must not be negative: n=5, incomplete=-1, excluded=0, invalid=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rated("ease", 2, 0.5))
                .withMessage("importance and performance must be from 0 to 1, got 2.0 and 0.5 for ease");
    }
}
