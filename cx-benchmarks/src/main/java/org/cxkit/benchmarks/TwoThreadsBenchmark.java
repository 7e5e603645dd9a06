package org.cxkit.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.column.Symbols;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingMatrix;
import org.cxkit.metrics.survey.RatingTally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: does a second thread help the library as much as it helps reading the same bytes?
 *
 * <p>Each thread counts its part of the rows, and the tallies of the parts are added up in their order; the result is
 * the same, to the last bit, as with one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx3g"})
// less is too short: the loops over planes are compiled late
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class TwoThreadsBenchmark {
    private static final int SEGMENTS = 1000;

    /** How many threads. */
    @Param({"1", "2"})
    public int threads = 1;

    /** How many ratings. */
    @Param("67108864")
    public int n = 1 << 26;

    private final Symbols names =
            Symbols.of(IntStream.range(0, SEGMENTS).mapToObj(code -> "s" + code).toList());
    private Workers workers = new Workers(1);
    private byte[] ratings = new byte[0];
    private int[] codes = new int[0];
    private RatingColumn planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings);

    /** Makes the columns. */
    @Setup
    public void setup() {
        workers = new Workers(threads);
        ratings = RatingShape.UNIFORM.column(n, 42);
        codes = new SplittableRandom(42).ints(n, 0, SEGMENTS).toArray();
        planes = RatingColumn.of(RatingScale.ZERO_TO_TEN, ratings);
    }

    /** Stops the threads. */
    @TearDown
    public void stop() {
        workers.close();
    }

    /** {@return the bound: the bytes read once} */
    @Benchmark
    public long yardstick() throws ExecutionException, InterruptedException {
        return workers.sum(n, (from, to) -> Yardstick.read(ratings, from, to), (a, b) -> a | b);
    }

    /** {@return the tally by the library from bytes} */
    @Benchmark
    public RatingTally bytes() throws ExecutionException, InterruptedException {
        return workers.sum(n, (from, to) -> empty().addAll(ratings, from, to).result(), RatingTally::plus);
    }

    /** {@return the tally by the library from its own column} */
    @Benchmark
    public RatingTally planes() throws ExecutionException, InterruptedException {
        return workers.sum(n, (from, to) -> empty().addAll(planes, from, to).result(), RatingTally::plus);
    }

    /** {@return the table of a thousand segments by the library} */
    @Benchmark
    public RatingMatrix groupBy() throws ExecutionException, InterruptedException {
        return workers.sum(
                n,
                (from, to) -> RatingMatrix.of(RatingScale.ZERO_TO_TEN, names, codes, ratings, from, to),
                RatingMatrix::plus);
    }

    private static RatingAccumulator empty() {
        return RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
    }
}
