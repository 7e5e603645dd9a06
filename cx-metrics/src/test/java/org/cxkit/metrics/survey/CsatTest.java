package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.interval.ProportionInterval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CsatTest {

    @Test
    void theSentenceSaysShareIntervalAndCounts() {
        assertThat(Csat.of(5, 4, 4, 3, 5, 2, 1, 5, 4, 4))
                .hasToString(
                        "CSAT 70.0 % (95 % 39.7 to 89.2), n 10: 7 in the top 2 of 1..5, 2 in the bottom 2, mean 3.70");
        assertThat(Csat.of(RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, new long[5], 2, 1)))
                .hasToString("CSAT undefined, n 0: 0 in the top 2 of 1..5, 0 in the bottom 2, 2 missing, 1 invalid");
    }

    @Test
    void allDoorsGiveTheSameResult() {
        Csat expected = Csat.of(RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 1));
        assertThat(Csat.of(List.of(5, 1))).isEqualTo(expected);
        assertThat(Csat.of(5, 1)).isEqualTo(expected);
        assertThat(expected.tally()).isEqualTo(RatingTally.of(RatingScale.ONE_TO_FIVE, 5, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 1", "1, 4, 2", "1, 5, 2", "1, 7, 2", "1, 10, 3"})
    void usualBoxesDependOnThePointsOfTheScale(int min, int max, int boxes) {
        assertThat(Boxes.usual(new RatingScale(min, max))).isEqualTo(Boxes.of(boxes));
    }

    @Test
    void whereNoBoxesAreUsualTheyMustBeStated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csat.of(RatingTally.of(RatingScale.ZERO_TO_TEN, 10)))
                .withMessage("there are no usual boxes for the 11 points of the scale 0..10: state them");
        assertThat(Csat.of(Boxes.of(2), RatingTally.of(RatingScale.ZERO_TO_TEN, 10, 8))
                        .share())
                .isEqualTo(0.5);
    }

    @Test
    void boxesAreCheckedAgainstTheScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csat.of(new Boxes(2, 2), RatingTally.empty(RatingScale.ONE_TO_THREE)))
                .withMessage("boxes must not overlap on the scale 1..3, got top 2 and bottom 2");
        assertThatIllegalArgumentException() // together they leave the range of an int
                .isThrownBy(() -> Csat.of(Boxes.of(1 << 30), RatingTally.empty(RatingScale.ONE_TO_THREE)))
                .withMessage("boxes must not overlap on the scale 1..3, got top 1073741824 and bottom 1073741824");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Boxes(0, 1))
                .withMessage("boxes must hold at least one rating, got top 0 and bottom 1");
    }

    @Test
    void onAScaleWhoseLowEndIsGoodTheTopIsThere() {
        // school grades, by hand: two of four are 1 or 2; the mean 2.75 of 1..6 is 65 of 100
        Csat csat = Csat.of(RatingTally.of(new RatingScale(1, 6, true), 1, 2, 3, 5));
        assertThat(csat.top()).isEqualTo(2);
        assertThat(csat.bottom()).isEqualTo(1);
        assertThat(csat.mean()).isEqualTo(2.75);
        assertThat(csat.index()).isEqualTo(65);
    }

    @Test
    void ofTooFewValuesAreUndefined() {
        Csat nothing = Csat.of();
        assertThatIllegalStateException().isThrownBy(nothing::share).withMessage("CSAT is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(nothing::interval)
                .withMessage("the interval of CSAT is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(nothing::mean)
                .withMessage("the mean of ratings is undefined for 0 ratings");
        assertThatIllegalStateException()
                .isThrownBy(() -> Csat.of(5).sd())
                .withMessage("the variance of ratings is undefined for 1 rating");
    }

    @ParameterizedTest
    @EnumSource(ProportionInterval.class)
    void intervalsStayWithinThePossible(ProportionInterval method) {
        for (int satisfied = 0; satisfied <= 6; satisfied++) {
            RatingTally tally = RatingAccumulator.create(RatingScale.ONE_TO_FIVE)
                    .add(5, satisfied)
                    .add(1, 6 - satisfied)
                    .result();
            Interval interval = Csat.of(tally).interval(method, 0.99);
            assertThat(interval.low()).isGreaterThanOrEqualTo(0);
            assertThat(interval.high()).isLessThanOrEqualTo(1);
            if (method == ProportionInterval.WILSON || method == ProportionInterval.EXACT) {
                assertThat(interval.contains(interval.estimate())).isTrue();
                assertThat(interval.clamped()).isFalse();
            }
        }
    }
}
