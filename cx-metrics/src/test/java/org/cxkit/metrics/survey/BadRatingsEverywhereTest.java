package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.IndexAccumulator;
import org.cxkit.metrics.index.IndexItem;
import org.cxkit.metrics.joint.JointAccumulator;
import org.cxkit.metrics.joint.JointTally;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.series.RatingSeries;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The doors beside those of {@link BadRatingsTest}, on other scales, and about the ends of the blocks they count by. */
class BadRatingsEverywhereTest {
    private static final int SIZE = 65_600;

    /** About the ends of blocks of 4,096, 8,192 and 65,536 rows, of the first word and of the column. */
    private static final int[] PLACES = {
        0, 7, 8, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, SIZE - 1
    };

    private static byte[] ratings(RatingScale scale) {
        SplittableRandom random = new SplittableRandom(scale.max());
        byte[] ratings = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            ratings[i] = random.nextInt(20) == 0 ? Byte.MIN_VALUE : (byte) random.nextInt(scale.min(), scale.max() + 1);
        }
        return ratings;
    }

    private static int[] ints(byte[] ratings) {
        int[] ints = new int[ratings.length];
        Arrays.setAll(ints, i -> ratings[i] == Byte.MIN_VALUE ? Integer.MIN_VALUE : ratings[i]);
        return ints;
    }

    private static void assertRefused(String message, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0, 10", "1, 5", "-7, 7", "100, 110"})
    void aByteOffTheScaleIsNamedByEveryDoor(int min, int max) {
        RatingScale scale = new RatingScale(min, max);
        byte[] ratings = ratings(scale);
        byte[] good = ratings.clone();
        String[] keys = new String[SIZE];
        double[] weights = new double[SIZE];
        long[] micros = new long[SIZE];
        for (int i = 0; i < SIZE; i++) {
            keys[i] = i % 300 < 150 ? "a" : "b";
            weights[i] = 1;
            micros[i] = i;
        }
        int[] bads = {min - 1, max + 1, -127, 127};
        for (int place = 0; place < PLACES.length; place++) {
            int at = PLACES[place];
            byte bad = (byte) bads[place % bads.length];
            if (scale.contains(bad)) {
                continue;
            }
            ratings[at] = bad;
            String off = "[" + at + "] off the scale " + scale + ": " + bad;
            assertRefused("ratings" + off, () -> RatingTally.of(scale, ratings));
            assertRefused("ratings" + off, () -> RatingTally.by(scale, keys, ratings));
            assertRefused("ratings" + off, () -> RatingTally.of(scale, ints(ratings)));
            assertRefused("ratings" + off, () -> RatingSeries.of(scale, micros, ratings));
            assertRefused("ratings" + off, () -> WeightedTally.of(scale, ints(ratings), weights));
            assertRefused(
                    "ratings" + off, () -> WeightedAccumulator.create(scale).addAll(ratings, weights, 0, SIZE));
            assertRefused(
                    "first" + off, () -> JointAccumulator.create(scale, scale).addAll(ratings, good, 0, SIZE));
            assertRefused(
                    "second" + off, () -> JointAccumulator.create(scale, scale).addAll(good, ratings, 0, SIZE));
            assertRefused("second" + off, () -> JointTally.of(scale, ints(good), scale, ints(ratings)));
            assertRefused(
                    "y" + off,
                    () -> MomentsAccumulator.create("x", "y")
                            .addAll(List.of(scale, scale), new byte[][] {good, ratings}, 0, SIZE));
            assertRefused(
                    "item" + off, () -> IndexAccumulator.create(index(scale)).addAll(new byte[][] {ratings}, 0, SIZE));
            assertThat(RatingAccumulator.create(scale).addAllLenient(ratings, 0, SIZE))
                    .containsExactly(at);
            assertThat(RatingAccumulator.create(scale).addAllLenient(ints(ratings), 0, SIZE))
                    .containsExactly(at);
            assertThat(WeightedAccumulator.create(scale).addAllLenient(ratings, weights, 0, SIZE))
                    .containsExactly(at);
            assertThat(JointAccumulator.create(scale, scale).addAllLenient(good, ratings, 0, SIZE))
                    .containsExactly(at);
            assertThat(MomentsAccumulator.create("x", "y")
                            .addAllLenient(List.of(scale, scale), new byte[][] {good, ratings}, 0, SIZE))
                    .containsExactly(at);
            assertThat(IndexAccumulator.create(index(scale)).addAllLenient(new byte[][] {ratings}, 0, SIZE))
                    .containsExactly(at);
            ratings[at] = good[at];
        }
    }

    /** Each place with the next one, and the two ends; of two columns the bad ratings are in one each. */
    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0, 10", "1, 5", "-7, 7", "100, 110"})
    void twoBytesOffTheScaleAreBothReturnedByEveryLenientDoor(int min, int max) {
        RatingScale scale = new RatingScale(min, max);
        byte[] good = ratings(scale);
        double[] weights = new double[SIZE];
        Arrays.fill(weights, 1);
        for (int place = 0; place < PLACES.length; place++) {
            int next = (place + 1) % PLACES.length;
            int first = PLACES[Math.min(place, next)];
            int second = PLACES[Math.max(place, next)];
            byte[] one = good.clone();
            byte[] other = good.clone();
            one[first] = (byte) (min - 1);
            other[second] = (byte) (max + 1);
            byte[] both = one.clone();
            both[second] = other[second];
            assertThat(RatingAccumulator.create(scale).addAllLenient(both, 0, SIZE))
                    .containsExactly(first, second);
            assertThat(RatingAccumulator.create(scale).addAllLenient(ints(both), 0, SIZE))
                    .containsExactly(first, second);
            assertThat(WeightedAccumulator.create(scale).addAllLenient(both, weights, 0, SIZE))
                    .containsExactly(first, second);
            assertThat(JointAccumulator.create(scale, scale).addAllLenient(one, other, 0, SIZE))
                    .containsExactly(first, second);
            assertThat(MomentsAccumulator.create("x", "y")
                            .addAllLenient(List.of(scale, scale), new byte[][] {other, one}, 0, SIZE))
                    .containsExactly(first, second);
            assertThat(IndexAccumulator.create(index(scale)).addAllLenient(new byte[][] {both}, 0, SIZE))
                    .containsExactly(first, second);
        }
    }

    private static CompositeIndex index(RatingScale scale) {
        return CompositeIndex.of("index", new IndexItem("item", scale, 1));
    }

    /** Cut to a byte, 266 is 10, 256 + 105 is 105, 1 << 28 is 0 and MIN_VALUE + 8 is 8: all on some scale. */
    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "0, 10, 266",
        "0, 10, 268435456",
        "0, 10, -2147483640",
        "1, 5, 258",
        "1, 5, -2147483645",
        "-7, 7, 249",
        "-7, 7, 2147483647",
        "100, 110, 361",
        "100, 110, -151",
    })
    void anIntThatIsNoByteIsNoRating(int min, int max, int bad) {
        RatingScale scale = new RatingScale(min, max);
        int[] ratings = ints(ratings(scale));
        int[] good = ratings.clone();
        double[] weights = new double[SIZE];
        Arrays.fill(weights, 1);
        for (int at : PLACES) {
            ratings[at] = bad;
            String off = "[" + at + "] off the scale " + scale + ": " + bad;
            assertRefused("ratings" + off, () -> RatingTally.of(scale, ratings));
            assertRefused("ratings" + off, () -> WeightedTally.of(scale, ratings, weights));
            assertRefused("first" + off, () -> JointTally.of(scale, ratings, scale, good));
            RatingAccumulator lenient = RatingAccumulator.create(scale);
            assertThat(lenient.addAllLenient(ratings, 0, SIZE)).containsExactly(at);
            assertThat(lenient.result().invalid()).isEqualTo(1);
            assertThat(lenient.result().received()).isEqualTo(SIZE);
            ratings[at] = good[at];
        }
        String rating = "rating off the scale " + scale + ": " + bad;
        assertRefused(rating, () -> RatingAccumulator.create(scale).add(bad));
        assertRefused(rating, () -> WeightedAccumulator.create(scale).add(bad, 1));
        assertRefused(rating, () -> JointAccumulator.create(scale, scale).add(bad, min));
        assertRefused(
                "item off the scale " + scale + ": " + bad,
                () -> IndexAccumulator.create(index(scale)).add(bad));
    }
}
