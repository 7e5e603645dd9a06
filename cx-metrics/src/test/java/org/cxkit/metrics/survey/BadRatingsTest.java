package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

/** One or two bad ratings, anywhere, in columns of any length, are found by every door: strict ones name the first. */
class BadRatingsTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final Symbols SEGMENTS = Symbols.of("a", "b", "c");

    private static byte[] ratings(int size) {
        SplittableRandom random = new SplittableRandom(size);
        byte[] ratings = new byte[size];
        for (int i = 0; i < size; i++) {
            ratings[i] = random.nextInt(20) == 0 ? Byte.MIN_VALUE : (byte) random.nextInt(11);
        }
        return ratings;
    }

    @Test
    void oneBadRatingIsNamedWhateverItIsAndWhereverItStands() {
        int bad = 11;
        for (int size = 1; size <= 300; size += size < 70 ? 1 : 23) {
            byte[] ratings = ratings(size);
            for (int at = 0; at < size; at++) {
                byte good = ratings[at];
                ratings[at] = (byte) bad;
                assertNamed(ratings, at);
                ratings[at] = good;
                bad = nextBad(bad);
            }
        }
    }

    @Test
    void everyBadValueIsNamedAtTheEndsAndInTheMiddle() {
        for (int size : new int[] {1, 64, 300, 8192}) {
            for (int at : new int[] {0, size / 2, size - 1}) {
                byte[] ratings = ratings(size);
                for (int bad = 11; bad != 0; bad = bad == 127 ? -127 : bad + 1) {
                    ratings[at] = (byte) bad;
                    assertNamed(ratings, at);
                }
            }
        }
    }

    @Test
    void ofTwoBadRatingsInALongColumnTheFirstIsNamed() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] ratings = ratings(80_000);
        int bad = 11;
        for (int i = 0; i < 100; i++) {
            byte[] spoilt = ratings.clone();
            int first = random.nextInt(79_999);
            int second = random.nextInt(first + 1, 80_000);
            spoilt[first] = (byte) bad;
            spoilt[second] = (byte) (random.nextBoolean() ? -bad : nextBad(bad));
            assertNamed(spoilt, first, second);
            bad = nextBad(bad);
        }
    }

    @Test
    void ofTwoBadRatingsAnywhereInAShortColumnTheFirstIsNamedAndBothAreReturned() {
        int bad = 11;
        for (int size = 2; size <= 40; size++) {
            byte[] ratings = ratings(size);
            for (int first = 0; first < size; first++) {
                for (int second = first + 1; second < size; second++) {
                    bad = assertBothFound(ratings, first, second, bad);
                }
            }
        }
    }

    /** About the ends of blocks of 4,096, 8,192 and 65,536 rows, and at the ends of the column. */
    @Test
    void ofTwoBadRatingsAboutTheEndsOfBlocksTheFirstIsNamedAndBothAreReturned() {
        int[] places = {0, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, 65_599};
        byte[] ratings = ratings(65_600);
        int bad = 11;
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                bad = assertBothFound(ratings, places[i], places[j], bad);
            }
        }
    }

    /** Spoils two ratings for a while: {@return what the next one is spoilt with} */
    private static int assertBothFound(byte[] ratings, int first, int second, int bad) {
        byte goodFirst = ratings[first];
        byte goodSecond = ratings[second];
        ratings[first] = (byte) bad;
        ratings[second] = (byte) nextBad(bad);
        assertNamed(ratings, first, second);
        ratings[first] = goodFirst;
        ratings[second] = goodSecond;
        return nextBad(nextBad(bad));
    }

    /** All bytes but ratings and the missing answer, round and round. */
    private static int nextBad(int bad) {
        return bad == 127 ? -127 : bad == -1 ? 11 : bad + 1;
    }

    /** By the strict doors the first, by the lenient ones all. */
    private static void assertNamed(byte[] ratings, int... bad) {
        int at = bad[0];
        String message = "ratings[" + at + "] off the scale 0..10: " + ratings[at];
        int[] ints = new int[ratings.length];
        int[] codes = new int[ratings.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = ratings[i] == Byte.MIN_VALUE ? Integer.MIN_VALUE : ratings[i];
            codes[i] = i % 3;
        }
        assertRefused(message, () -> RatingTally.of(SCALE, ratings));
        assertRefused(message, () -> RatingTally.of(SCALE, ints));
        assertRefused(message, () -> Nps.of(ratings));
        assertRefused(message, () -> RatingColumn.of(SCALE, ratings));
        assertRefused(message, () -> RatingMatrix.of(SCALE, SEGMENTS, codes, ratings));
        assertReturned(bad, RatingAccumulator.create(SCALE).addAllLenient(ratings, 0, ratings.length));
        assertReturned(bad, RatingAccumulator.create(SCALE).addAllLenient(ints, 0, ints.length));
    }

    private static void assertReturned(int[] bad, int[] offScale) {
        if (!Arrays.equals(bad, offScale)) {
            assertThat(offScale).as("indexes off the scale").containsExactly(bad); // only a failure comes here
        }
    }

    private static void assertRefused(String message, Runnable call) {
        try {
            call.run();
        } catch (IllegalArgumentException e) {
            if (message.equals(e.getMessage())) {
                return;
            }
        }
        assertThatThrownBy(call::run).hasMessage(message); // only a failure comes here: it says what happened
    }
}
