package org.cxkit.core.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cxkit.core.Examples;
import org.cxkit.core.touchpoint.Channel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MentionsTest {

    private static Review review(@Nullable Valence valence) {
        return Review.of(Channel.WORD_OF_MOUTH, Examples.NOON, "words", valence);
    }

    @Test
    void mentionsAreCountedByTheSignOfTheirValence() {
        Mentions mentions = Mentions.of(List.of(
                review(Valence.of(2)),
                review(Valence.of(0.1)),
                review(Valence.of(0)),
                review(Valence.of(-1)),
                review(null)));
        assertThat(mentions).isEqualTo(new Mentions(2, 1, 1, 1));
        assertThat(mentions.positiveShare()).isEqualTo(0.5);
        assertThat(mentions).hasToString("positive mentions 50.0 %, n 4: 2 positive, 1 neutral, 1 negative; 1 unknown");
    }

    @Test
    void thereIsNoShareOfNothing() {
        Mentions nothing = Mentions.of(List.of(review(null)));
        assertThatThrownBy(nothing::positiveShare)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the positive share is undefined for 0 reviews with a valence");
        assertThat(nothing)
                .hasToString("positive mentions undefined, n 0: 0 positive, 0 neutral, 0 negative; 1 unknown");
        assertThatThrownBy(() -> new Mentions(0, 0, -3, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("negative must not be negative, got -3");
    }

    @Test
    void aReviewSaysSomething() {
        assertThat(Review.of(Channel.REVIEW_PLATFORM, Examples.NOON, "", Valence.ofRating(5, 1, 5))
                        .valence())
                .isEqualTo(Valence.of(2));
        assertThatThrownBy(() -> Review.of(Channel.REVIEW_PLATFORM, Examples.NOON, " ", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a review must have a text or a valence, got neither");
        assertThatThrownBy(() -> new Review(Channel.REVIEW_PLATFORM, Examples.NOON, "x", null, null, " ", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("product must not be blank, got \" \"");
    }
}
