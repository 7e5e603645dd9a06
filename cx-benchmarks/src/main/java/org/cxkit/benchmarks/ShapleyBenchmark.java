package org.cxkit.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cxkit.metrics.shapley.Shapley;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does the exact Shapley value cost from the worth of every set of channels, beside the loop of the
 * definition, which looks at all sets once for each channel, and beside one read of the same bytes?
 *
 * <p>The heap is touched beforehand: with 12 channels the first use of fresh pages would cost more than the answer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms256m", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ShapleyBenchmark {

    /** How many channels. */
    @Param({"12", "20"})
    public int channels = 12;

    List<String> names = List.of();
    double[] worth = new double[0];
    byte[] bytes = new byte[0];

    /** Makes a game: each set is worth what it likes. */
    @Setup
    public void setup() {
        names = IntStream.range(0, channels).mapToObj(i -> "channel " + i).toList();
        worth = new SplittableRandom(42).doubles(1L << channels).toArray();
        bytes = new byte[Double.BYTES << channels];
    }

    /** {@return the credit by the library} */
    @Benchmark
    public Shapley exact() {
        return Shapley.of(names, worth);
    }

    /** {@return the credit by the definition, with the weights of all sizes of sets at hand} */
    @Benchmark
    public double[] definitionLoop() {
        double[] weights = new double[channels];
        double sets = 1;
        for (int size = 0; size < channels; size++) {
            weights[size] = 1 / (channels * sets);
            sets = sets * (channels - 1 - size) / (size + 1);
        }
        double[] credit = new double[channels];
        for (int i = 0; i < channels; i++) {
            for (int set = 0; set < worth.length; set++) {
                if ((set >> i & 1) == 0) {
                    credit[i] += weights[Integer.bitCount(set)] * (worth[set | 1 << i] - worth[set]);
                }
            }
        }
        return credit;
    }

    /** {@return the bytes of all sets, read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(bytes);
    }
}
