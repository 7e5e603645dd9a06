package org.cxkit.core.interaction;

import java.io.Serializable;

/**
 * How pleasant something was felt to be, from -2 (very unpleasant) by way of 0 (neutral) to +2 (very pleasant).
 *
 * <p>It is the scale of the emotion curve of a designed journey map, so what was designed and what was felt stand
 * on one axis. Ordered from unpleasant to pleasant. Immutable, value-based and thread-safe.
 *
 * @param value the score, from -2 to +2, fractions allowed; -0.0 becomes 0.0
 */
public record Valence(double value) implements Comparable<Valence>, Serializable {

    /** The least pleasant score. */
    public static final double MIN = -2;

    /** The most pleasant score. */
    public static final double MAX = 2;

    /**
     * Checks the score.
     *
     * @throws IllegalArgumentException if the score is not a number from -2 to +2
     */
    public Valence {
        if (!(value >= MIN && value <= MAX)) {
            throw new IllegalArgumentException("valence must be from -2 to +2, got " + value);
        }
        value = value + 0.0;
    }

    /**
     * {@return the valence with this score}
     *
     * @param value the score, from -2 to +2
     * @throws IllegalArgumentException if the score is not a number from -2 to +2
     */
    public static Valence of(double value) {
        return new Valence(value);
    }

    /**
     * {@return the valence that a rating stands for: {@code 4 (rating - worst) / (best - worst) - 2}}
     *
     * <p>The worst rating becomes -2 and the best +2, whichever of the two is the larger number: 4 of 5 stars are
     * {@code ofRating(4, 1, 5)}, which is +1.
     *
     * @param rating the rating, between worst and best
     * @param worst the rating that says very unpleasant
     * @param best the rating that says very pleasant, other than {@code worst}
     * @throws IllegalArgumentException if the two ends are equal or the rating is not between them
     */
    public static Valence ofRating(int rating, int worst, int best) {
        if (worst == best || rating < Math.min(worst, best) || rating > Math.max(worst, best)) {
            throw new IllegalArgumentException("a rating must be between two different ends, got " + rating
                    + " between " + worst + " and " + best);
        }
        return new Valence(4.0 * ((double) rating - worst) / ((double) best - worst) - 2);
    }

    /** {@return whether the score is above 0} */
    public boolean positive() {
        return value > 0;
    }

    /** {@return whether the score is below 0} */
    public boolean negative() {
        return value < 0;
    }

    @Override
    public int compareTo(Valence other) {
        return Double.compare(value, other.value);
    }
}
