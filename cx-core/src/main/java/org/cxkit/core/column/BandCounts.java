package org.cxkit.core.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Objects;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;

/**
 * How many ratings of a column of bytes are in each band: less than a {@link Histogram} tells, and on later JVMs at
 * the speed of memory.
 */
public final class BandCounts {

    /** JDK 17 has no vectors for {@code Long.bitCount}: comparing takes thrice the time of a histogram there. */
    private static final boolean COMPARE = Runtime.version().feature() >= 25;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EIGHTH_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /** Bytes in two streams, which are far enough from each other for the processor to fetch both ahead. */
    private static final int BLOCK = 1 << 22;

    private BandCounts() {}

    /**
     * {@return how many detractors, passives and promoters there are in the range, and after them how many missing
     * answers; the caller's own}
     *
     * <p>A value that is neither on the scale of the bands nor {@code Byte.MIN_VALUE}, which is a missing answer,
     * counts nowhere. Scales from 0 are the fast ones.
     *
     * @param bands the bands
     * @param column the ratings; not altered
     * @param from the first row, included
     * @param to the last row, excluded
     * @throws IndexOutOfBoundsException if the range is not within the array
     */
    public static long[] of(Bands bands, byte[] column, int from, int to) {
        return COMPARE ? compared(bands, column, from, to) : told(bands, column, from, to);
    }

    /** The bands, told from how often each value is there. */
    static long[] told(Bands bands, byte[] column, int from, int to) {
        long[] histogram = Histogram.of(column, from, to);
        RatingScale scale = bands.scale();
        long[] counts = {0, 0, 0, histogram[Byte.MIN_VALUE & 0xFF]};
        for (int rating = scale.min(); rating <= scale.max(); rating++) {
            int band = rating <= bands.detractorMax() ? 0 : rating < bands.promoterMin() ? 1 : 2;
            counts[band] += histogram[rating & 0xFF];
        }
        return counts;
    }

    /** The bands, by comparing sixteen ratings at a time with their limits; if one is off the scale, {@link #told}. */
    static long[] compared(Bands bands, byte[] column, int from, int to) {
        Objects.checkFromToIndex(from, to, column.length);
        // a lower end to compare with would be more than the compiler takes into one vector loop
        boolean onScale = bands.scale().min() == 0;
        long[] counts = new long[4];
        int at = from;
        while (onScale && to - at >= 2 * Long.BYTES) {
            int half = Math.min(BLOCK, to - at) / (2 * Long.BYTES) * Long.BYTES;
            onScale = compare(bands, column, at, half, counts);
            at += 2 * half;
        }
        if (!onScale) {
            return told(bands, column, from, to);
        }
        long[] rest = told(bands, column, at, to);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += rest[i];
        }
        return counts;
    }

    /** Adds the counts of two streams, or is false if a rating is off the scale. */
    private static boolean compare(Bands bands, byte[] column, int at, int half, long[] counts) {
        // added to the low seven bits of a rating, these carry into the eighth from a limit on
        long aboveScale = (127 - bands.scale().max()) * EIGHTH_BITS;
        long aboveDetractors = (127 - bands.detractorMax()) * EIGHTH_BITS;
        long fromPromoters = (128 - bands.promoterMin()) * EIGHTH_BITS;
        long missing = 0;
        long others = 0;
        long promoters = 0;
        long off = 0;
        for (int i = at; i < at + half; i += Long.BYTES) {
            long a = (long) LONGS.get(column, i);
            long b = (long) LONGS.get(column, i + half);
            long lowA = a & ~HIGH_BITS;
            long lowB = b & ~HIGH_BITS;
            // above the scale, or with a sign and more: of a missing answer all low bits are zeros
            off |= (lowA + aboveScale) | ((lowA + ~HIGH_BITS) & a) | (lowB + aboveScale) | ((lowB + ~HIGH_BITS) & b);
            missing += Long.bitCount(bothHigh(a, b));
            others += Long.bitCount(bothHigh(lowA + aboveDetractors, lowB + aboveDetractors));
            promoters += Long.bitCount(bothHigh(lowA + fromPromoters, lowB + fromPromoters));
        }
        counts[0] += 2L * half - others - missing;
        counts[1] += others - promoters;
        counts[2] += promoters;
        counts[3] += missing;
        return (off & HIGH_BITS) == 0;
    }

    /** The highest bits of the bytes of two words, side by side. */
    private static long bothHigh(long a, long b) {
        return ((a & HIGH_BITS) >>> 1) | (b & HIGH_BITS);
    }
}
