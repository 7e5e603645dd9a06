package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.junit.jupiter.api.Test;

class CronbachAlphaTest {

    /** The answers of case index.cronbachAlpha of survey.json, and a row that lacks one. */
    private final MomentsTally answers = MomentsAccumulator.create("a", "b", "c")
            .addAll(
                    new double[][] {
                        {4, 5, 3, 5, 2, 4, 3, 5, 4, 5}, {5, 5, 3, 4, 2, 4, 3, 4, 4, 5}, {4, 4, 2, 5, 1, 5, 3, 5, 3, 4}
                    },
                    0,
                    10)
            .add(1, 2, MomentsAccumulator.MISSING)
            .result();

    @Test
    void theSentenceHasTheIntervalAndAlphaWithoutEachItem() {
        CronbachAlpha alpha = CronbachAlpha.of(answers);
        // alpha without each item: from the definition, by Python 3 statistics.variance
        assertThat(alpha)
                .hasToString("alpha 0.915 (95 % 0.751 to 0.977), 3 items, n 10, 1 incomplete;"
                        + " without a 0.809, b 0.909, c 0.917");
        assertThat(alpha.weakest()).isEqualTo("c");
        assertThat(alpha.ifDeleted().get(2))
                .isEqualTo(
                        Outcome.of(CronbachAlpha.of(answers, List.of("a", "b")).alpha()));
    }

    @Test
    void whereAlphaIsUndefinedWithoutOneItemOnlyThatOneHasNone() {
        // by hand: the variances are 1, 1 and 1, those of the totals a + b 0, a + c 4 and b + c 0, and of all 1, so
        // that
        // alpha is 3/2 (1 - 3/1) = -3, and 2 (1 - 2/4) = 1 without b
        MomentsTally against = MomentsAccumulator.create("a", "b", "c")
                .addAll(new double[][] {{1, 2, 3}, {3, 2, 1}, {1, 2, 3}}, 0, 3)
                .result();
        CronbachAlpha alpha = CronbachAlpha.of(against);
        assertThat(alpha.alpha()).isCloseTo(-3, within(1e-12));
        assertThat(alpha.ifDeleted())
                .containsExactly(
                        Outcome.noData("the total of b, c is constant"),
                        Outcome.of(1.0),
                        Outcome.noData("the total of a, b is constant"));
        assertThat(alpha.weakest()).isEqualTo("b");
        assertThat(alpha.toString())
                .endsWith("3 items, n 3; without a no data (the total of b, c is constant), b 1.000,"
                        + " c no data (the total of a, b is constant)");
    }

    @Test
    void whereAlphaIsUndefinedWithoutAnyItemNoneIsTheWeakest() {
        // no rows give this: were each total of two constant, so would be each item
        List<Outcome<Double>> none = List.of(Outcome.noData("x"), Outcome.noData("y"), Outcome.noData("z"));
        CronbachAlpha alpha = new CronbachAlpha(List.of("a", "b", "c"), 0.5, none, 10, 0, 0, 0);
        assertThatIllegalStateException()
                .isThrownBy(alpha::weakest)
                .withMessage("alpha is undefined without any of [a, b, c]: [no data (x), no data (y), no data (z)]");
    }

    @Test
    void alphasThatAreZeroAreEqualWhateverTheirSign() {
        List<Outcome<Double>> negative = List.of(Outcome.of(-0.0), Outcome.noData("y"), Outcome.of(0.5));
        List<Outcome<Double>> positive = List.of(Outcome.of(0.0), Outcome.noData("y"), Outcome.of(0.5));
        assertThat(new CronbachAlpha(List.of("a", "b", "c"), -0.0, negative, 10, 0, 0, 0))
                .isEqualTo(new CronbachAlpha(List.of("a", "b", "c"), 0.0, positive, 10, 0, 0, 0));
        List<Outcome<Double>> high = List.of(Outcome.of(0.5), Outcome.noData("y"), Outcome.of(1.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CronbachAlpha(List.of("a", "b", "c"), 0.5, high, 10, 0, 0, 0))
                .withMessage("alpha must be a number not above 1, got 1.5");
    }

    @Test
    void feldtsIntervalHasItsTailsInTheFDistribution() {
        CronbachAlpha alpha = CronbachAlpha.of(answers);
        Interval interval = alpha.interval(0.9);
        // tables of F: the upper 5 % points are 2.456 with 9 and 18 degrees of freedom, 2.960 with 18 and 9
        assertThat((1 - interval.low()) / (1 - alpha.alpha())).isCloseTo(2.456, within(5e-4));
        assertThat((1 - alpha.alpha()) / (1 - interval.high())).isCloseTo(2.960, within(5e-4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alpha.interval(1))
                .withMessage("a confidence level must be above 0 and below 1, got 1.0");
    }

    @Test
    void twoItemsHaveNoneToLeaveOut() {
        CronbachAlpha two = CronbachAlpha.of(answers, List.of("a", "c"));
        assertThat(two.ifDeleted()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(two::weakest)
                .withMessage("alpha takes two items: none of [a, c] can be left out");
    }

    @Test
    void anItemThatWasNotTurnedRoundMakesAlphaNegative() {
        MomentsTally wrong = MomentsAccumulator.create("a", "b")
                .addAll(new double[][] {{1, 2, 3, 4, 5}, {5, 4, 3, 3, 1}}, 0, 5)
                .result();
        assertThat(CronbachAlpha.of(wrong).alpha()).isNegative();
    }

    @Test
    void alphaOfTooLittleIsRefused() {
        MomentsTally constant = MomentsAccumulator.create("a", "b")
                .addAll(new double[][] {{1, 2, 3}, {3, 2, 1}}, 0, 3)
                .result();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronbachAlpha.of(constant))
                .withMessage("alpha is undefined where the total is constant: [a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CronbachAlpha.of(answers, List.of("a")))
                .withMessage("alpha takes at least two different items and two complete rows, got [a] and 10 rows,"
                        + " 1 incomplete");
    }

    @Test
    void theIntervalHoldsForAnyNumberOfRows() {
        Interval interval =
                new CronbachAlpha(List.of("a", "b"), 0.5, List.of(), Long.MAX_VALUE / 4, 0, 0, 0).interval();
        // F is 1 to some 1e-9 with so many degrees of freedom
        assertThat(interval.low()).isCloseTo(0.5, within(1e-8)).isLessThan(0.5);
        assertThat(interval.high()).isCloseTo(0.5, within(1e-8)).isGreaterThan(0.5);
    }
}
