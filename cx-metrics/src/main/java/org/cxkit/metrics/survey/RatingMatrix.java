package org.cxkit.metrics.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.wording.Sentence;

/**
 * The ratings of many segments as a matrix of counts: a row for each segment, a column for each rating.
 *
 * <p>The fast way to ratings by channel, location or month when the segment of each answer is a code of a dictionary;
 * {@link #grouped()} is the same by name, {@link RatingTally#by} counts objects as keys. Exact, so matrices of parts
 * of the answers add up to the matrix of all, bit for bit. Immutable and thread-safe.
 */
public final class RatingMatrix {

    /** Rows whose codes are checked, then counted: few enough to stay in the first cache in between. */
    private static final int CHUNK = 4096;

    private final RatingScale scale;
    private final Symbols segments;
    private final Layout layout;
    private final int[] cells;

    private RatingMatrix(RatingScale scale, Symbols segments) {
        this.scale = scale;
        this.segments = segments;
        this.layout = Layout.of(scale);
        this.cells = new int[Math.multiplyExact(segments.size(), layout.width())];
    }

    /**
     * Where a row has which count: one for each rating, then the missing answers, then those off the scale.
     *
     * @param missing the place of the missing answers
     * @param shift the logarithm of the length of a row, so that a row is found without a multiplication
     */
    private record Layout(int missing, int shift) {

        static Layout of(RatingScale scale) {
            return new Layout(scale.points(), Integer.SIZE - Integer.numberOfLeadingZeros(scale.points() + 1));
        }

        int width() {
            return 1 << shift;
        }

        int offScale() {
            return missing + 1;
        }

        /** The place of each byte. */
        int[] places(RatingScale scale) {
            int[] places = new int[1 << Byte.SIZE];
            Arrays.fill(places, offScale());
            for (int rating = scale.min(); rating <= scale.max(); rating++) {
                places[rating & 0xFF] = rating - scale.min();
            }
            places[Byte.MIN_VALUE & 0xFF] = missing;
            return places;
        }
    }

    /**
     * {@return the matrix of two columns}
     *
     * @param scale the scale of the question
     * @param segments the segments; there may be some of which there is no row
     * @param codes the segment of each row, by its code; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @throws IllegalArgumentException if the columns differ in length, or naming the index and the value of the
     *     first code of no segment, or of the first rating off the scale
     */
    public static RatingMatrix of(RatingScale scale, Symbols segments, int[] codes, byte[] ratings) {
        if (codes.length != ratings.length) {
            throw new IllegalArgumentException(
                    "wanted a rating for each code, got " + codes.length + " codes and " + ratings.length + " ratings");
        }
        return of(scale, segments, codes, ratings, 0, codes.length);
    }

    /**
     * {@return the matrix of some rows of two columns}
     *
     * @param scale the scale of the question
     * @param segments the segments; there may be some of which there is no row
     * @param codes the segment of each row, by its code; not altered
     * @param ratings the rating of each row, or {@code Byte.MIN_VALUE} for a missing answer; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IllegalArgumentException naming the index and the value of the first code of no segment, or of the
     *     first rating off the scale
     * @throws IndexOutOfBoundsException if the range is not within both arrays
     */
    public static RatingMatrix of(RatingScale scale, Symbols segments, int[] codes, byte[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, Math.min(codes.length, ratings.length));
        RatingMatrix matrix = new RatingMatrix(scale, segments);
        int[] places = matrix.layout.places(scale);
        int end = from;
        for (int at = from; at < to; at = end) {
            end = at + Math.min(CHUNK, to - at); // at + CHUNK may be beyond any int
            if (anyOutside(codes, at, end, segments.size())) {
                throw noSegment(codes, at, segments.size());
            }
            count(codes, ratings, at, end, matrix.layout.shift(), places, matrix.cells);
        }
        if (matrix.sum(matrix.layout.offScale()) > 0) {
            throw offScale(scale, places, ratings, from);
        }
        return matrix;
    }

    /** A loop of its own, as it has vectors, which the counting cannot have. */
    private static boolean anyOutside(int[] codes, int from, int to, int size) {
        int signs = 0;
        for (int i = from; i < to; i++) {
            signs |= codes[i] | (size - 1 - codes[i]);
        }
        return signs < 0;
    }

    private static void count(int[] codes, byte[] ratings, int from, int to, int shift, int[] places, int[] cells) {
        for (int i = from; i < to; i++) {
            cells[(codes[i] << shift) + places[ratings[i] & 0xFF]]++;
        }
    }

    private static IllegalArgumentException noSegment(int[] codes, int from, int size) {
        int i = from;
        while (codes[i] >= 0 && codes[i] < size) {
            i++;
        }
        return new IllegalArgumentException("codes[" + i + "] is none of the " + size + " segments: " + codes[i]);
    }

    private static IllegalArgumentException offScale(RatingScale scale, int[] places, byte[] ratings, int from) {
        int i = from;
        while (places[ratings[i] & 0xFF] <= scale.points()) {
            i++;
        }
        return RatingAccumulator.offScale(scale, i, ratings[i]);
    }

    /** The sum of one place of all rows. */
    private long sum(int place) {
        long sum = 0;
        for (int cell = place; cell < cells.length; cell += layout.width()) {
            sum += cells[cell];
        }
        return sum;
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return scale;
    }

    /** {@return the segments, in the order of their codes} */
    public Symbols segments() {
        return segments;
    }

    /**
     * {@return the tally of a segment, empty if there is no row of it}
     *
     * @param code the code of the segment
     * @throws IndexOutOfBoundsException if there is no such code
     */
    public RatingTally tally(int code) {
        int row = row(code);
        long[] counts = new long[scale.points()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = cells[row + i];
        }
        return new RatingTally(scale, counts, cells[row + layout.missing()], 0);
    }

    /**
     * {@return how often a rating of the range was given in a segment}
     *
     * @param code the code of the segment
     * @param from the lowest rating of the range, on the scale
     * @param to the highest rating of the range, on the scale; below {@code from} the range is empty
     * @throws IndexOutOfBoundsException if there is no such code
     * @throws IllegalArgumentException if an end of the range is off the scale
     */
    public long count(int code, int from, int to) {
        int row = row(code) - scale.min();
        long sum = 0;
        for (int rating = scale.require(from), last = scale.require(to); rating <= last; rating++) {
            sum += cells[row + rating];
        }
        return sum;
    }

    /**
     * {@return the number of answers in a segment that were not given}
     *
     * @param code the code of the segment
     * @throws IndexOutOfBoundsException if there is no such code
     */
    public long missing(int code) {
        return cells[row(code) + layout.missing()];
    }

    private int row(int code) {
        return Objects.checkIndex(code, segments.size()) << layout.shift();
    }

    /** {@return the tally of all segments together} */
    public RatingTally total() {
        long[] counts = new long[scale.points()];
        Arrays.setAll(counts, this::sum);
        return new RatingTally(scale, counts, sum(layout.missing()), 0);
    }

    /** {@return the tally of each segment of which there is a row, by its name} */
    public Grouped<String, RatingTally> grouped() {
        Map<String, RatingTally> tallies = new HashMap<>();
        for (int code = 0; code < segments.size(); code++) {
            tallies.put(segments.name(code), tally(code));
        }
        return Grouped.of(RatingTally.empty(scale), tallies);
    }

    /**
     * {@return the matrix of both sets of rows together}
     *
     * @param other a matrix of the same scale and segments, not altered
     * @throws IllegalArgumentException if the scales or the segments differ: add up what {@link #grouped()} gives
     * @throws ArithmeticException if a count leaves the range of an int: add up what {@link #grouped()} gives
     */
    public RatingMatrix plus(RatingMatrix other) {
        if (!scale.equals(other.scale) || !segments.equals(other.segments)) {
            throw new IllegalArgumentException("matrices of different scales or segments do not add up: " + scale
                    + " of " + segments.size() + " segments and " + other.scale + " of " + other.segments.size());
        }
        RatingMatrix sum = new RatingMatrix(scale, segments);
        Arrays.setAll(sum.cells, cell -> Math.addExact(cells[cell], other.cells[cell]));
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingMatrix that
                && scale.equals(that.scale)
                && segments.equals(that.segments)
                && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * segments.hashCode() + Arrays.hashCode(cells);
    }

    /** {@return the total, such as {@code 2 segments: 3 ratings on 0..10 {9=1, 10=2}}} */
    @Override
    public String toString() {
        return Sentence.count(segments.size(), "segment") + ": " + total();
    }
}
