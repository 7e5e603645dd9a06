package org.cxkit.core.interaction;

import java.io.Serializable;
import java.util.Collection;
import java.util.Locale;
import org.cxkit.core.check.Check;

/**
 * How people speak of the brand: favourable, neutral and unfavourable reviews, counted.
 *
 * <p>The positive share is {@code positive / (positive + neutral + negative)}, from 0 to 1: reviews that nobody
 * judged are counted beside it. Immutable, value-based and thread-safe.
 *
 * @param positive reviews with a valence above 0, not negative
 * @param neutral reviews with a valence of 0, not negative
 * @param negative reviews with a valence below 0, not negative
 * @param unknown reviews without a valence, not negative
 */
public record Mentions(long positive, long neutral, long negative, long unknown) implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the sum overflows a long
     */
    public Mentions {
        Check.counts("positive, neutral, negative, unknown", positive, neutral, negative, unknown);
    }

    /**
     * {@return the counts over these reviews}
     *
     * @param reviews any reviews; of none all counts are 0
     */
    public static Mentions of(Collection<Review> reviews) {
        long positive = 0;
        long neutral = 0;
        long negative = 0;
        long unknown = 0;
        for (Review review : reviews) {
            Valence valence = review.valence();
            if (valence == null) {
                unknown++;
            } else if (valence.positive()) {
                positive++;
            } else if (valence.negative()) {
                negative++;
            } else {
                neutral++;
            }
        }
        return new Mentions(positive, neutral, negative, unknown);
    }

    /** {@return the number of reviews with a valence, the n of the share} */
    public long known() {
        return positive + neutral + negative;
    }

    /**
     * {@return the share of favourable reviews among those with a valence, from 0 to 1}
     *
     * @throws IllegalStateException if no review has a valence
     */
    public double positiveShare() {
        if (known() == 0) {
            throw new IllegalStateException("the positive share is undefined for 0 reviews with a valence");
        }
        return (double) positive / known();
    }

    /** {@return a sentence with the share and the counts} */
    @Override
    public String toString() {
        String share = known() == 0 ? "undefined" : String.format(Locale.ROOT, "%.1f %%", 100 * positiveShare());
        return "positive mentions " + share + ", n " + known() + ": " + positive + " positive, " + neutral
                + " neutral, " + negative + " negative; " + unknown + " unknown";
    }
}
