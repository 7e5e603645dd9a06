package org.cxkit.core.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingScaleTest {

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 5", "-128, 5", "0, 128"})
    void aScaleThatDoesNotRiseOrFitAByteIsRefused(int min, int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RatingScale(min, max))
                .withMessage("a rating scale must rise within -127..127, got " + min + ".." + max);
    }

    @Test
    void aScaleKnowsItsPointsAndItsText() {
        assertThat(RatingScale.ZERO_TO_TEN.points()).isEqualTo(11);
        assertThat(RatingScale.ZERO_TO_TEN).hasToString("0..10");
        assertThat(new RatingScale(1, 5, true)).hasToString("1..5 (1 is best)");
        assertThat(RatingScale.ONE_TO_FIVE.reversed()).isEqualTo(new RatingScale(1, 5, true));
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "4, 4", "7, 1"})
    void reversingIsMinPlusMaxMinusTheRating(int rating, int reversed) {
        assertThat(RatingScale.ONE_TO_SEVEN.reverse(rating)).isEqualTo(reversed);
    }

    @Test
    void aRatingOffTheScaleIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingScale.ZERO_TO_TEN.reverse(11))
                .withMessage("rating off the scale 0..10: 11");
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "' 9 ', 9", "0, 0", "+7, 7", "07, 7", "7.0, 7", "8.00, 8"})
    void aWholeNumberOnTheScaleIsARating(String text, int rating) {
        assertThat(RatingScale.ZERO_TO_TEN.parse(text)).isEqualTo(Answer.of(rating));
    }

    @Test
    void negativeRatingsAreReadOnAScaleThatHasThem() {
        assertThat(new RatingScale(-5, 5).parse("-3")).isEqualTo(Answer.of(-3));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "null", "NULL", "skip", " Skip ", "dismissed"})
    void nothingIsMissing(@Nullable String text) {
        assertThat(RatingScale.ZERO_TO_TEN.parse(text).validity()).isEqualTo(Validity.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11",
                "-1",
                "6.5",
                "8.5",
                "7.",
                ".",
                "-",
                "+",
                "NaN",
                "1e1",
                "-0.5",
                "7,5",
                "ten",
                "4294967303",
                "٧",
                "99999999999999999999",
                "5.0.0",
                "--1"
            })
    void anythingElseIsInvalidAndKept(String text) {
        assertThat(RatingScale.ZERO_TO_TEN.parse(text)).isEqualTo(Answer.invalid(text));
    }
}
