package org.cxkit.metrics.watch;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.control.Characteristic;

/**
 * What each rating scores on the charts of a {@link RatingWatch}, and the metric that is the mean of these scores.
 *
 * <p>Immutable, value-based and thread-safe.
 */
public final class RatingScore {
    private final Characteristic what;
    private final RatingScale scale;
    private final int min;
    private final int[] scores;

    private RatingScore(Characteristic what, RatingScale scale, IntUnaryOperator scoreOf) {
        this.what = what;
        this.scale = scale;
        this.min = scale.min();
        this.scores = new int[scale.points()];
        Arrays.setAll(scores, i -> scoreOf.applyAsInt(min + i));
    }

    /**
     * {@return the net share of promoters: -1 for a detractor, 0 for a passive, 1 for a promoter}
     *
     * @param bands who is which
     */
    public static RatingScore netShare(Bands bands) {
        return new RatingScore(
                Characteristic.NET_SHARE,
                bands.scale(),
                rating -> bands.of(rating) == Band.PROMOTER ? 1 : bands.of(rating) == Band.DETRACTOR ? -1 : 0);
    }

    /**
     * {@return the share of ratings in a range: 1 for a rating of the range, 0 for any other}
     *
     * @param name the name of the share, such as {@code CSAT}
     * @param scale the scale of the question
     * @param from the lowest rating that counts, on the scale
     * @param to the highest rating that counts, on the scale, not below {@code from}
     * @throws IllegalArgumentException if the name is blank, or the range is empty, off the scale or all of it
     */
    public static RatingScore share(String name, RatingScale scale, int from, int to) {
        if (scale.require(from) > scale.require(to) || to - from + 1 == scale.points()) {
            throw new IllegalArgumentException(
                    "a share needs some of the ratings " + scale + " but not all, got " + from + " to " + to);
        }
        return new RatingScore(Characteristic.share(name), scale, rating -> from <= rating && rating <= to ? 1 : 0);
    }

    /**
     * {@return the mean rating: each rating scores itself}
     *
     * @param name the name of the mean, such as {@code CES}
     * @param scale the scale of the question
     * @throws IllegalArgumentException if the name is blank
     */
    public static RatingScore mean(String name, RatingScale scale) {
        return new RatingScore(Characteristic.mean(name, scale), scale, rating -> rating);
    }

    /** {@return the metric, which is the mean of the scores} */
    public Characteristic what() {
        return what;
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return scale;
    }

    /**
     * {@return the score of a rating}
     *
     * @param rating a rating on the scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public int of(int rating) {
        int i = rating - min;
        return Integer.compareUnsigned(i, scores.length) < 0 ? scores[i] : scale.require(rating);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingScore that
                && what.equals(that.what)
                && scale.equals(that.scale)
                && Arrays.equals(scores, that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(what, scale, Arrays.hashCode(scores));
    }

    /** {@return the metric and the score of each rating, such as {@code CSAT of 1..5 scored [0, 0, 0, 1, 1]}} */
    @Override
    public String toString() {
        return what + " of " + scale + " scored " + Arrays.toString(scores);
    }
}
