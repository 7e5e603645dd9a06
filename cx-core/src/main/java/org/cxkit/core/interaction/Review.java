package org.cxkit.core.interaction;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.cxkit.core.check.Check;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.TouchpointId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to others about a brand or a product: a review on a platform, a post, a word in passing.
 *
 * <p>The company takes no part in it: its direction is {@link
 * org.cxkit.core.touchpoint.Direction#THIRD_PARTY}. Immutable, value-based and thread-safe.
 *
 * @param platform where it was said: a review platform, a social platform, word of mouth
 * @param instant when it was said
 * @param text the words; empty if only a rating was given
 * @param valence how favourable it is, such as {@link Valence#ofRating} makes of stars, or null if nobody judged it
 * @param author the customer who said it, or null if unknown
 * @param product the product it is about, or null if it is about the brand or nothing was said
 * @param touchpoint the touchpoint it is about, or null
 * @param source where the record comes from, or null if unknown
 */
public record Review(
        Channel platform,
        Instant instant,
        String text,
        @Nullable Valence valence,
        @Nullable CustomerId author,
        @Nullable String product,
        @Nullable TouchpointId touchpoint,
        @Nullable DataSource source)
        implements Serializable {

    /**
     * Checks that something is said.
     *
     * @throws IllegalArgumentException if there is neither text nor valence, or the product is blank
     */
    public Review {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(instant, "instant");
        Objects.requireNonNull(text, "text");
        Check.nullOrNotBlank("product", product);
        if (text.isBlank() && valence == null) {
            throw new IllegalArgumentException("a review must have a text or a valence, got neither");
        }
    }

    /**
     * {@return a review of which no more than this is known}
     *
     * @param platform where it was said
     * @param instant when it was said
     * @param text the words; may be empty if the valence is given
     * @param valence how favourable it is, or null
     * @throws IllegalArgumentException if there is neither text nor valence
     */
    public static Review of(Channel platform, Instant instant, String text, @Nullable Valence valence) {
        return new Review(platform, instant, text, valence, null, null, null, null);
    }
}
