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
    void sumsOfAnySizeAreCheckedWithoutOverflow() {
        long most = Long.MAX_VALUE;
        assertThat(Subgroup.of(most, most, most).mean()).isEqualTo(1);
        assertThat(Subgroup.of(most, -most, most).mean()).isEqualTo(-1);
        assertThat(Subgroup.of(most, 1, most).n()).isEqualTo(most);
        // by hand: ever so many -1, and one -2 to bring the sum to its end
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(most, Long.MIN_VALUE, most - 1))
                .withMessage("the squares of 9223372036854775807 whole numbers of the sum -9223372036854775808 add up"
                        + " to an even number from 9223372036854775810 on, got 9223372036854775806");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(1, most, most))
                .withMessage("the squares of 1 whole number of the sum 9223372036854775807 add up to"
                        + " 85070591730234615847396907784232501249, got 9223372036854775807");
    }

    @Test
    void sumsOfAnyWholeNumbersAreTaken() {
        for (long a = -4; a <= 4; a++) {
            assertThat(Subgroup.of(1, a, a * a).mean()).isEqualTo((double) a);
            for (long b = -4; b <= 4; b++) {
                assertThat(Subgroup.of(2, a + b, a * a + b * b).mean()).isEqualTo((a + b) / 2.0);
                for (long c = -4; c <= 4; c++) {
                    assertThat(Subgroup.of(3, a + b + c, a * a + b * b + c * c).mean())
                            .isEqualTo((a + b + c) / 3.0);
                }
            }
        }
    }

    @Test
    void sumsThatNoAnswersHaveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(2, 2, 1))
                .withMessage("the squares of 2 whole numbers of the sum 2 add up to an even number from 2 on, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(1, 2, 5))
                .withMessage("the squares of 1 whole number of the sum 2 add up to 4, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(1, -2, 6))
                .withMessage("the squares of 1 whole number of the sum -2 add up to 4, got 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(2, 1, 4))
                .withMessage("the squares of 2 whole numbers of the sum 1 add up to an odd number from 1 on, got 4");
        // by hand: 2 is 4 * 4 / 8, yet whole numbers next to -1/2 are four of -1 and four of 0
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Subgroup.of(8, -4, 2))
                .withMessage("the squares of 8 whole numbers of the sum -4 add up to an even number from 4 on, got 2");
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
