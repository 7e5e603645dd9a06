package org.cxkit.metrics.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.junit.jupiter.api.Test;

class DriversTest {

    /** The rows of case driver.two of survey.json. */
    private static final double[][] TABLE = {
        {5, 4, 3, 5, 2, 4, 3, 5, 1, 4, 5, 2, 3, 4, 5, 2, 4, 3, 5, 1},
        {4, 4, 3, 5, 2, 5, 2, 4, 2, 4, 5, 1, 3, 3, 5, 3, 4, 2, 4, 2},
        {9, 8, 6, 10, 4, 9, 5, 9, 2, 8, 9, 3, 6, 7, 10, 4, 7, 5, 10, 1}
    };

    static MomentsTally moments() {
        return MomentsAccumulator.create("ease", "speed", "overall")
                .addAll(TABLE, 0, 20)
                .add(1, MomentsAccumulator.MISSING, 2)
                .result();
    }

    @Test
    void theSentenceHasTheValuesAndTheCounts() {
        Drivers drivers = Drivers.of(moments(), "overall", "ease", "speed");
        assertThat(drivers)
                .hasToString(
                        "drivers of overall: R² 0.972, n 20, of it by LMG ease 58.1 %, speed 41.9 %, 1 incomplete");
        assertThat(drivers.incomplete()).isEqualTo(1);
        assertThat(drivers.ranked()).extracting(Driver::predictor).containsExactly("ease", "speed");
        // by hand: 1 - (1 - R²) 19 / 17
        assertThat(drivers.adjustedR2()).isCloseTo(1 - (1 - 0.9721740566427214) * 19 / 17, within(1e-12));
    }

    @Test
    void aSampleSaysHowManyOrdersAndHowSure() {
        // two predictors have two orders, and a pair of orders is both: nothing is left to chance
        Drivers sampled = Drivers.sampled(moments(), "overall", List.of("ease", "speed"), 3, 7);
        assertThat(sampled)
                .hasToString("drivers of overall: R² 0.972, n 20, of it by LMG sampled from 6 orders ease 58.1 % ± 0.0,"
                        + " speed 41.9 % ± 0.0, 1 incomplete");
        assertThat(sampled.driver("ease").lmg()).isCloseTo(0.5643664463317345, within(1e-12));
    }

    @Test
    void manyPredictorsAreToldExactlyAndMoreAreSampled() {
        List<String> twenty = DriversPropertiesTest.names(20);
        MomentsTally moments = DriversPropertiesTest.moments(twenty, DriversPropertiesTest.columns(20, 5));
        Drivers exact = Drivers.of(moments, "y", twenty);
        assertThat(exact.drivers().stream().mapToDouble(Driver::lmg).sum()).isCloseTo(exact.r2(), within(1e-12));

        List<String> thirty = DriversPropertiesTest.names(30);
        MomentsTally more = DriversPropertiesTest.moments(thirty, DriversPropertiesTest.columns(30, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drivers.of(more, "y", thirty))
                .withMessage("exact importance takes at most 24 predictors, got 30: sample it");
        assertThat(Drivers.sampled(more, "y", thirty, 50, 1).drivers())
                .allSatisfy(driver -> assertThat(driver.lmgStandardError()).isPositive());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drivers.sampled(more, "y", thirty, 1, 1))
                .withMessage("a standard error takes at least 2 pairs of orders, got 1");
    }

    @Test
    void constantVariablesAreNamed() {
        MomentsTally moments = MomentsAccumulator.create("a", "b", "y")
                .addAll(new double[][] {{1, 2, 3, 4}, {5, 5, 5, 5}, {1, 3, 2, 4}}, 0, 4)
                .result();
        assertThatExceptionOfType(DriversException.Constant.class)
                .isThrownBy(() -> Drivers.of(moments, "y", "a", "b"))
                .withMessage("wanted variables that vary, but over 4 complete rows b is constant")
                .satisfies(thrown -> assertThat(thrown.variables()).containsExactly("b"));
        assertThatExceptionOfType(DriversException.Constant.class).isThrownBy(() -> Drivers.of(moments, "b", "a"));
    }

    @Test
    void collinearPredictorsAreNamed() {
        MomentsTally moments = MomentsAccumulator.create("a", "other", "b", "sum", "y")
                .addAll(
                        new double[][] {
                            {1, 2, 3, 4, 5, 6, 7, 9},
                            {3, 1, 4, 1, 5, 9, 2, 6},
                            {2, 7, 1, 8, 2, 8, 1, 8},
                            {3, 9, 4, 12, 7, 14, 8, 17},
                            {1, 4, 1, 4, 2, 1, 3, 5}
                        },
                        0,
                        8)
                .result();
        assertThatExceptionOfType(DriversException.Collinear.class)
                .isThrownBy(() -> Drivers.of(moments, "y", "a", "other", "b", "sum"))
                .withMessage("wanted predictors of which none follows from the others, but a, b, sum are collinear:"
                        + " leave one out")
                .satisfies(thrown -> assertThat(thrown.variables()).containsExactly("a", "b", "sum"));
        assertThat(Drivers.of(moments, "y", "a", "other", "b").n()).isEqualTo(8);
    }

    @Test
    void predictorsThatAreAlmostTheSameAreCollinearFromTheTolerance() {
        double[] wobble = {1, -1, 1, -1, -1, 1, -1, 1};
        for (double size : new double[] {1e-3, 1e-4}) {
            double[] near = new double[8];
            double[] base = {1, 2, 3, 4, 5, 6, 7, 8};
            for (int i = 0; i < 8; i++) {
                near[i] = base[i] + size * wobble[i];
            }
            MomentsTally moments = MomentsAccumulator.create("base", "near", "y")
                    .addAll(new double[][] {base, near, {1, 3, 2, 4, 4, 6, 5, 9}}, 0, 8)
                    .result();
            // by hand: 1 - r² is about size² · 8 / 42, so 1.9e-7 and 1.9e-9
            Drivers drivers = Drivers.of(moments, "y", "base", "near");
            assertThat(drivers.drivers().stream().mapToDouble(Driver::lmg).sum())
                    .isCloseTo(drivers.r2(), within(1e-6));
        }
        double[] base = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] near = new double[8];
        for (int i = 0; i < 8; i++) {
            near[i] = base[i] + 1e-6 * wobble[i];
        }
        MomentsTally moments = MomentsAccumulator.create("base", "near", "y")
                .addAll(new double[][] {base, near, {1, 3, 2, 4, 4, 6, 5, 9}}, 0, 8)
                .result();
        assertThatExceptionOfType(DriversException.Collinear.class)
                .isThrownBy(() -> Drivers.of(moments, "y", "base", "near"))
                .satisfies(thrown -> assertThat(thrown.variables()).containsExactly("base", "near"));
    }

    @Test
    void tooFewRowsAreRefusedAndInATableACellSaysWhy() {
        MomentsAccumulator rows = MomentsAccumulator.create("a", "b", "y");
        rows.addAllLenient(new double[][] {{1, 2, Double.NaN, 3}, {3, 1, 9, 2}, {1, 3, 9, 2}}, 0, 4);
        MomentsTally three = rows.result();
        String message = "wanted at least 4 complete rows for 2 predictors (a, b), got 3, 1 invalid";
        assertThatExceptionOfType(DriversException.TooFewRows.class)
                .isThrownBy(() -> Drivers.of(three, "y", "a", "b"))
                .withMessage(message)
                .satisfies(thrown -> assertThat(thrown.variables()).containsExactly("a", "b"));
        MomentsTally four =
                three.plus(MomentsAccumulator.create("a", "b", "y").add(5, 5, 6).result());
        Grouped<String, MomentsTally> bySegment =
                Grouped.of(MomentsAccumulator.create("a", "b", "y").result(), Map.of("shop", three, "web", four));
        assertThat(bySegment.map(moments -> Drivers.cell(moments, "y", List.of("a", "b"))))
                .containsEntry("shop", Outcome.noData(message))
                .containsEntry("web", Outcome.of(Drivers.of(four, "y", "a", "b")));
    }

    @Test
    void namesMustBeOfTheTally() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drivers.of(moments(), "overall", "ease", "ease"))
                .withMessage(
                        "wanted an outcome and at least one predictor, all different, got overall and [ease, ease]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drivers.of(moments(), "overall", "price"))
                .withMessage("wanted one of the variables [ease, speed, overall], got price");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Drivers.of(moments(), "overall", "ease").driver("speed"))
                .withMessage("wanted one of the predictors [ease], got speed");
    }

    @Test
    void sharesOfNothingAreUndefined() {
        Drivers none = Drivers.of(
                MomentsAccumulator.create("x", "y")
                        .addAll(new double[][] {{-1, 1, -1, 1}, {-1, -1, 1, 1}}, 0, 4)
                        .result(),
                "y",
                "x");
        assertThat(none.r2()).isZero();
        assertThat(none).hasToString("drivers of y: R² 0.000, n 4, of it by LMG x 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> none.lmgPercent("x"))
                .withMessage("a share of R² is undefined: the predictors explain nothing of y");
    }

    @Test
    void aRecordWhoseSharesDoNotAddUpIsRefused() {
        Driver driver = new Driver("x", 0.5, 0.5, 0.25, 0, 0.25, 0.25);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drivers("y", List.of(driver), 0.5, 10, 0, 0, 0, 0))
                .withMessage("LMG and relative weights must add up to an R² from 0 to 1, got 0.25 and 0.25 for 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Drivers("y", List.of(driver), 0.25, 2, 0, 0, 0, 0))
                .withMessage("drivers need counts that are not negative and 2 rows more than drivers, got 2 rows,"
                        + " 0 incomplete, 0 of weight 0, 0 invalid, 0 orderings and 1 driver");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Driver("x", 0.5, 0.5, -0.25, 0, 0.25, 0.25))
                .withMessage("a driver needs shares from 0 to 1, got lmg -0.25 ± 0.0, last 0.25, relative weight 0.25,"
                        + " correlation 0.5 and coefficient 0.5 for x");
    }
}
