package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.NetShareInterval;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final RatingTally ANSWERS =
            RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 9, 9, 8, 7, 6, 10, 3, Integer.MIN_VALUE);

    @Test
    void npsIsTheMeanOfMinus100And0And100() {
        assertThat(Scoring.nps().mean(ANSWERS)).isEqualTo(Nps.of(ANSWERS).score());
        // squares of points: the sum of eight terms rounds at the last bits
        assertThat(Scoring.nps().variance(ANSWERS)).isCloseTo(Nps.of(ANSWERS).variancePoints(), within(1e-9));
        assertThat(Scoring.nps(Bands.EUROPEAN).mean(ANSWERS))
                .isEqualTo(Nps.of(Bands.EUROPEAN, ANSWERS).score());
    }

    @Test
    void topBoxesAreCountedFromTheGoodEnd() {
        RatingScale effort = RatingScale.ONE_TO_FIVE.reversed();
        RatingTally tally = RatingTally.of(effort, 1, 2, 3, 5);
        assertThat(Scoring.topBox(effort).mean(tally)).isEqualTo(0.5);
        assertThat(Scoring.topBox(effort, Boxes.of(1)).mean(tally)).isEqualTo(0.25);
        assertThat(Scoring.topBox(effort).higherIsBetter()).isTrue();
        assertThat(Scoring.mean(effort).higherIsBetter()).isFalse();
        assertThat(Scoring.mean(effort).mean(tally)).isEqualTo(2.75);
    }

    @Test
    void threeMoreAnswersMakeTheVarianceOfTheAdjustedWaldInterval() {
        double variance = Scoring.nps().adjustedVariance(ANSWERS);
        double half = 1.959963984540054 * Math.sqrt(variance / (8 + Scoring.ADDED));
        // the same sum in another order and another unit
        assertThat(half)
                .isCloseTo(
                        100 * NetShareInterval.ADJUSTED_WALD.of(2, 2, 4, 0.95).halfWidth(), within(1e-10));
        assertThat(Scoring.nps().adjustedVariance(RatingTally.of(RatingScale.ZERO_TO_TEN, 10)))
                .isPositive();
    }

    @Test
    void whatCannotBeScoredIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Scoring.nps().mean(RatingTally.empty(RatingScale.ZERO_TO_TEN)))
                .withMessage("the NPS is undefined for 0 responses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.nps().mean(RatingTally.of(RatingScale.ONE_TO_FIVE, 3)))
                .withMessage("the NPS is of the scale 0..10, the tally is on 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scoring("x", RatingScale.ONE_TO_THREE, List.of(1, 2)))
                .withMessage("wanted a score for each of the 3 ratings of the scale 1..3, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.nps().withName(" "))
                .withMessage("a scoring needs a name, got \" \"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scoring("x", RatingScale.ONE_TO_THREE, List.of(1, 1, 1)))
                .withMessage("scores must differ somewhere, got [1, 1, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.mean(RatingScale.ONE_TO_SEVEN).of(8))
                .withMessage("rating off the scale 1..7: 8");
    }

    @Test
    void theNetShareIsNpsOnTheShareScale() {
        Scoring net = Scoring.netShare(Bands.ZERO_TO_TEN);
        assertThat(net.scores()).containsExactly(-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1);
        assertThat(net.mean(ANSWERS)).isEqualTo(Nps.of(ANSWERS).share());
        assertThat(net.of(9)).isEqualTo(1);
        assertThat(net).hasToString("NPS share on 0..10");
    }

    @Test
    void aShareIsOfSomeRatingsButNotOfAll() {
        Scoring satisfied = Scoring.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 5);
        assertThat(satisfied.scores()).containsExactly(0, 0, 0, 1, 1);
        assertThat(satisfied).isEqualTo(Scoring.topBox(RatingScale.ONE_TO_FIVE).withName("CSAT"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.share("CSAT", RatingScale.ONE_TO_FIVE, 1, 5))
                .withMessage("a share needs some of the ratings 1..5 but not all, got 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 3))
                .withMessage("a share needs some of the ratings 1..5 but not all, got 4 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 6))
                .withMessage("rating off the scale 1..5: 6");
    }
}
