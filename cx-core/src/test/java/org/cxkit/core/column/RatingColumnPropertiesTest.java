package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;

class RatingColumnPropertiesTest {

    /** All standard bands, and some on scales that are long, begin below zero, or leave no room for passives. */
    @Provide
    Arbitrary<Bands> bands() {
        return Arbitraries.of(
                Bands.ZERO_TO_TEN,
                Bands.EUROPEAN,
                Bands.ONE_TO_TEN,
                Bands.ONE_TO_FIVE,
                Bands.ONE_TO_SEVEN,
                new Bands(new RatingScale(0, 14), 6, 9),
                new Bands(new RatingScale(-7, 7), 2, 6),
                new Bands(new RatingScale(100, 110), 106, 109),
                new Bands(new RatingScale(0, 1), 0, 1));
    }

    private static byte[] ratings(RatingScale scale, int size, int missingPercent, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] ratings = new byte[size];
        for (int i = 0; i < size; i++) {
            boolean missing = missingPercent > 0 && random.nextInt(100) < missingPercent;
            ratings[i] = missing ? Byte.MIN_VALUE : (byte) random.nextInt(scale.min(), scale.max() + 1);
        }
        return ratings;
    }

    @Property(tries = 300)
    void rangesAreCountedAsTheObviousLoopDoes(
            @ForAll("bands") Bands bands,
            @ForAll @IntRange(max = 3000) int size,
            @ForAll @IntRange(max = 20) int missingPercent,
            @ForAll @IntRange(max = 3000) int cutFront,
            @ForAll @IntRange(max = 100) int cutBack,
            @ForAll long seed) {
        RatingScale scale = bands.scale();
        byte[] ratings = ratings(scale, size, missingPercent, seed);
        int from = Math.min(cutFront, size);
        int to = Math.max(from, size - cutBack);
        long[] counts = new long[scale.points() + 1];
        long[] byBand = new long[4];
        for (int i = from; i < to; i++) {
            boolean missing = ratings[i] == Byte.MIN_VALUE;
            counts[missing ? scale.points() : ratings[i] - scale.min()]++;
            byBand[missing ? 3 : List.of(Band.values()).indexOf(bands.of(ratings[i]))]++;
        }
        RatingColumn column = RatingColumn.of(scale, ratings);
        assertThat(column.counts(from, to)).isEqualTo(counts);
        assertThat(column.counts(bands, from, to)).isEqualTo(byBand);
        assertThat(column.ratings(from, to)).isEqualTo(Arrays.copyOfRange(ratings, from, to));
    }

    @Property(tries = 20)
    void longColumnsAreCountedAsTheirBytes(
            @ForAll @IntRange(min = 30_000, max = 200_000) int size,
            @ForAll @IntRange(max = 5) int missingPercent,
            @ForAll long seed) {
        byte[] ratings = ratings(RatingScale.ZERO_TO_TEN, size, missingPercent, seed);
        long[] bytes = Histogram.of(ratings, 0, size);
        RatingColumn column = RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings);
        long[] counts = column.counts(0, size);
        for (int rating = 0; rating <= 10; rating++) {
            assertThat(counts[rating]).isEqualTo(bytes[rating]);
        }
        assertThat(counts[11]).isEqualTo(column.missing()).isEqualTo(bytes[128]);
        assertThat(column.counts(Bands.ZERO_TO_TEN, 0, size))
                .containsExactly(
                        size - counts[7] - counts[8] - counts[9] - counts[10] - counts[11],
                        counts[7] + counts[8],
                        counts[9] + counts[10],
                        counts[11]);
    }
}
