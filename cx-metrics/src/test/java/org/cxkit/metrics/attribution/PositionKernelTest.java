package org.cxkit.metrics.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cxkit.core.column.Symbols;
import org.cxkit.metrics.path.Journeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernel beside the obvious loop, {@link FractionalPositions}, whose sums of whole numbers are exact too. */
class PositionKernelTest {
    private static final int ROWS = 5_000;

    /**
     * Around the borders of the kernel: 12 channels are counted by their set, 64 fit in a word; paths of more than 32
     * touches go by the cells, and so does every amount that these cannot hold. Rows fill several blocks.
     */
    @ParameterizedTest
    @CsvSource({
        "1, 1, false",
        "1, 40, false",
        "2, 3, true",
        "12, 8, false",
        "12, 40, true",
        "13, 8, true",
        "13, 40, false",
        "63, 40, true",
        "64, 40, false",
        "64, 8, true",
        "65, 40, true",
        "300, 5, false"
    })
    void countsAsTheObviousLoop(int channels, int longest, boolean single) {
        Journeys all = journeys(channels, longest, single);
        for (int[] range : new int[][] {{0, ROWS}, {1, 2_048}, {1_000, 4_999}, {2_047, 2_049}, {7, 7}}) {
            PositionCounts counts = PositionKernel.count(all, range[0], range[1]);
            Within within = new Within(all, range[0], range[1]);
            same(counts.places, within.positions(all::conversions), channels);
            same(counts.placesOfValue, within.positions(row -> (double) all.valueMinor(row)), channels);
            assertThat((double) counts.conversions).isEqualTo(within.sum(all::conversions));
            assertThat((double) counts.valueMinor).isEqualTo(within.sum(row -> (double) all.valueMinor(row)));
            assertThat((double) counts.lost).isEqualTo(within.sum(all::lost));
            assertThat(counts.touches).isEqualTo(within.touches());
        }
    }

    private static Journeys journeys(int channels, int longest, boolean single) {
        SplittableRandom random = new SplittableRandom(31L * channels + longest);
        int[] ends = new int[ROWS];
        int[] touches = new int[ROWS * longest];
        long[] conversions = new long[ROWS];
        long[] lost = new long[ROWS];
        long[] minor = new long[ROWS];
        int touch = 0;
        for (int row = 0; row < ROWS; row++) {
            int length = random.nextInt(longest + 1);
            for (int i = 0; i < length; i++) {
                touches[touch++] = Math.min(random.nextInt(channels), random.nextInt(channels));
            }
            ends[row] = touch;
            conversions[row] = single ? random.nextInt(2) : count(random);
            lost[row] = single ? 1 - conversions[row] : random.nextInt(3);
            minor[row] = conversions[row] == 0 ? 0 : value(random);
        }
        return Journeys.of(
                        Symbols.of(IntStream.range(0, channels)
                                .mapToObj(i -> "channel " + i)
                                .toList()),
                        ends,
                        Arrays.copyOf(touches, touch),
                        conversions,
                        lost)
                .withValue(Currency.getInstance("EUR"), minor);
    }

    /** Mostly few; now and then so many that some hundred fill a cell, or that a row goes by. */
    private static long count(SplittableRandom random) {
        return random.nextInt(6) == 0 ? PositionKernel.MANY_CONVERSIONS - 3 + random.nextInt(4) : random.nextInt(3);
    }

    private static long value(SplittableRandom random) {
        return random.nextInt(6) == 0
                ? PositionKernel.MUCH_MINOR - 3 + random.nextInt(4)
                : (long) random.nextInt(3) * random.nextInt(100_000);
    }

    private static void same(Positions counted, Positions expected, int channels) {
        assertThat(counted.untouched()).isEqualTo(expected.untouched());
        assertThat(counted.longest()).isEqualTo(expected.longest());
        assertThat(counted.mostDistinct()).isEqualTo(expected.mostDistinct());
        for (int length = 1; length <= expected.longest(); length++) {
            assertThat(counted.has(length)).isEqualTo(expected.has(length));
            for (int at = 0; expected.has(length) && at < Positions.PLACES * channels; at++) {
                assertThat(counted.at(length, at / channels, at % channels))
                        .isEqualTo(expected.at(length, at / channels, at % channels));
            }
        }
        for (int distinct = 1; distinct <= expected.mostDistinct(); distinct++) {
            assertThat(counted.hasDistinct(distinct)).isEqualTo(expected.hasDistinct(distinct));
            for (int code = 0; expected.hasDistinct(distinct) && code < channels; code++) {
                assertThat(counted.distinct(distinct, code)).isEqualTo(expected.distinct(distinct, code));
            }
        }
    }

    /** A range of rows. */
    private record Within(Journeys journeys, int from, int to) {
        Positions positions(IntToDoubleFunction amount) {
            return FractionalPositions.of(journeys, row -> row >= from && row < to ? amount.applyAsDouble(row) : 0);
        }

        double sum(IntToDoubleFunction amount) {
            return IntStream.range(from, to).mapToDouble(amount).sum();
        }

        long[] touches() {
            long[] touches = new long[journeys.channels().size()];
            for (int row = from; row < to; row++) {
                for (int touch = journeys.start(row); touch < journeys.end(row); touch++) {
                    touches[journeys.touch(touch)] += (long) (journeys.conversions(row) + journeys.lost(row));
                }
            }
            return touches;
        }
    }
}
