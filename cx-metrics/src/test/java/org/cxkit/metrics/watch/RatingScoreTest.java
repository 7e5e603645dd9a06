package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.control.Characteristic;
import org.junit.jupiter.api.Test;

class RatingScoreTest {
    @Test
    void theNetShareScoresTheBands() {
        RatingScore net = RatingScore.netShare(Bands.ZERO_TO_TEN);
        assertThat(net.what()).isEqualTo(Characteristic.NET_SHARE);
        assertThat(net).hasToString("NPS share of 0..10 scored [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1]");
    }

    @Test
    void aShareScoresItsRange() {
        RatingScore satisfied = RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 5);
        assertThat(satisfied.of(3)).isZero();
        assertThat(satisfied.of(4)).isEqualTo(1);
        assertThat(satisfied)
                .hasToString("CSAT of 1..5 scored [0, 0, 0, 1, 1]")
                .isEqualTo(RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 5))
                .hasSameHashCodeAs(RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 5))
                .isNotEqualTo(RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 5, 5));
    }

    @Test
    void aMeanScoresTheRatings() {
        RatingScore effort = RatingScore.mean("CES", RatingScale.ONE_TO_SEVEN);
        assertThat(effort.of(1)).isEqualTo(1);
        assertThat(effort.of(7)).isEqualTo(7);
        assertThatIllegalArgumentException().isThrownBy(() -> effort.of(8)).withMessage("rating off the scale 1..7: 8");
    }

    @Test
    void aShareOfNothingOrOfAllIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 1, 5))
                .withMessage("a share needs some of the ratings 1..5 but not all, got 1 to 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 3))
                .withMessage("a share needs some of the ratings 1..5 but not all, got 4 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScore.share("CSAT", RatingScale.ONE_TO_FIVE, 4, 6))
                .withMessage("rating off the scale 1..5: 6");
    }
}
