package org.cxkit.metrics.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.NetShareInterval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.CesVersion;
import org.junit.jupiter.api.Test;

class WeightedScoresTest {
    private static final int MISSING = Integer.MIN_VALUE;

    @Test
    void anNpsIsASentence() {
        // by hand: promoters weigh 1 + 2, the passive 3, the detractor 2; 8² / 18 effective; the formulas in Python
        // 3.11
        WeightedNps nps = WeightedNps.of(new int[] {10, 9, 8, 0, 5, MISSING}, new double[] {1, 2, 3, 2, 0, 7});
        assertThat(nps.score()).isEqualTo(12.5);
        assertThat(nps.share(Band.PROMOTER)).isEqualTo(0.375);
        assertThat(nps.responses()).isEqualTo(4);
        assertThat(nps)
                .hasToString("weighted NPS 12.5 (95 % -50.7 to 64.2), n 4 (effective 3.6): 37.5 % promoters,"
                        + " 37.5 % passives, 25.0 % detractors, 1 of weight 0, 1 missing");
        assertThat(nps.estimate())
                .hasToString(
                        "weighted mean 0.125 (95 % -1.000 to 1.000), n 4 (effective 3.6), 1 of weight 0, 1 missing");
    }

    @Test
    void aScoreOfNothingIsUndefined() {
        WeightedNps nps = WeightedNps.of(new int[] {10, 0, MISSING}, new double[] {0, 0, 1});
        assertThat(nps).hasToString("weighted NPS undefined, n 0, 2 of weight 0, 1 missing");
        assertThat(nps.responses()).isZero();
        assertThatIllegalStateException()
                .isThrownBy(nps::score)
                .withMessage("weighted NPS is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(nps::share);
        assertThatIllegalStateException().isThrownBy(nps::interval);
        assertThatIllegalStateException().isThrownBy(() -> nps.share(Band.PASSIVE));
        assertThatIllegalStateException()
                .isThrownBy(() -> nps.sample().effectiveN())
                .withMessage("the effective n is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(() -> nps.sample().designEffect());
        assertThat(nps.sample()).hasToString("n 0");
    }

    @Test
    void oneResponseHasNoLinearisedErrorAndUnanimityNoDesignEffect() {
        WeightedMean one = WeightedNps.of(new int[] {10}, new double[] {3}).estimate();
        assertThat(one).hasToString("weighted mean 1.000, n 1 (effective 1.0)");
        assertThat(one.effectiveNError()).isZero();
        assertThat(one.designEffect()).isEqualTo(Outcome.noData("fewer than two responses"));
        assertThatIllegalStateException()
                .isThrownBy(one::linearisedError)
                .withMessage("the linearised standard error is undefined for 1 response");
        WeightedMean same =
                WeightedNps.of(new int[] {10, 9}, new double[] {3, 1}).estimate();
        assertThat(same.linearisedError()).isZero();
        assertThat(same.designEffect()).isEqualTo(Outcome.noData("all responses are the same"));
    }

    @Test
    void anIntervalThatNeedsMoreResponsesSaysSo() {
        WeightedNps nps = WeightedNps.of(new int[] {10, 0}, new double[] {3, 1});
        assertThatIllegalStateException()
                .isThrownBy(() -> nps.interval(NetShareInterval.TRINOMIAL_T, 0.95))
                .withMessage("the trinomial t interval is undefined for " + nps);
        WeightedNps all = WeightedNps.of(new int[] {10, 9}, new double[] {3, 0.1});
        assertThat(all.interval(NetShareInterval.SCORE, 0.95).high()).isEqualTo(100);
    }

    @Test
    void bandsMustDivideTheScaleOfTheTally() {
        WeightedTally five = WeightedTally.of(RatingScale.ONE_TO_FIVE, new int[] {5, 3}, new double[] {1, 3});
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedNps.of(five));
        assertThat(WeightedNps.of(Bands.ONE_TO_FIVE, five).score()).isEqualTo(-50);
    }

    @Test
    void aCsatIsASentence() {
        WeightedCsat csat = WeightedCsat.of(new int[] {5, 4, 3, 1, 2}, new double[] {2, 1, 3, 2, 0});
        assertThat(csat.share()).isEqualTo(0.375);
        assertThat(csat.bottomShare()).isEqualTo(0.25);
        assertThat(csat.net()).isEqualTo(0.125);
        assertThat(csat.mean().value()).isEqualTo(3.125);
        assertThat(csat)
                .hasToString("weighted CSAT 37.5 % (95 % 8.5 to 79.5), n 4 (effective 3.6), top 2 of 1..5, mean 3.13,"
                        + " 1 of weight 0");
        assertThat(WeightedCsat.of(WeightedTally.empty(RatingScale.ONE_TO_FIVE)))
                .hasToString("weighted CSAT undefined, n 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> WeightedCsat.of(new int[0], new double[0]).share())
                .withMessage("weighted CSAT is undefined for 0 responses");
    }

    @Test
    void boxesMustNotOverlap() {
        WeightedTally none = WeightedTally.empty(RatingScale.ONE_TO_FIVE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightedCsat.of(new Boxes(3, 3), none))
                .withMessage("boxes must not overlap on the scale 1..5, got top 3 and bottom 3");
        assertThatIllegalArgumentException() // together they leave the range of an int
                .isThrownBy(() -> WeightedCsat.of(Boxes.of(1 << 30), none))
                .withMessage("boxes must not overlap on the scale 1..5, got top 1073741824 and bottom 1073741824");
    }

    @Test
    void onAScaleWhoseLowEndIsGoodTheTopBoxesAreLow() {
        WeightedTally tally =
                WeightedTally.of(RatingScale.ONE_TO_FIVE.reversed(), new int[] {1, 2, 5}, new double[] {1, 2, 5});
        assertThat(WeightedCsat.of(Boxes.of(1), tally).share()).isEqualTo(0.125);
        assertThat(WeightedCsat.of(Boxes.of(1), tally).bottomShare()).isEqualTo(0.625);
    }

    @Test
    void surveyIntervalsOfUnanimityAreThoseThatAreDefined() {
        WeightedCsat all = WeightedCsat.of(new int[] {5, 5, 5}, new double[] {1, 2, 3});
        assertThat(all.interval(SurveyInterval.MEAN, 0.95).low()).isEqualTo(1);
        // Clopper-Pearson of 3 of 3 by hand: 0.025^(1/3)
        assertThat(all.interval(SurveyInterval.BETA, 0.95).low()).isCloseTo(Math.cbrt(0.025), within(1e-12));
        assertThat(all.interval(SurveyInterval.BETA, 0.95).high()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all.interval(SurveyInterval.LOGIT, 0.95))
                .withMessage("the logit interval is undefined for a share of 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> all.interval(SurveyInterval.ASIN, 0.95));
        assertThat(SurveyInterval.BETA.of(0, 0, 2, 3, 0.95).high()).isCloseTo(1 - Math.cbrt(0.025), within(1e-12));
    }

    @Test
    void surveyIntervalsRefuseWhatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyInterval.LOGIT.of(1.5, 0.1, 9, 10, 0.95))
                .withMessage("wanted a share from 0 to 1, a standard error that is not negative, at least 1 degree of"
                        + " freedom and 2 answers, got 1.5, 0.1, 9 and 10");
        assertThatIllegalArgumentException().isThrownBy(() -> SurveyInterval.BETA.of(0.5, -0.1, 9, 10, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> SurveyInterval.BETA.of(0.5, 0.1, 0, 10, 0.95));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyInterval.BETA.of(0.5, 0.1, 9, 10, 95))
                .withMessage("a confidence level must be above 0 and below 1, got 95.0");
    }

    @Test
    void aCesIsASentence() {
        WeightedTally tally =
                WeightedTally.of(CesVersion.CES1.scale(), new int[] {1, 2, 5, 3}, new double[] {2, 1, 4, 1});
        WeightedCes ces = WeightedCes.of(CesVersion.CES1, tally);
        assertThat(ces.mean()).isEqualTo(3.375);
        assertThat(ces.easeMean()).isEqualTo(2.625);
        assertThat(ces.easy().value()).isEqualTo(0.375);
        assertThat(ces.hard().value()).isEqualTo(0.5);
        assertThat(ces.toString())
                .startsWith("weighted CES1 3.38 (95 % ")
                .endsWith("), n 4 (effective 2.9): 37.5 % easy, 50.0 % hard on " + CesVersion.CES1.scale());
        assertThat(WeightedCes.of(CesVersion.CES2, WeightedTally.empty(RatingScale.ONE_TO_SEVEN)))
                .hasToString("weighted CES2 undefined, n 0");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightedCes.of(CesVersion.CES2, tally));
    }
}
