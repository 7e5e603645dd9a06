package org.cxkit.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.cxkit.metrics.attribution.Attribution;
import org.cxkit.metrics.attribution.PathSummary;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does the summary of five million journeys cost by journey, with one thread and with two, and what the
 * five models of {@link AttributionBenchmark} once it is there?
 *
 * <p>One journey in four converts. Each thread summarises its part of the rows, and the summaries are added up in their
 * order: the same, to the last bit, as with one thread. Telling does not touch a journey; by journey, its time falls
 * with their number.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx3g"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class PathSummaryBenchmark {

    /** How many threads. */
    @Param({"1", "2"})
    public int threads = 1;

    /** How many channels. */
    @Param({"12", "50"})
    public int channels = 12;

    /** How many journeys. */
    @Param("5000000")
    public int n = 5_000_000;

    private Workers workers = new Workers(1);
    private byte[] bytes = new byte[0];
    private Journeys journeys = SampledJourneys.of(0, 1, 0, 0).journeys();
    private PathSummary summary = PathSummary.empty();

    /** Draws the journeys. */
    @Setup
    public void setup() {
        workers = new Workers(threads);
        SampledJourneys sampled = SampledJourneys.of(n, channels, 25, 42);
        bytes = sampled.bytes();
        journeys = sampled.journeys();
        summary = PathSummary.of(journeys);
    }

    /** Stops the threads. */
    @TearDown
    public void stop() {
        workers.close();
    }

    /** {@return the bound: the bytes of paths and outcomes read once} */
    @Benchmark
    public long yardstick() throws ExecutionException, InterruptedException {
        return workers.sum(bytes.length, (from, to) -> Yardstick.read(bytes, from, to), (a, b) -> a | b);
    }

    /** {@return the summary by the library} */
    @Benchmark
    public PathSummary summary() throws ExecutionException, InterruptedException {
        return workers.sum(n, (from, to) -> PathSummary.of(journeys, from, to), PathSummary::plus);
    }

    /** {@return the credit by five models from the summary, always by one thread} */
    @Benchmark
    public Attribution telling() {
        return Attribution.of(summary, AttributionBenchmark.MODELS);
    }
}
