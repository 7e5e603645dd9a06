package org.cxkit.core.column;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;

/**
 * Ratings in half a byte each: four planes of bits, which are counted 32 ratings a word.
 *
 * <p>For ratings that are counted more than once. All ratings are on one scale of at most 15 points; others are
 * refused when the column is made, so that counting needs no check. Immutable, value-based and thread-safe;
 * {@code toString} is {@code 3 ratings on 0..10, 1 missing}.
 */
public final class RatingColumn implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** What a missing answer is in an {@code int}. */
    private static final int MISSING_INT = Integer.MIN_VALUE;

    private static final int MISSING_CODE = BitPlanes.CODES - 1;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EIGHTH_BITS = 0x0101010101010101L;

    /** Brings the lowest bits of eight bytes together in the highest byte of the product. */
    private static final long GATHER = 0x0102040810204080L;

    private final transient RatingScale scale; // written through the form
    private final transient int base;
    private final transient int size;
    private final transient int stride;
    private final transient int[] planes;
    private final transient int missing;

    private RatingColumn(RatingScale scale, byte[] ratings, int from, int to) {
        this.scale = scale;
        this.base = base(scale);
        this.size = to - from;
        this.stride = (int) ((size + 31L) / Integer.SIZE);
        this.planes = new int[Math.multiplyExact(4, stride)];
        int absent = 0;
        int words = (int) ((size + 7L) / Long.BYTES);
        for (int at = 0; at < words; at++) { // the row itself, eight at a time, could step beyond any int
            int i = at * Long.BYTES;
            long codes = codes(ratings, from + i, (int) Math.min(from + i + 8L, to));
            int b0 = plane(codes);
            int b1 = plane(codes >>> 1);
            int b2 = plane(codes >>> 2);
            int b3 = plane(codes >>> 3);
            int word = i >>> 5;
            planes[word] |= b0 << i;
            planes[word + stride] |= b1 << i;
            planes[word + 2 * stride] |= b2 << i;
            planes[word + 3 * stride] |= b3 << i;
            absent += Integer.bitCount(b0 & b1 & b2 & b3);
        }
        this.missing = absent;
    }

    /** The lowest bits of eight codes, together. */
    private static int plane(long codes) {
        return (int) (((codes & EIGHTH_BITS) * GATHER) >>> 56);
    }

    /** The codes of up to eight ratings, the first in the lowest byte. */
    private long codes(byte[] ratings, int from, int to) {
        if (base == 0 && to - from == Long.BYTES) {
            long word = (long) LONGS.get(ratings, from);
            long missing = word & HIGH_BITS;
            long low = word & ~HIGH_BITS;
            // the highest bit of a byte that is above the scale, below it, or has a sign and is not missing
            long off = low + (Byte.MAX_VALUE - scale.max()) * EIGHTH_BITS;
            off |= ~(((low | HIGH_BITS) - scale.min() * EIGHTH_BITS) | word);
            off |= (low + ~HIGH_BITS) & word;
            if ((off & HIGH_BITS) == 0) {
                return low | ((missing >>> 3) - (missing >>> 7));
            }
        }
        long codes = 0;
        for (int i = from; i < to; i++) {
            int rating = ratings[i];
            if (rating != Byte.MIN_VALUE && !scale.contains(rating)) {
                throw new IllegalArgumentException("ratings[" + i + "] off the scale " + scale + ": " + rating);
            }
            long code = rating == Byte.MIN_VALUE ? MISSING_CODE : rating - base;
            codes |= code << (Byte.SIZE * (i - from));
        }
        return codes;
    }

    /** What the codes count from: 0 wherever it can be, so that common bands have the same codes on all scales. */
    private static int base(RatingScale scale) {
        if (scale.points() > MISSING_CODE) {
            throw new IllegalArgumentException(
                    "a rating column takes scales of up to 15 points, got " + scale + ": count its bytes instead");
        }
        return scale.min() >= 0 && scale.max() < MISSING_CODE ? 0 : scale.min();
    }

    /**
     * {@return a column of these ratings}
     *
     * @param scale the scale of the question, of at most 15 points
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; copied
     * @throws IllegalArgumentException if the scale has more points, or naming the index and the value of the first
     *     rating off the scale
     */
    public static RatingColumn of(RatingScale scale, byte[] ratings) {
        return of(scale, ratings, 0, ratings.length);
    }

    /**
     * {@return a column of the ratings in a range}
     *
     * @param scale the scale of the question, of at most 15 points
     * @param ratings one rating for each row, or {@code Byte.MIN_VALUE} for a missing answer; copied
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IllegalArgumentException if the scale has more points, or naming the index and the value of the first
     *     rating off the scale
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static RatingColumn of(RatingScale scale, byte[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        return new RatingColumn(scale, ratings, from, to);
    }

    /** {@return the scale of the question} */
    public RatingScale scale() {
        return scale;
    }

    /** {@return the number of rows, missing answers among them} */
    public int size() {
        return size;
    }

    /** {@return the number of rows whose answer is missing} */
    public int missing() {
        return missing;
    }

    /**
     * {@return the rating of a row, or {@code Integer.MIN_VALUE} if it is missing}
     *
     * @param row from 0 to {@code size() - 1}
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int rating(int row) {
        int code = code(Objects.checkIndex(row, size));
        return code == MISSING_CODE ? MISSING_INT : base + code;
    }

    private int code(int row) {
        int word = row >>> 5;
        int code = (planes[word] >>> row) & 1;
        code |= ((planes[word + stride] >>> row) & 1) << 1;
        code |= ((planes[word + 2 * stride] >>> row) & 1) << 2;
        code |= ((planes[word + 3 * stride] >>> row) & 1) << 3;
        return code;
    }

    /**
     * {@return the ratings of some rows, {@code Byte.MIN_VALUE} where the answer is missing; the caller's own}
     *
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public byte[] ratings(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        byte[] bytes = new byte[to - from];
        for (int i = 0; i < bytes.length; i++) {
            int code = code(from + i);
            bytes[i] = code == MISSING_CODE ? Byte.MIN_VALUE : (byte) (base + code);
        }
        return bytes;
    }

    /**
     * {@return how often each rating was given in some rows, from the lowest of the scale to the highest, and after
     * them how often none was; the caller's own}
     *
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public long[] counts(int from, int to) {
        long[] codes = codes(from, to, false);
        int lowest = scale.min() - base;
        long[] counts = Arrays.copyOfRange(codes, lowest, lowest + scale.points() + 1);
        counts[scale.points()] = codes[MISSING_CODE];
        return counts;
    }

    /**
     * {@return how often a detractor, a passive and a promoter answered in some rows, and after them how often none
     * did; the caller's own}
     *
     * <p>In the standard bands, 0-6|7-8|9-10 and 1-6|7-8|9-10, this takes less than half the time of all counts.
     *
     * @param bands the bands, which have the scale of this column
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IllegalArgumentException if the bands divide another scale
     * @throws IndexOutOfBoundsException if there are no such rows
     */
    public long[] counts(Bands bands, int from, int to) {
        if (!bands.scale().equals(scale)) {
            throw new IllegalArgumentException(
                    "the bands " + bands + " divide the scale " + bands.scale() + ", the column is on " + scale);
        }
        boolean standard = base == 0 && scale.max() == 10 && bands.detractorMax() == 6 && bands.promoterMin() == 9;
        long[] codes = codes(from, to, standard);
        long[] counts = {0, 0, 0, codes[MISSING_CODE]};
        for (int rating = scale.min(); rating <= scale.max(); rating++) {
            int band = rating <= bands.detractorMax() ? 0 : rating < bands.promoterMin() ? 1 : 2;
            counts[band] += codes[rating - base];
        }
        return counts;
    }

    /** How often each code is in some rows; or of each standard band, the number of all in it at one of its codes. */
    private long[] codes(int from, int to, boolean standardBands) {
        Objects.checkFromToIndex(from, to, size);
        int head = (int) Math.min(to, (from + 31L) & -32);
        int tail = Math.max(head, to & -32);
        long[] codes = new long[BitPlanes.CODES];
        if (standardBands) {
            BitPlanes.countStandardBands(planes, stride, head >>> 5, tail >>> 5, missing > 0, codes);
        } else {
            boolean upper = missing > 0 || scale.max() - base > BitPlanes.LOWER_MAX;
            BitPlanes.count(planes, stride, head >>> 5, tail >>> 5, upper, codes);
        }
        countRows(from, head, codes);
        countRows(tail, to, codes);
        return codes;
    }

    private void countRows(int from, int to, long[] codes) {
        for (int row = from; row < to; row++) {
            codes[code(row)]++;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatingColumn that
                && scale.equals(that.scale)
                && size == that.size
                && Arrays.equals(planes, that.planes);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * scale.hashCode() + size) + Arrays.hashCode(planes);
    }

    /** {@return how many ratings there are, such as {@code 3 ratings on 0..10, 1 missing}} */
    @Override
    public String toString() {
        int ratings = size - missing;
        return ratings
                + (ratings == 1 ? " rating on " : " ratings on ")
                + scale
                + (missing == 0 ? "" : ", " + missing + " missing");
    }

    @Serial
    private Object writeReplace() {
        return new Form(scale, ratings(0, size));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a rating column is read through its form");
    }

    /** What is serialised: the scale and the ratings. */
    private static final class Form implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;

        private final RatingScale scale;
        private final byte[] ratings;

        Form(RatingScale scale, byte[] ratings) {
            this.scale = scale;
            this.ratings = ratings;
        }

        @Serial
        private Object readResolve() {
            return of(scale, ratings);
        }
    }
}
