package org.cxkit.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.io.Ingested;
import org.cxkit.metrics.path.Journeys;
import org.cxkit.metrics.path.PathText;
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
 * Question: what does it cost to read journeys from lines of text such as {@code Search > Email > Direct,1,55.32,0},
 * beside the {@code String.split} and {@code HashMap} a user would write?
 *
 * <p>One thread; each line is one journey, one in four converts. The library makes columns, which keep everything but
 * the white space, and checks each line; the user's loop keeps a code for each touch, and the three numbers.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx3g"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class PathTextBenchmark {

    /** How many channels. */
    @Param({"12", "50"})
    public int channels = 12;

    /** How many journeys. */
    @Param("1000000")
    public int n = 1_000_000;

    byte[] text = new byte[0];

    /** Writes the lines. */
    @Setup
    public void setup() {
        text = SampledJourneys.of(n, channels, 25, 42).text();
    }

    /** {@return the bound: the text read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(text);
    }

    /** {@return the journeys by the library} */
    @Benchmark
    public Ingested<Journeys> library() {
        return PathText.in("EUR").read(ByteBuffer.wrap(text));
    }

    /** {@return how many touches, conversions, losses and cents the loop found that a user would write} */
    @Benchmark
    public long[] split() {
        Map<String, Integer> codes = new HashMap<>();
        int[] touches = new int[n * 20];
        int touched = 0;
        int[] ends = new int[n];
        double[] conversions = new double[n];
        double[] values = new double[n];
        double[] lost = new double[n];
        int row = 0;
        for (String line : new String(text, StandardCharsets.UTF_8).split("\n")) {
            String[] fields = line.split(",");
            for (String name : fields[0].split(">")) {
                touches[touched++] = codes.computeIfAbsent(name.trim(), unused -> codes.size());
            }
            ends[row] = touched;
            conversions[row] = Double.parseDouble(fields[1]);
            values[row] = Double.parseDouble(fields[2]);
            lost[row++] = Double.parseDouble(fields[3]);
        }
        long[] sums = new long[4];
        for (row = 0; row < n; row++) {
            sums[0] += ends[row] - (row == 0 ? 0 : ends[row - 1]);
            sums[1] += (long) conversions[row];
            sums[2] += (long) lost[row];
            sums[3] += Math.round(100 * values[row]);
        }
        return sums;
    }
}
