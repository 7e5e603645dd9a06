package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

class CesTest {

    @Test
    void theSentenceSaysVersionMeanIntervalAndCounts() {
        assertThat(Ces.of(7, 6, 5, 5, 4, 3, 7, 6, 2, 1))
                .hasToString("CES2 4.60 (95 % 3.12 to 6.08), n 10: 6 easy, 3 hard on 1..7");
        assertThat(Ces.of(CesVersion.CES1, 1)).hasToString("CES1 1.00, n 1: 1 easy, 0 hard on 1..5 (1 is best)");
        assertThat(Ces.of(CesVersion.CES2_FIVE, Integer.MIN_VALUE))
                .hasToString("CES2 on five points undefined, n 0: 0 easy, 0 hard on 1..5, 1 missing");
    }

    @Test
    void allDoorsGiveTheSameResult() {
        Ces expected = Ces.of(RatingTally.of(RatingScale.ONE_TO_SEVEN, 7, 1));
        assertThat(Ces.of(List.of(7, 1))).isEqualTo(expected);
        assertThat(Ces.of(7, 1)).isEqualTo(expected);
        assertThat(Ces.of(CesVersion.CES2, List.of(7, 1))).isEqualTo(expected);
        assertThat(expected.version()).isEqualTo(CesVersion.CES2);
    }

    @Test
    void versionsNeverMix() {
        RatingTally first = Ces.of(CesVersion.CES1, 1, 2).tally();
        RatingTally second = Ces.of(CesVersion.CES2_FIVE, 4, 5).tally();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.plus(second))
                .withMessage("tallies on different scales do not merge: 1..5 (1 is best) and 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ces.of(CesVersion.CES2_FIVE, first))
                .withMessage("CES2 on five points is asked on the scale 1..5, the tally is on 1..5 (1 is best)");
        assertThat(Ces.of(first).version()).isEqualTo(CesVersion.CES1);
        assertThat(Ces.of(second).version()).isEqualTo(CesVersion.CES2_FIVE);
    }

    @Test
    void whereNoVersionIsUsualItMustBeStated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ces.of(RatingTally.empty(RatingScale.ZERO_TO_TEN)))
                .withMessage("there is no usual version of CES for the scale 0..10: state one");
    }

    @Test
    void thresholdsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CesVersion("own", RatingScale.ONE_TO_FIVE, 3, 3))
                .withMessage("easy must start above hard on the scale 1..5, got hard to 3, easy from 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CesVersion(" ", RatingScale.ONE_TO_FIVE, 4, 2))
                .withMessage("the name of a version must not be blank");
    }

    @Test
    void ofTooFewValuesAreUndefined() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Ces.of().easyShare())
                .withMessage("CES is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(() -> Ces.of().easyInterval(0.95))
                .withMessage("the interval of CES is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(() -> Ces.of(4).interval())
                .withMessage("the variance of ratings is undefined for 1 rating");
    }

    @Test
    void theIntervalOfTheMeanStaysWithinTheScale() {
        assertThat(Ces.of(7, 7, 6).interval().high()).isEqualTo(7);
        assertThat(Ces.of(7, 7, 6).interval().clamped()).isTrue();
    }
}
