package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

/** The figures of the truth file are compared in SurveyTruthTest. */
class NpsDifferenceTest {
    private static final Nps MAY = new Nps(60, 20, 20, 1, 0);
    private static final Nps JUNE = new Nps(60, 30, 10, 0, 2);
    private static final Nps NOBODY = new Nps(0, 0, 0, 0, 0);

    @Test
    void saysInOneSentenceWhatChanged() {
        assertThat(new NpsDifference(MAY, JUNE))
                .hasToString("NPS 40.0 to 50.0: difference 10.0 (95 % -10.3 to 30.6), p 0.3473, n 100 and 100,"
                        + " 1 missing, 2 invalid");
        assertThat(new NpsDifference(MAY, NOBODY)).hasToString("difference of NPS undefined, n 100 and 0, 1 missing");
    }

    @Test
    void isToldFromTalliesInAnyBands() {
        RatingTally first = RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 8, 3);
        RatingTally second = RatingTally.of(RatingScale.ZERO_TO_TEN, 8, 8, 8);
        assertThat(NpsDifference.of(first, second).value()).isZero();
        assertThat(NpsDifference.of(Bands.EUROPEAN, first, second).value()).isEqualTo(200.0 / 3);
    }

    @Test
    void theDifferenceOfEqualScoresIsZeroToTheLastBit() {
        // 1/3 and 1000/3000, of which a difference of doubles need not be 0 after a hundredfold
        assertThat(new NpsDifference(new Nps(1, 2, 0, 0, 0), new Nps(1000, 2000, 0, 0, 0)).value())
                .isZero();
    }

    @Test
    void nobodyOnASideIsNoDifference() {
        NpsDifference difference = new NpsDifference(MAY, NOBODY);
        assertThat(difference.testable()).isFalse();
        assertThatIllegalStateException().isThrownBy(difference::value).withMessage("NPS is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(difference::test);
        assertThatIllegalStateException().isThrownBy(difference::waldTest);
        assertThatIllegalStateException()
                .isThrownBy(difference::welchTest)
                .withMessage("a test of means needs at least 2 answers in each group, got 0");
        assertThatIllegalStateException().isThrownBy(() -> difference.interval(0.95));
    }

    @Test
    void whereNothingVariesWaldHasNoTestAndTheAdjustedOneHas() {
        NpsDifference difference = new NpsDifference(new Nps(0, 0, 5, 0, 0), new Nps(5, 0, 0, 0, 0));
        assertThat(difference.waldTest().pValue()).hasToString("no data (the standard error is 0)");
        assertThat(difference.waldTest()).hasToString("200.0000 (p undefined, Wald)");
        assertThat(difference.pValue().toOptional().orElseThrow()).isLessThan(0.001);
    }

    @Test
    void equivalenceWithinTheMarginNeedsAnswers() {
        Nps many = new Nps(60_000, 20_000, 20_000, 0, 0);
        assertThat(new NpsDifference(many, many).equivalence(5).shown(0.05)).isEqualTo(Outcome.of(true));
        assertThat(new NpsDifference(MAY, MAY).equivalence(5).shown(0.05)).isEqualTo(Outcome.of(false));
    }

    @Test
    void goodmansIntervalsAreWaldsWithTheQuantileOfAllContrasts() {
        Map<String, Nps> groups = new LinkedHashMap<>();
        groups.put("chat", MAY);
        groups.put("store", NOBODY);
        groups.put("web", JUNE);
        Map<Pair<String>, Outcome<Interval>> intervals = NpsDifference.goodman(groups, 0.95);
        assertThat(intervals).hasSize(3);
        assertThat(intervals.get(new Pair<>("chat", "store"))).hasToString("no data (a group without responses)");
        Interval interval =
                intervals.get(new Pair<>("chat", "web")).toOptional().orElseThrow();
        // two groups: the 95 % quantile of chi-square on 2 degrees of freedom is -2 ln 0.05; Wald's error by nps.two.1
        assertThat(interval.halfWidth()).isCloseTo(Math.sqrt(-2 * Math.log(0.05)) * 10.44030650891055, within(1e-9));
        assertThat(NpsDifference.goodman(Map.of(), 0.95)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsDifference.goodman(groups, 1))
                .withMessage("a confidence level must be above 0 and below 1, got 1.0");
    }
}
