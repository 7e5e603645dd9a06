package org.cxkit.core.rating;

import java.io.Serializable;

/**
 * A division of a scale into detractors, passives and promoters that leaves no rating out and none in two bands.
 *
 * <p>Detractors rate from the low end to {@code detractorMax}, promoters from {@code promoterMin} to the high end,
 * passives between; there may be no room for passives. Immutable, value-based and thread-safe; {@code toString} is
 * {@code 0-6|7-8|9-10}.
 *
 * <p>Source: F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81(12), 2003, for the bands
 * on 0 to 10.
 *
 * @param scale the scale that is divided, its high end the good one
 * @param detractorMax the highest rating of a detractor, on the scale
 * @param promoterMin the lowest rating of a promoter, on the scale, above {@code detractorMax}
 */
public record Bands(RatingScale scale, int detractorMax, int promoterMin) implements Serializable {

    /** The standard bands: 0-6|7-8|9-10. */
    public static final Bands ZERO_TO_TEN = new Bands(RatingScale.ZERO_TO_TEN, 6, 9);

    /** The European variant, milder because top marks are rarer there: 0-5|6-7|8-10. */
    public static final Bands EUROPEAN = new Bands(RatingScale.ZERO_TO_TEN, 5, 8);

    /** The standard bands on a scale without a zero: 1-6|7-8|9-10. */
    public static final Bands ONE_TO_TEN = new Bands(RatingScale.ONE_TO_TEN, 6, 9);

    /** The bands on five points: 1-3|4|5. */
    public static final Bands ONE_TO_FIVE = new Bands(RatingScale.ONE_TO_FIVE, 3, 5);

    /** The bands on seven points: 1-5|6|7. */
    public static final Bands ONE_TO_SEVEN = new Bands(RatingScale.ONE_TO_SEVEN, 5, 7);

    /**
     * Proves that the bands divide the scale.
     *
     * @throws IllegalArgumentException if a band of detractors or promoters is empty, if the two overlap, or if the
     *     low end of the scale is the good one
     */
    public Bands {
        if (scale.lowIsGood()) {
            throw new IllegalArgumentException(
                    "bands need a scale whose high end is good, got " + scale + ": reverse its answers first");
        }
        if (detractorMax < scale.min() || promoterMin > scale.max() || detractorMax >= promoterMin) {
            throw new IllegalArgumentException("bands must divide the scale " + scale + ", got detractors to "
                    + detractorMax + ", promoters from " + promoterMin);
        }
    }

    /**
     * {@return the band of a rating}
     *
     * @param rating a rating on the scale
     * @throws IllegalArgumentException if the rating is off the scale
     */
    public Band of(int rating) {
        scale.require(rating);
        if (rating <= detractorMax) {
            return Band.DETRACTOR;
        }
        return rating < promoterMin ? Band.PASSIVE : Band.PROMOTER;
    }

    @Override
    public String toString() {
        String passives = detractorMax + 1 == promoterMin ? "" : "|" + range(detractorMax + 1, promoterMin - 1);
        return range(scale.min(), detractorMax) + passives + "|" + range(promoterMin, scale.max());
    }

    private static String range(int from, int to) {
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
