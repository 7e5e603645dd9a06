package org.cxkit.core.rating;

import java.io.Serializable;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a rating question: a rating, nothing, or something that is no rating.
 *
 * <p>Missing and invalid answers never enter a score, and are always counted beside it. Immutable, value-based and
 * thread-safe.
 *
 * @param rating the rating, or null where there is none
 * @param refused what was answered instead of a rating, or null where nothing was
 */
public record Answer(@Nullable Integer rating, @Nullable String refused) implements Serializable {

    private static final Answer MISSING = new Answer(null, null);

    /**
     * Checks that a rating was not refused.
     *
     * @throws IllegalArgumentException if there is a rating and a refused text
     */
    public Answer {
        if (rating != null && refused != null) {
            throw new IllegalArgumentException(
                    "an answer is a rating or refused, not both: " + rating + " and \"" + refused + "\"");
        }
    }

    /**
     * {@return the answer with this rating}
     *
     * @param rating the rating, on the scale of its question
     */
    public static Answer of(int rating) {
        return new Answer(rating, null);
    }

    /** {@return the answer of someone who did not answer} */
    public static Answer missing() {
        return MISSING;
    }

    /**
     * {@return the answer that is no rating}
     *
     * @param refused what was answered
     */
    public static Answer invalid(String refused) {
        return new Answer(null, refused);
    }

    /** {@return whether this is a rating, nothing, or no rating} */
    public Validity validity() {
        if (rating != null) {
            return Validity.VALID;
        }
        return refused == null ? Validity.MISSING : Validity.INVALID;
    }

    /** {@return the rating, if there is one} */
    public OptionalInt toOptional() {
        return rating == null ? OptionalInt.empty() : OptionalInt.of(rating);
    }

    @Override
    public String toString() {
        if (rating != null) {
            return rating.toString();
        }
        return refused == null ? "missing" : "invalid \"" + refused + "\"";
    }
}
