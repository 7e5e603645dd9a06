package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

class RatingMatrixTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final Symbols SEGMENTS = Symbols.of("web", "chat", "store");
    private static final byte NONE = Byte.MIN_VALUE;

    private static RatingMatrix matrix() {
        return RatingMatrix.of(SCALE, SEGMENTS, new int[] {0, 1, 0, 1, 0}, new byte[] {10, 6, 9, NONE, 0});
    }

    @Test
    void eachSegmentHasItsTally() {
        RatingMatrix matrix = matrix();
        assertThat(matrix.scale()).isEqualTo(SCALE);
        assertThat(matrix.segments()).isEqualTo(SEGMENTS);
        assertThat(matrix.tally(0)).isEqualTo(RatingTally.of(SCALE, 10, 9, 0));
        assertThat(matrix.tally(1)).isEqualTo(RatingTally.of(SCALE, 6, Integer.MIN_VALUE));
        assertThat(matrix.tally(2)).isEqualTo(RatingTally.empty(SCALE));
        assertThat(matrix.count(0, 9, 10)).isEqualTo(2);
        assertThat(matrix.missing(1)).isEqualTo(1);
        assertThat(matrix.total()).isEqualTo(RatingTally.of(SCALE, 10, 6, 9, Integer.MIN_VALUE, 0));
        assertThat(matrix).hasToString("3 segments: 4 ratings on 0..10 {0=1, 6=1, 9=1, 10=1}, 1 missing");
    }

    @Test
    void segmentsWithoutRowsAreNotGrouped() {
        assertThat(matrix().grouped())
                .isEqualTo(RatingTally.by(
                        new String[] {"web", "chat", "web", "chat", "web"}, new byte[] {10, 6, 9, NONE, 0}));
    }

    @Test
    void aBadCodeIsNamedBeforeABadRating() {
        for (int bad : new int[] {3, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 28}) {
            for (int at : new int[] {0, 4095, 4096, 9999}) {
                int[] codes = new int[10_000];
                codes[at] = bad;
                codes[9999] = bad;
                byte[] ratings = new byte[10_000];
                ratings[0] = 11;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> RatingMatrix.of(SCALE, SEGMENTS, codes, ratings))
                        .withMessage("codes[" + at + "] is none of the 3 segments: " + bad);
            }
        }
    }

    @Test
    void columnsMustBeOfOneLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMatrix.of(SCALE, SEGMENTS, new int[2], new byte[3]))
                .withMessage("wanted a rating for each code, got 2 codes and 3 ratings");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> RatingMatrix.of(SCALE, SEGMENTS, new int[2], new byte[3], 1, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> matrix().tally(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> matrix().count(0, 9, 11))
                .withMessage("rating off the scale 0..10: 11");
    }

    @Test
    void onlyMatricesOfOneShapeAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        matrix().plus(RatingMatrix.of(RatingScale.ONE_TO_FIVE, SEGMENTS, new int[0], new byte[0])))
                .withMessage(
                        "matrices of different scales or segments do not add up: 0..10 of 3 segments and 1..5 of 3");
    }

    @Test
    void equalCountsAreEqualMatrices() {
        assertThat(matrix())
                .isEqualTo(matrix())
                .hasSameHashCodeAs(matrix())
                .isNotEqualTo(matrix().plus(matrix()))
                .isNotEqualTo("matrix");
    }

    @Provide
    Arbitrary<RatingScale> scales() {
        return Arbitraries.of(
                SCALE,
                RatingScale.ONE_TO_FIVE,
                new RatingScale(-127, 127),
                new RatingScale(0, 13),
                new RatingScale(-3, 3));
    }

    /** Bytes in a matrix by segment, and the same ratings as ints in an accumulator. */
    @Test
    void columnsCountedByTwoThreadsInPartsAreTheColumnsCountedByOne() {
        int size = 200_001;
        SplittableRandom random = new SplittableRandom(11);
        int[] codes = random.ints(size, 0, 3).toArray();
        int[] ints = random.ints(size, -1, 11).toArray();
        byte[] ratings = new byte[size];
        for (int i = 0; i < size; i++) {
            ints[i] = ints[i] == -1 ? Integer.MIN_VALUE : ints[i];
            ratings[i] = ints[i] == Integer.MIN_VALUE ? NONE : (byte) ints[i];
        }
        RatingMatrix whole = RatingMatrix.of(SCALE, SEGMENTS, codes, ratings);
        for (int cut : new int[] {0, 1, 4_095, 65_536, size / 2, size - 1, size}) {
            CompletableFuture<RatingMatrix> back =
                    CompletableFuture.supplyAsync(() -> RatingMatrix.of(SCALE, SEGMENTS, codes, ratings, cut, size));
            CompletableFuture<RatingAccumulator> ofInts = CompletableFuture.supplyAsync(
                    () -> RatingAccumulator.create(SCALE).addAll(ints, cut, size));
            RatingMatrix matrix = RatingMatrix.of(SCALE, SEGMENTS, codes, ratings, 0, cut);
            RatingAccumulator all = RatingAccumulator.create(SCALE).addAll(ints, 0, cut);
            assertThat(matrix.plus(back.join())).isEqualTo(whole);
            assertThat(all.merge(ofInts.join()).result()).isEqualTo(whole.total());
        }
        assertThat(RatingTally.of(SCALE, ints)).isEqualTo(whole.total());
    }

    @Property(tries = 100)
    void aMatrixHasWhatTheAccumulatorsOfItsSegmentsHave(
            @ForAll("scales") RatingScale scale,
            @ForAll @IntRange(max = 9000) int size,
            @ForAll @IntRange(min = 1, max = 40) int groups,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] codes = random.ints(size, 0, groups).toArray();
        byte[] ratings = new byte[size];
        RatingAccumulator[] obvious = new RatingAccumulator[groups];
        Arrays.setAll(obvious, unused -> RatingAccumulator.create(scale));
        for (int i = 0; i < size; i++) {
            int rating = random.nextInt(20) == 0 ? Integer.MIN_VALUE : random.nextInt(scale.min(), scale.max() + 1);
            ratings[i] = rating == Integer.MIN_VALUE ? NONE : (byte) rating;
            obvious[codes[i]].add(rating);
        }
        String[] names = new String[groups];
        Arrays.setAll(names, code -> "s" + code);
        Symbols segments = Symbols.of(names);
        RatingMatrix matrix = RatingMatrix.of(scale, segments, codes, ratings);
        for (int code = 0; code < groups; code++) {
            assertThat(matrix.tally(code)).isEqualTo(obvious[code].result());
        }
        int cut = random.nextInt(size + 1);
        CompletableFuture<RatingMatrix> front =
                CompletableFuture.supplyAsync(() -> RatingMatrix.of(scale, segments, codes, ratings, 0, cut));
        assertThat(RatingMatrix.of(scale, segments, codes, ratings, cut, size).plus(front.join()))
                .isEqualTo(matrix);
    }
}
