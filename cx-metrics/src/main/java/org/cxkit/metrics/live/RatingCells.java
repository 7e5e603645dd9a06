package org.cxkit.metrics.live;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingTally;

/**
 * Which cell counts which answer: one for each rating of the scale from the lowest up, then missing, then invalid.
 *
 * <p>Immutable and thread-safe.
 */
final class RatingCells {
    private static final int MISSING = Integer.MIN_VALUE;

    private final RatingScale scale;
    private final boolean lenient;
    private final int min;
    private final int points;

    RatingCells(RatingScale scale, boolean lenient) {
        this.scale = scale;
        this.lenient = lenient;
        this.min = scale.min();
        this.points = scale.points();
    }

    RatingScale scale() {
        return scale;
    }

    boolean lenient() {
        return lenient;
    }

    /** The number of cells from one segment to the next is two to this power. */
    int shift() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(points + 1);
    }

    int cell(int rating) {
        int cell = rating - min;
        return Integer.compareUnsigned(cell, points) < 0 ? cell : otherCell(rating);
    }

    private int otherCell(int rating) {
        if (rating == MISSING) {
            return points;
        }
        if (lenient) {
            return points + 1;
        }
        throw new IllegalArgumentException("rating off the scale " + scale + ": " + rating);
    }

    RatingTally tally(long[] sums, int from) {
        long[] counts = new long[points];
        System.arraycopy(sums, from, counts, 0, points);
        return RatingTally.ofCounts(scale, counts, sums[from + points], sums[from + points + 1]);
    }

    void put(RatingTally tally, long[] cells, int at) {
        if (!tally.scale().equals(scale)) {
            throw new IllegalArgumentException(
                    "wanted a tally on the scale " + scale + ", got one on " + tally.scale());
        }
        System.arraycopy(tally.counts(), 0, cells, at, points);
        cells[at + points] = tally.missing();
        cells[at + points + 1] = tally.invalid();
    }
}
