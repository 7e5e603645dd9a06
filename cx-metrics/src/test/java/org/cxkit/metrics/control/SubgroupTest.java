package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class SubgroupTest {

    @Test
    void thePeriodOfAScoreHasItsShareAndVariance() {
        Nps nps = new Nps(50, 20, 30, 3, 1);
        assertThat(Subgroup.of(nps)).isEqualTo(new Subgroup(100, 20, 80, 3, 1));
        assertThat(Subgroup.of(nps).mean()).isEqualTo(nps.share());
        assertThat(Subgroup.of(nps).variance()).isEqualTo(nps.variance());
    }

    @Test
    void thePeriodOfRatingsHasTheMetricOfTheirScores() {
        RatingTally tally = RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 4, 3, Integer.MIN_VALUE);
        Subgroup satisfied = Subgroup.of(Scoring.topBox(RatingScale.ONE_TO_FIVE), tally);
        assertThat(satisfied).isEqualTo(new Subgroup(3, 2, 2, 1, 0));
        assertThat(satisfied.mean()).isEqualTo(Csat.of(tally).share());

        RatingTally balance = RatingTally.of(new RatingScale(-2, 2), -2, -1, 1, 2, 2);
        Subgroup mean = Subgroup.of(Scoring.mean(balance.scale()), balance);
        assertThat(mean).isEqualTo(Subgroup.of(5, 2, 14));
        assertThat(mean.mean()).isEqualTo(balance.mean());

        RatingTally answers = RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 9, 7, 6);
        assertThat(Subgroup.of(Scoring.nps(), answers)).isEqualTo(Subgroup.of(4, 100, 30_000));
        assertThat(Subgroup.of(Scoring.netShare(Bands.ZERO_TO_TEN), answers)).isEqualTo(Subgroup.of(Nps.of(answers)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(Scoring.nps(), tally))
                .withMessage("the NPS is of the scale 0..10, the tally is on 1..5");
    }

    @Test
    void periodsAddUp() {
        assertThat(Subgroup.ofShare(1, 4).plus(Subgroup.ofShare(2, 3))).isEqualTo(Subgroup.ofShare(3, 7));
        assertThat(Subgroup.ofShare(1, 4).plus(Subgroup.EMPTY)).isEqualTo(Subgroup.ofShare(1, 4));
        assertThat(new Subgroup(4, 1, 1, 2, 3).plus(new Subgroup(3, 2, 2, 20, 30)))
                .isEqualTo(new Subgroup(7, 3, 3, 22, 33));
        assertThatThrownBy(() -> Subgroup.ofShare(1, Long.MAX_VALUE).plus(Subgroup.ofShare(0, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aPeriodWithoutAnswersHasNoMean() {
        assertThatIllegalStateException()
                .isThrownBy(Subgroup.EMPTY::mean)
                .withMessage("the mean of a period is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(Subgroup.EMPTY::variance)
                .withMessage("the variance of a period is undefined for 0 responses");
        assertThat(Subgroup.EMPTY).hasToString("no mean, n 0");
        assertThat(new Subgroup(0, 0, 0, 2, 1)).hasToString("no mean, n 0, 2 missing, 1 invalid");
        assertThat(Subgroup.ofShare(1, 3)).hasToString("mean 0.3333, n 3");
    }

    @Test
    void sumsThatNoAnswersHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(2, 2, 1))
                .withMessage("no whole numbers have these sums: n 2, sum 2, squares 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(0, 1, 1))
                .withMessage("no whole numbers have these sums: n 0, sum 1, squares 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(-1, 0, 0))
                .withMessage("no whole numbers have these sums: n -1, sum 0, squares 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subgroup(0, 0, 0, -1, 2))
                .withMessage("counts must not be negative: missing=-1, invalid=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.ofShare(3, 2))
                .withMessage("successes must be 0 to n, got 3 of 2");
    }
}
