package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.NetShareInterval;
import org.junit.jupiter.api.Test;

/**
 * Defects of other tools that must be impossible here, one test each, named after the tool: cran/NPS 1.1 (cranNps), NPS
 * 2.0.999 (nps2), formbricks, PostHog, SurveyJS, surveytoolbox. Those of tests of two samples and of control charts are
 * beside these.
 */
class PeerDefectsTest {

    @Test
    void cranNpsIgnoresCustomBreaks() {
        assertThat(Nps.of(Bands.EUROPEAN, 8).promoters()).isEqualTo(1);
        assertThat(Nps.of(Bands.ZERO_TO_TEN, 8).promoters()).isZero();
    }

    @Test
    void cranNpsLetsAMissingAnswerPoisonTheScore() {
        Nps nps = Nps.of(Arrays.asList(10, null, 3));
        assertThat(nps.score()).isZero();
        assertThat(nps.missing()).isEqualTo(1);
    }

    @Test
    void nps2CrashesOnAMissingAnswer() {
        Nps nps = Nps.of(Arrays.asList(null, 9));
        assertThat(nps)
                .hasToString(
                        "NPS 100.0 (95 % -48.5 to 98.5), n 1: 1 promoter, 0 passives, 0 detractors," + " 1 missing");
    }

    @Test
    void cranNpsMiscategorisesHalves() {
        for (String half : List.of("6.5", "8.5")) {
            assertThat(RatingScale.ZERO_TO_TEN.parse(half)).isEqualTo(Answer.invalid(half));
        }
    }

    @Test
    void formbricksHasNoBucketForAHalf() {
        RatingTally tally = RatingAccumulator.create(RatingScale.ZERO_TO_TEN)
                .addText("10")
                .addText("6.5")
                .result();
        Nps nps = Nps.of(tally);
        // in no band, and not in n either: the bands add up to n
        assertThat(nps.invalid()).isEqualTo(1);
        assertThat(nps.responses())
                .isEqualTo(nps.promoters() + nps.passives() + nps.detractors())
                .isEqualTo(1);
    }

    @Test
    void cranNpsMakesTheScoreMissingForAnAnswerOffTheScale() {
        RatingAccumulator accumulator = RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
        assertThat(accumulator.addAllLenient(new int[] {10, 12, 9}, 0, 3)).containsExactly(1);
        assertThat(Nps.of(accumulator.result()).score()).isEqualTo(100);
    }

    @Test
    void cranNpsReversesTheIntervalOfOneSample() {
        for (NetShareInterval method : NetShareInterval.values()) {
            for (Nps nps : List.of(new Nps(2, 1, 3, 0, 0), new Nps(60, 20, 20, 0, 0))) {
                Interval interval = nps.interval(method, 0.95);
                assertThat(interval.low()).as(interval.method()).isLessThan(nps.score());
                assertThat(interval.high()).as(interval.method()).isGreaterThan(nps.score());
            }
        }
    }

    @Test
    void cranNpsClosesTheIntervalOfFivePromotersOfFive() {
        // limits: NPS 2.0.999 (adjusted Wald), bisection (score); Wald's own [100, 100] only by its name
        Nps five = Nps.of(10, 9, 9, 10, 10);
        assertThat(five.interval().low()).isCloseTo(17.49145303416898, within(1e-12));
        assertThat(five.interval(NetShareInterval.SCORE, 0.95).low()).isCloseTo(13.10350704336506, within(1e-12));
        assertThat(five.interval(NetShareInterval.WALD, 0.95).low()).isEqualTo(100);
    }

    @Test
    void cranNpsReads75For7Point5() {
        assertThat(new RatingScale(0, 100).parse("7.5")).isEqualTo(Answer.invalid("7.5"));
    }

    @Test
    void nps2GivesALimitOf1Point075() {
        // 5 promoters of 5, adjusted Wald: the peer prints [0.175, 1.075]
        Interval literature = NetShareInterval.ADJUSTED_WALD.of(0, 0, 5, 0.95);
        assertThat(literature.high()).isCloseTo(1.07508546965831, within(1e-12));
        Interval shown = Nps.of(10, 10, 10, 10, 10).interval();
        assertThat(shown.high()).isEqualTo(100);
        assertThat(shown.clamped()).isTrue();
        assertThat(Nps.of(0, 0, 0, 0, 0).interval().low()).isEqualTo(-100);
    }

    @Test
    void nps2ScalesTheVarianceBy100InsteadOf10000() {
        assertThat(Nps.of(0, 10).variance()).isEqualTo(1);
        assertThat(Nps.of(0, 10).variancePoints()).isEqualTo(10_000);
        assertThat(Nps.of(0, 10).standardErrorPoints()).isEqualTo(100 * Math.sqrt(0.5));
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
    void formbricksSumsDailyScores() {
        // by hand: 13 days of one promoter, a day with one of two, a day of 6 and 6; the scores sum to 1350
        RatingTally total = RatingTally.empty(RatingScale.ZERO_TO_TEN);
        double sumOfScores = 0;
        List<RatingTally> days = new ArrayList<>(Collections.nCopies(13, day(1, 0, 0)));
        days.add(day(1, 1, 0));
        days.add(day(6, 0, 6));
        for (RatingTally day : days) {
            total = total.plus(day);
            sumOfScores += Nps.of(day).score();
        }
        assertThat(sumOfScores).isEqualTo(1350);
        assertThat(Nps.of(total).rounded(2)).isEqualByComparingTo("51.85");
        // only tallies merge: a score has nothing that adds
        assertThat(Nps.class.getMethods()).extracting(Method::getName).doesNotContain("plus", "merge", "add");
    }

    private static RatingTally day(long promoters, long passives, long detractors) {
        return RatingAccumulator.create(RatingScale.ZERO_TO_TEN)
                .add(10, promoters)
                .add(8, passives)
                .add(0, detractors)
                .result();
    }

    @Test
    void formbricksScoresNothingAsZero() {
        assertThatIllegalStateException().isThrownBy(() -> Nps.of().score());
        assertThat(Nps.of()).hasToString("NPS undefined, n 0: 0 promoters, 0 passives, 0 detractors");
    }

    @Test
    void postHogScoresNothingAsZero() {
        Nps skipped = Nps.of(Integer.MIN_VALUE, Integer.MIN_VALUE);
        assertThatIllegalStateException().isThrownBy(skipped::score).withMessage("NPS is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(() -> skipped.rounded(0));
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
        // JavaScript: Math.round(-0.5) is -0
        Nps half = new Nps(0, 199, 1, 0, 0);
        assertThat(half.score()).isEqualTo(-0.5);
        assertThat(half.rounded(0)).hasToString("-1");
        assertThat(half.rounded(0, RoundingMode.HALF_EVEN)).hasToString("0");
        // nor is there a -0 of as many promoters as detractors
        Nps balanced = new Nps(3, 0, 3, 0, 0);
        assertThat(Double.doubleToRawLongBits(balanced.score())).isZero();
        assertThat(Double.doubleToRawLongBits(balanced.interval().estimate())).isZero();
    }

    @Test
    void surveytoolboxTakesTheTopBoxesFromTheDataInsteadOfTheScale() {
        assertThat(Csat.of(3, 3, 2).share()).isZero();
    }
}
