package org.cxkit.core.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HistogramPropertiesTest {

    /** Ends at, before and behind what the kernels take at a time: 4096, 8192 and 65536. */
    private static final int[] SIZES = {0, 1, 300, 4096, 5000, 8191, 8192, 65_535, 65_536, 65_537, 73_729, 140_000};

    /** Numbers that share bits with ratings or with a missing one. */
    private static final int[] ODD_INTS = {
        -1,
        11,
        14,
        15,
        16,
        127,
        128,
        255,
        256,
        -127,
        -128,
        -129,
        1 << 10,
        1 << 27,
        1 << 28,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1,
        Integer.MIN_VALUE + 8,
        Integer.MIN_VALUE + 16
    };

    private static long[] obvious(byte[] column, int from, int to) {
        long[] counts = new long[256];
        for (int i = from; i < to; i++) {
            counts[column[i] & 0xFF]++;
        }
        return counts;
    }

    private static long[] obvious(int[] column, int from, int to) {
        long[] counts = new long[256];
        for (int i = from; i < to; i++) {
            if (-127 <= column[i] && column[i] <= 127) {
                counts[column[i] & 0xFF]++;
            } else if (column[i] == Integer.MIN_VALUE) {
                counts[128]++;
            }
        }
        return counts;
    }

    /** Ratings, and a share of missing ones and of any byte at all: none, few and many. */
    private static byte[] column(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int max = random.nextInt(1, 17);
        int missingIn10000 = (int) (seed % 3) * random.nextInt(1000);
        int anyIn10000 = (int) (seed / 3 % 3) * random.nextInt(2);
        byte[] column = new byte[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(10_000);
            int any = kind < missingIn10000 + anyIn10000 ? random.nextInt(256) : random.nextInt(max);
            column[i] = kind < missingIn10000 ? Byte.MIN_VALUE : (byte) any;
        }
        return column;
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(Arrays.stream(SIZES).boxed().toList());
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1_000_000);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 70);
    }

    @Property(tries = 100)
    void bytesAreCountedAsTheObviousLoopDoes(
            @ForAll("sizes") int size,
            @ForAll("seeds") long seed,
            @ForAll("cuts") int cutFront,
            @ForAll("cuts") int cutBack) {
        byte[] column = column(size, seed);
        int from = Math.min(cutFront, size);
        int to = Math.max(from, size - cutBack);
        assertThat(Histogram.of(column, from, to)).isEqualTo(obvious(column, from, to));
    }

    @Property(tries = 100)
    void intsAreCountedAsTheObviousLoopDoes(
            @ForAll("sizes") int size,
            @ForAll("seeds") long seed,
            @ForAll("cuts") int cutFront,
            @ForAll("cuts") int cutBack) {
        byte[] bytes = column(size, seed);
        int[] column = new int[size];
        Arrays.setAll(column, i -> bytes[i] == Byte.MIN_VALUE ? Integer.MIN_VALUE : bytes[i]);
        if (size > 0 && seed % 5 == 0) {
            column[(int) (seed % size)] = ODD_INTS[(int) (seed % ODD_INTS.length)];
        }
        int from = Math.min(cutFront, size);
        int to = Math.max(from, size - cutBack);
        assertThat(Histogram.of(column, from, to)).isEqualTo(obvious(column, from, to));
    }

    @Test
    void oneOrTwoOddBytesAreCountedAsThemselvesWhateverTheyAreAndWhereverTheyStand() {
        SplittableRandom random = new SplittableRandom(1);
        for (int size : new int[] {8192, 8193, 73_728}) { // a padded block, and a whole one before it
            int step = (size / 1000) | 1; // odd, so that every value comes
            byte[] column = column(size, 9);
            long[] clean = obvious(column, 0, size);
            for (int first = 0; first < size; first += step) {
                int second = (first + 1 + random.nextInt(size - 1)) % size;
                byte odd = (byte) first; // all values, one after the other
                byte other = first % 2 == 0 ? column[second] : (byte) random.nextInt(256);
                long[] expected = clean.clone();
                expected[column[first] & 0xFF]--;
                expected[column[second] & 0xFF]--;
                expected[odd & 0xFF]++;
                expected[other & 0xFF]++;
                byte[] spoilt = column.clone();
                spoilt[first] = odd;
                spoilt[second] = other;
                assertCounted(Histogram.of(spoilt, 0, size), expected, first, second);
            }
        }
    }

    @Test
    void oneOrTwoOddIntsAreCountedAsThemselvesWhateverTheyAreAndWhereverTheyStand() {
        SplittableRandom random = new SplittableRandom(1);
        int size = 8300;
        int[] column = random.ints(size, 0, 11).toArray();
        for (int first = 0; first < size; first += 7) {
            int second = (first + 1 + random.nextInt(size - 1)) % size;
            int[] spoilt = column.clone();
            spoilt[first] = ODD_INTS[first % ODD_INTS.length];
            spoilt[second] = first % 2 == 0 ? column[second] : ODD_INTS[random.nextInt(ODD_INTS.length)];
            assertCounted(Histogram.of(spoilt, 0, size), obvious(spoilt, 0, size), first, second);
        }
    }

    private static void assertCounted(long[] found, long[] expected, int first, int second) {
        if (!Arrays.equals(found, expected)) {
            assertThat(found).as("odd values at %d and %d", first, second).isEqualTo(expected);
        }
    }
}
