package org.cxkit.metrics.survey;

import java.io.Serializable;
import org.cxkit.core.rating.RatingScale;

/**
 * How many of the best and of the worst ratings of a scale count as satisfied and as dissatisfied.
 *
 * <p>Counted from the ends of the scale, never from those of the data. Immutable, value-based and thread-safe.
 *
 * @param top how many ratings from the good end, at least 1
 * @param bottom how many ratings from the bad end, at least 1
 */
public record Boxes(int top, int bottom) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is below 1
     */
    public Boxes {
        if (top < 1 || bottom < 1) {
            throw new IllegalArgumentException(
                    "boxes must hold at least one rating, got top " + top + " and bottom " + bottom);
        }
    }

    /**
     * {@return as many boxes at the bottom as at the top}
     *
     * @param number how many, at least 1
     */
    public static Boxes of(int number) {
        return new Boxes(number, number);
    }

    /**
     * {@return the usual boxes of a scale: 1 of three points, 2 of four to seven, 3 of ten}
     *
     * @param scale the scale
     * @throws IllegalArgumentException if the scale has another number of points: state the boxes
     */
    public static Boxes usual(RatingScale scale) {
        int points = scale.points();
        if (points == 3) {
            return of(1);
        }
        if (points >= 4 && points <= 7) {
            return of(2);
        }
        if (points == 10) {
            return of(3);
        }
        throw new IllegalArgumentException(
                "there are no usual boxes for the " + points + " points of the scale " + scale + ": state them");
    }
}
