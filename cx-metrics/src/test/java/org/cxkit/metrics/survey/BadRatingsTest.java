package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

/** One or two bad ratings, anywhere, in columns of any length, are found by every door, and the first is named. */
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
            assertNamed(spoilt, first);
            bad = nextBad(bad);
        }
    }

    /** All bytes but ratings and the missing answer, round and round. */
    private static int nextBad(int bad) {
        return bad == 127 ? -127 : bad == -1 ? 11 : bad + 1;
    }

    private static void assertNamed(byte[] ratings, int at) {
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
        int[] offScale = RatingAccumulator.create(SCALE).addAllLenient(ratings, 0, ratings.length);
        if (offScale.length == 0 || offScale.length > 2 || offScale[0] != at) {
            assertThat(offScale).as("indexes off the scale").startsWith(at);
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
