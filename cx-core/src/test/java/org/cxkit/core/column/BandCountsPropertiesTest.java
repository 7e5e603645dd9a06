package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.cxkit.core.rating.Bands;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

/** Both ways of counting are tested on every JDK, whichever it would choose. */
class BandCountsPropertiesTest {

    private static long[] obvious(Bands bands, byte[] column, int from, int to) {
        long[] counts = new long[4];
        for (int i = from; i < to; i++) {
            if (column[i] == Byte.MIN_VALUE) {
                counts[3]++;
            } else if (bands.scale().contains(column[i])) {
                counts[
                        switch (bands.of(column[i])) {
                            case DETRACTOR -> 0;
                            case PASSIVE -> 1;
                            case PROMOTER -> 2;
                        }]++;
            }
        }
        return counts;
    }

    private static void assertCounted(Bands bands, byte[] column, int from, int to) {
        long[] expected = obvious(bands, column, from, to);
        assertSame(BandCounts.compared(bands, column, from, to), expected);
        assertSame(BandCounts.told(bands, column, from, to), expected);
        assertSame(BandCounts.of(bands, column, from, to), expected);
    }

    private static void assertSame(long[] found, long[] expected) {
        if (!Arrays.equals(found, expected)) { // an assertion for each byte would take minutes
            assertThat(found).isEqualTo(expected);
        }
    }

    /** Ratings on the scale, missing answers, and sometimes any bytes at all. */
    private static byte[] column(RatingScale scale, int size, SplittableRandom random) {
        int missingPercent = random.nextInt(3) * 20;
        int anyPercent = random.nextInt(5) == 0 ? 2 : 0;
        byte[] column = new byte[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(100);
            int rating = random.nextInt(scale.min(), scale.max() + 1);
            column[i] = kind < missingPercent ? Byte.MIN_VALUE : (byte) rating;
            if (kind >= 100 - anyPercent) {
                column[i] = (byte) random.nextInt(256);
            }
        }
        return column;
    }

    @Provide
    Arbitrary<Bands> bands() {
        Arbitrary<Integer> mins = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.integers().between(-127, 126)));
        Arbitrary<Bands> any = mins.flatMap(min -> Arbitraries.integers()
                .between(min + 1, 127)
                .flatMap(max -> Combinators.combine(
                                Arbitraries.integers().between(min, max - 1),
                                Arbitraries.integers().between(min + 1, max))
                        .as((a, b) -> new Bands(new RatingScale(min, max), Math.min(a, b - 1), Math.max(a + 1, b)))));
        return Arbitraries.oneOf(
                any,
                Arbitraries.of(
                        Bands.ZERO_TO_TEN, Bands.EUROPEAN, Bands.ONE_TO_TEN, Bands.ONE_TO_FIVE, Bands.ONE_TO_SEVEN));
    }

    @Property(tries = 2000)
    void bothWaysCountAsTheObviousLoopDoes(
            @ForAll("bands") Bands bands, @ForAll("sizes") int size, @ForAll("seeds") long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] column = column(bands.scale(), size, random);
        int from = random.nextInt(Math.min(size, 20) + 1);
        int to = from + random.nextInt(Math.max(0, size - from - 20), size - from + 1);
        assertCounted(bands, column, from, to);
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.integers().between(0, 200);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    @Test
    void everyByteAnywhereCountsForItselfAlone() {
        for (int size = 1; size <= 35; size++) { // words of two streams, and rests of all lengths
            byte[] column = new byte[size];
            Arrays.fill(column, (byte) 8);
            for (int at = 0; at < size; at++) {
                for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
                    column[at] = (byte) value;
                    assertCounted(Bands.ZERO_TO_TEN, column, 0, size);
                }
                column[at] = (byte) 8;
            }
        }
    }

    @Test
    void twoBytesOffTheScaleDoNotHideEachOther() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] column = column(RatingScale.ZERO_TO_TEN, 50, new SplittableRandom(0));
        for (int i = 0; i < 20_000; i++) {
            byte[] spoilt = column.clone();
            spoilt[random.nextInt(50)] = (byte) random.nextInt(256);
            spoilt[random.nextInt(50)] = (byte) random.nextInt(256);
            assertCounted(Bands.ZERO_TO_TEN, spoilt, 0, 50);
        }
    }

    @Test
    void aColumnOfSeveralBlocksIsCountedWhole() {
        int size = 2 * (1 << 22) + 1003; // two blocks, a third that is not full, and a rest
        SplittableRandom random = new SplittableRandom(3);
        byte[] column = new byte[size];
        for (int i = 0; i < size; i++) {
            int rating = random.nextInt(12);
            column[i] = rating == 11 ? Byte.MIN_VALUE : (byte) rating;
        }
        assertCounted(Bands.ZERO_TO_TEN, column, 0, size);
        assertCounted(Bands.EUROPEAN, column, 5, size - 2);
        column[size - 40] = 11; // only in the last block
        assertCounted(Bands.ZERO_TO_TEN, column, 0, size);
    }

    @Test
    void aRangeOutsideOfTheColumnIsRefused() {
        byte[] column = new byte[20];
        assertThatThrownBy(() -> BandCounts.compared(Bands.ZERO_TO_TEN, column, 3, 21))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> BandCounts.told(Bands.ZERO_TO_TEN, column, 3, 21))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
