package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class RatingKernelPropertiesTest {

    private static long[] obvious(byte[] column, int from, int to) {
        long[] tally = new long[256];
        for (int i = from; i < to; i++) {
            tally[column[i] & 0xFF]++;
        }
        return tally;
    }

    /** Mostly ratings, so that whole blocks go the fast way; at times missing answers and any byte at all. */
    @Provide
    Arbitrary<byte[]> columns() {
        Arbitrary<Byte> ratings = Arbitraries.bytes().between((byte) 0, (byte) 10);
        Arbitrary<Byte> any = Arbitraries.frequencyOf(
                Tuple.of(2000, ratings),
                Tuple.of(40, Arbitraries.just(Byte.MIN_VALUE)),
                Tuple.of(1, Arbitraries.bytes()));
        return any.array(byte[].class).ofMaxSize(700);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theKernelCountsAsTheObviousLoopDoes(
            @ForAll("columns") byte[] column, @ForAll("cuts") int cutFront, @ForAll("cuts") int cutBack) {
        int from = Math.min(cutFront, column.length);
        int to = Math.max(from, column.length - cutBack);
        assertThat(RatingKernel.tally(column, from, to)).isEqualTo(obvious(column, from, to));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 70);
    }

    @Test
    void oneBadValueIsCountedAsItselfWhateverItIsAndWhereverItStands() {
        for (int size = 0; size <= 200; size++) {
            byte[] column = ratings(size);
            for (int at = 0; at < size; at++) {
                byte good = column[at];
                for (int bad : new int[] {-128, -127, -120, -113, -1, 11, 12, 13, 14, 15, 16, 26, 64, 127}) {
                    column[at] = (byte) bad;
                    assertCounted(column);
                }
                column[at] = good;
            }
        }
    }

    @Test
    void twoBadValuesNeverCancel() {
        byte[] column = ratings(130);
        int[] bad = {-128, -127, -1, 11, 15, 16};
        for (int first = 0; first < 130; first += 3) {
            for (int second = first + 1; second < 130; second++) {
                byte[] spoilt = column.clone();
                spoilt[first] = (byte) bad[(first + second) % bad.length];
                spoilt[second] = (byte) bad[second % bad.length];
                assertCounted(spoilt);
            }
        }
    }

    private static byte[] ratings(int size) {
        SplittableRandom random = new SplittableRandom(size);
        byte[] column = new byte[size];
        for (int i = 0; i < size; i++) {
            column[i] = (byte) random.nextInt(11);
        }
        return column;
    }

    private static void assertCounted(byte[] column) {
        long[] found = RatingKernel.tally(column, 0, column.length);
        if (!Arrays.equals(found, obvious(column, 0, column.length))) {
            assertThat(found).as("column %s", (Object) column).isEqualTo(obvious(column, 0, column.length));
        }
    }
}
