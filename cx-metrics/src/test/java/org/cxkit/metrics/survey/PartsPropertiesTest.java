package org.cxkit.metrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.Tally;
import org.cxkit.metrics.index.CompositeIndex;
import org.cxkit.metrics.index.IndexAccumulator;
import org.cxkit.metrics.index.IndexItem;
import org.cxkit.metrics.index.IndexTally;
import org.cxkit.metrics.joint.JointAccumulator;
import org.cxkit.metrics.moments.MomentsAccumulator;
import org.cxkit.metrics.moments.MomentsTally;
import org.cxkit.metrics.series.RatingSeries;
import org.cxkit.metrics.weight.WeightedAccumulator;
import org.cxkit.metrics.weight.WeightedMean;
import org.cxkit.metrics.weight.WeightedTally;

/** One to four threads that tally a part each tell what one tells: exactly, and of weights to rounding. */
class PartsPropertiesTest {
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;

    /** Sums of parts are rounded in another order. */
    private static final double ROUNDING = 1e-12;

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(4);

    @AfterContainer
    static void stop() {
        THREADS.shutdown();
    }

    /** Fills an accumulator with the rows from one to another. */
    private interface Filling<A> {
        void fill(A accumulator, int from, int to);
    }

    private static <A extends Accumulator<A, T>, T extends Tally<T>> T told(
            int parts, int rows, Supplier<A> create, Filling<A> filling) {
        List<Future<A>> running = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = rows * part / parts;
            int to = rows * (part + 1) / parts;
            running.add(THREADS.submit(() -> {
                A accumulator = create.get();
                filling.fill(accumulator, from, to);
                return accumulator;
            }));
        }
        A all = create.get();
        for (Future<A> part : running) {
            try {
                all.merge(part.get());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return all.result();
    }

    @Property(tries = 200)
    void countsAreTheSame(@ForAll("ratings") byte[] ratings, @ForAll @IntRange(min = 1, max = 4) int parts) {
        int n = ratings.length;
        RatingTally whole = RatingTally.of(TEN, ratings);
        assertThat(told(parts, n, () -> RatingAccumulator.create(TEN), (a, from, to) -> a.addAll(ratings, from, to)))
                .isEqualTo(whole);
        byte[] others = new byte[n];
        String[] keys = new String[n];
        long[] micros = new long[n];
        for (int i = 0; i < n; i++) {
            others[i] = ratings[n - 1 - i];
            keys[i] = "k" + i % 3;
            micros[i] = i * 7919L % 100;
        }
        assertThat(told(
                        parts,
                        n,
                        () -> JointAccumulator.create(TEN, TEN),
                        (a, from, to) -> a.addAll(ratings, others, from, to)))
                .isEqualTo(told(
                        1,
                        n,
                        () -> JointAccumulator.create(TEN, TEN),
                        (a, from, to) -> a.addAll(ratings, others, from, to)));
        Grouped<String, RatingTally> groups = RatingTally.by(TEN, new String[0], new byte[0]);
        RatingSeries series = RatingSeries.of(TEN, new long[0], new byte[0]);
        for (int part = 0; part < parts; part++) {
            int from = n * part / parts;
            int to = n * (part + 1) / parts;
            byte[] some = Arrays.copyOfRange(ratings, from, to);
            groups = groups.plus(RatingTally.by(TEN, Arrays.copyOfRange(keys, from, to), some));
            series = series.plus(RatingSeries.of(TEN, Arrays.copyOfRange(micros, from, to), some));
        }
        assertThat(groups).isEqualTo(RatingTally.by(TEN, keys, ratings));
        assertThat(series).isEqualTo(RatingSeries.of(TEN, micros, ratings));
    }

    @Property(tries = 200)
    void weightedSumsAreTheSameToRounding(
            @ForAll("ratings") byte[] ratings, @ForAll @IntRange(min = 1, max = 4) int parts) {
        int n = ratings.length;
        double[] weights = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = 0.1 + i % 7 * 1.3;
            values[i] = i % 11 + 1 / 3.0;
        }
        Filling<WeightedAccumulator> weigh = (a, from, to) -> a.addAll(ratings, weights, from, to);
        WeightedTally parted = told(parts, n, () -> WeightedAccumulator.create(TEN), weigh);
        WeightedTally weighted = told(1, n, () -> WeightedAccumulator.create(TEN), weigh);
        assertThat(parted.valid()).isEqualTo(weighted.valid());
        assertThat(parted.missing()).isEqualTo(weighted.missing());
        near(parted.total().weight(), weighted.total().weight());
        if (weighted.valid() > 0) {
            WeightedMean mean = WeightedMean.of(Scoring.mean(TEN), weighted);
            WeightedMean ofParts = WeightedMean.of(Scoring.mean(TEN), parted);
            near(ofParts.value(), mean.value());
            near(ofParts.scatter(), mean.scatter());
        }
        double[][] columns = {values, weights};
        Filling<MomentsAccumulator> add = (a, from, to) -> a.addAll(columns, weights, from, to);
        MomentsTally moments = told(1, n, () -> MomentsAccumulator.create("x", "y"), add);
        MomentsTally ofParts = told(parts, n, () -> MomentsAccumulator.create("x", "y"), add);
        assertThat(ofParts.n()).isEqualTo(moments.n());
        if (n > 1) {
            near(ofParts.mean("x"), moments.mean("x"));
            near(ofParts.variance("x"), moments.variance("x"));
            near(ofParts.covariance("x", "y"), moments.covariance("x", "y"));
        }
        CompositeIndex index = CompositeIndex.of("index", new IndexItem("item", TEN, 1));
        Filling<IndexAccumulator> score = (a, from, to) -> a.addAll(new byte[][] {ratings}, from, to);
        IndexTally scores = told(1, n, () -> IndexAccumulator.create(index), score);
        IndexTally scoresOfParts = told(parts, n, () -> IndexAccumulator.create(index), score);
        assertThat(scoresOfParts.n()).isEqualTo(scores.n());
        assertThat(scoresOfParts.missing()).isEqualTo(scores.missing());
        if (scores.n() > 1) {
            near(scoresOfParts.mean(), scores.mean());
            near(scoresOfParts.variance(), scores.variance());
        }
    }

    private static void near(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
    }

    @Provide
    Arbitrary<byte[]> ratings() {
        return Arbitraries.integers()
                .between(-1, 10)
                .map(rating -> rating < 0 ? Byte.MIN_VALUE : rating.byteValue())
                .array(Byte[].class)
                .ofMaxSize(300)
                .map(PartsPropertiesTest::unboxed);
    }

    private static byte[] unboxed(Byte[] boxed) {
        byte[] ratings = new byte[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            ratings[i] = boxed[i];
        }
        return ratings;
    }
}
