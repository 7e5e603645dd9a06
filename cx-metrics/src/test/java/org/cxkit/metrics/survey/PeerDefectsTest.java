package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.junit.jupiter.api.Test;

/** Defects of other tools that must be impossible here, one test each, named after the tool. */
class PeerDefectsTest {

    @Test
    void cranNpsIgnoresCustomBreaks() {
        assertThat(Nps.of(Bands.EUROPEAN, 8).promoters()).isEqualTo(1);
        assertThat(Nps.of(Bands.ZERO_TO_TEN, 8).promoters()).isZero();
    }

    @Test
    void cranNpsAndNpsGithubLetAMissingAnswerPoisonOrCrashTheScore() {
        Nps nps = Nps.of(Arrays.asList(10, null, 3));
        assertThat(nps.score()).isZero();
        assertThat(nps.missing()).isEqualTo(1);
    }

    @Test
    void cranNpsAndFormbricksMiscategoriseHalves() {
        assertThat(RatingScale.ZERO_TO_TEN.parse("6.5")).isEqualTo(Answer.invalid("6.5"));
        assertThat(RatingScale.ZERO_TO_TEN.parse("8.5")).isEqualTo(Answer.invalid("8.5"));
    }

    @Test
    void cranNpsMakesTheScoreMissingForAnAnswerOffTheScale() {
        RatingAccumulator accumulator = RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
        assertThat(accumulator.addAllLenient(new int[] {10, 12, 9}, 0, 3)).containsExactly(1);
        assertThat(Nps.of(accumulator.result()).score()).isEqualTo(100);
    }

    @Test
    void cranNpsReversesTheIntervalAndClosesItAtTheExtreme() {
        Interval interval = Nps.of(10, 9, 9, 10, 10).interval();
        assertThat(interval.low()).isLessThan(interval.high());
        assertThat(interval.low()).isLessThan(100);
    }

    @Test
    void cranNpsReads75For7Point5() {
        assertThat(new RatingScale(0, 100).parse("7.5")).isEqualTo(Answer.invalid("7.5"));
    }

    @Test
    void npsGithubGivesALimitBeyondTheScale() {
        assertThat(Nps.of(10, 10, 10, 10, 10).interval().high()).isEqualTo(100);
    }

    @Test
    void npsGithubScalesTheVarianceBy100InsteadOf10000() {
        assertThat(Nps.of(0, 10).variancePoints()).isEqualTo(10_000);
    }

    @Test
    void formbricksCountsDismissedAnswersInOneDenominatorOnly() {
        RatingAccumulator accumulator = RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
        for (String answer : List.of("10", "dismissed", "3")) {
            accumulator.addText(answer);
        }
        Nps nps = Nps.of(accumulator.result());
        assertThat(nps.responses()).isEqualTo(2);
        assertThat(nps.percentages(0).get(Band.PROMOTER)).isEqualByComparingTo("50");
        assertThat(nps.score()).isZero();
    }

    @Test
    void formbricksAndPostHogScoreNothingAsZero() {
        assertThatIllegalStateException().isThrownBy(() -> Nps.of().score());
        assertThat(Nps.of()).hasToString("NPS undefined, n 0: 0 promoters, 0 passives, 0 detractors");
    }

    @Test
    void surveyJsAcceptsAnswersOffTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(-1))
                .withMessage("ratings[0] off the scale 0..10: -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nps.of(List.of(10, 11)))
                .withMessage("ratings[1] off the scale 0..10: 11");
    }

    @Test
    void surveyJsRoundsMinusOneHalfToMinusZero() {
        assertThat(new Nps(0, 199, 1, 0, 0).rounded(0, RoundingMode.HALF_EVEN)).hasToString("0");
        assertThat(new Nps(0, 199, 1, 0, 0).rounded(0)).hasToString("-1");
    }

    @Test
    void surveytoolboxTakesTheTopBoxesFromTheDataInsteadOfTheScale() {
        assertThat(Csat.of(3, 3, 2).share()).isZero();
    }
}
