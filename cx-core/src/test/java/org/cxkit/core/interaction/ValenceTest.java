package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValenceTest {

    @ParameterizedTest
    @ValueSource(doubles = {-2, -0.5, 0, 1.25, 2})
    void everyScoreOfTheScaleIsKept(double score) {
        assertThat(Valence.of(score).value()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"2.0000001", "-3.0", "NaN", "Infinity"})
    void whatIsOffTheScaleIsRefused(double score) {
        assertThatThrownBy(() -> Valence.of(score))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("valence must be from -2 to +2, got " + score);
    }

    @Test
    void negativeZeroIsNeutral() {
        assertThat(Valence.of(-0.0)).isEqualTo(Valence.of(0.0));
        assertThat(Valence.of(0).positive()).isFalse();
        assertThat(Valence.of(0).negative()).isFalse();
        assertThat(Valence.of(0.1).positive()).isTrue();
        assertThat(Valence.of(-0.1).negative()).isTrue();
        assertThat(Valence.of(-1)).isLessThan(Valence.of(1));
    }

    @ParameterizedTest
    @CsvSource({
        // by hand: 4 (rating - worst) / (best - worst) - 2
        "1, 1, 5, -2",
        "4, 1, 5, 1",
        "5, 1, 5, 2",
        "5, 0, 10, 0",
        "1, 7, 1, 2",
        "6, 7, 1, -1.3333333333333335"
    })
    void aRatingIsSpreadOverTheScale(int rating, int worst, int best, double expected) {
        assertThat(Valence.ofRating(rating, worst, best).value()).isEqualTo(expected);
    }

    @Test
    void aRatingOffItsScaleIsRefused() {
        assertThatThrownBy(() -> Valence.ofRating(6, 1, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rating must be between two different ends, got 6 between 1 and 5");
        assertThatThrownBy(() -> Valence.ofRating(1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rating must be between two different ends, got 1 between 1 and 1");
    }
}
