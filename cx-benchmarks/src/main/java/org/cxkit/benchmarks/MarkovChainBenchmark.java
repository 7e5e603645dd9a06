package org.cxkit.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cxkit.metrics.markov.MarkovChain;
import org.cxkit.metrics.markov.RemovalEffect;
import org.cxkit.metrics.markov.TransitionTally;
import org.cxkit.metrics.path.Journeys;
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
 * Question: how long does it take from five million journeys to the removal effects of all channels, exactly, beside
 * the loop that only counts the transitions?
 *
 * <p>One thread, one journey in twenty converts. The loop goes over the touches of each journey and counts each state
 * with the next channel in a map; it solves nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class MarkovChainBenchmark {

    /** How many touches make a state. */
    @Param({"1", "2"})
    public int order = 1;

    /** How many channels. */
    @Param({"12", "50"})
    public int channels = 12;

    /** How many journeys. */
    @Param("5000000")
    public int n = 5_000_000;

    private byte[] bytes = new byte[0];
    private Journeys journeys = SampledJourneys.of(0, 1, 0, 0).journeys();

    /** Draws the journeys. */
    @Setup
    public void setup() {
        SampledJourneys sampled = SampledJourneys.of(n, channels, 5, 42);
        bytes = sampled.bytes();
        journeys = sampled.journeys();
    }

    /** {@return the bound: the bytes of paths and outcomes read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(bytes, 0, bytes.length);
    }

    /** {@return the removal effects by the library} */
    @Benchmark
    public List<RemovalEffect> library() {
        return MarkovChain.of(TransitionTally.of(journeys, order)).removalEffects();
    }

    /** {@return how often each state was followed by each channel, which is none where the journey ends} */
    @Benchmark
    public Map<Long, Long> loop() {
        Map<Long, Long> counts = new HashMap<>();
        for (int row = 0; row < n; row++) {
            count(row, counts);
        }
        return counts;
    }

    private void count(int row, Map<Long, Long> counts) {
        long end = journeys.conversions(row) > 0 ? channels + 1 : channels + 2;
        long state = 0;
        long mask = (1L << (8 * order)) - 1;
        for (int touch = journeys.start(row); touch < journeys.end(row); touch++) {
            int next = journeys.touch(touch);
            counts.merge((state << 8) | next, 1L, Long::sum);
            state = ((state << 8) | (next + 1)) & mask;
        }
        counts.merge((state << 8) | end, 1L, Long::sum);
    }
}
