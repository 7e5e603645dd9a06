package org.cxkit.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class ImportancePerformanceTest {
    private static final RatingTally EASE = RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 5, 4, 4, 2, Integer.MIN_VALUE);
    private static final RatingTally SPEED = RatingTally.of(RatingScale.ONE_TO_FIVE.reversed(), 2, 1, 1, 4);

    private static RatedDriver rated(String name, double importance, double performance) {
        Interval interval = new Interval(performance, performance, 0, 1, 0.95, "t", false);
        return new RatedDriver(name, importance, interval, 50, 0, 0);
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
    void aDriverWithoutRatingsIsNamed() {
        Drivers drivers = Drivers.of(DriversTest.moments(), "overall", "ease", "speed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImportancePerformance.of(drivers, Map.of("ease", EASE)))
                .withMessage("wanted at least two ratings of speed, got none");
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
