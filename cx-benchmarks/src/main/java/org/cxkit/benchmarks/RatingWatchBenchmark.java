package org.cxkit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.watch.Alert;
import org.cxkit.metrics.watch.ChartPlan;
import org.cxkit.metrics.watch.RatingWatch;
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
 * Question: what does one answer cost that feeds a p chart, an EWMA, a CUSUM and a trinomial log-likelihood-ratio CUSUM?
 *
 * <p>The last takes every answer, the others a point for each period, with limits for run lengths that no run of the
 * benchmark reaches often. With one answer a period every answer updates all four. The loop reads the same ratings and
 * does nothing with them. Shown with {@code -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class RatingWatchBenchmark {
    private static final int ANSWERS = 1 << 12;

    /** How the ratings are spread. */
    @Param({"UNIFORM", "SKEWED"})
    public RatingShape shape = RatingShape.UNIFORM;

    /** How many answers a period has. */
    @Param({"1", "1000"})
    public int answersPerPeriod = 1;

    byte[] ratings = new byte[0];
    int at;
    long micros;
    RatingWatch watch = watch(ratings);

    private static RatingWatch watch(byte[] ratings) {
        double[] shares = {1, 1, 1};
        Scoring net = Scoring.netShare(Bands.ZERO_TO_TEN);
        for (byte rating : ratings) {
            shares[net.of(rating) + 1]++;
        }
        double n = ratings.length + 3;
        List<Double> normal = List.of(shares[0] / n, shares[1] / n, shares[2] / n);
        double centre = normal.get(2) - normal.get(0);
        double sd = Math.sqrt(normal.get(0) + normal.get(2) - centre * centre);
        double fall = normal.get(2) / 4;
        LogLikelihoodRatio ratio = new LogLikelihoodRatio(
                Characteristic.NET_SHARE, normal, List.of(normal.get(0) + fall, normal.get(1), normal.get(2) - fall));
        ChartPlan plan = ChartPlan.forRunLength(Baseline.given(Characteristic.NET_SHARE, centre, sd), 1e8)
                .withRunLength(ratio, 1e8);
        RatingWatch watch = RatingWatch.of(net, Periods.of(Duration.ofMillis(1), 1), name -> plan);
        watch.segment("segment");
        return watch;
    }

    /** Makes the answers, and charts to which they are normal. */
    @Setup
    public void setup() {
        ratings = shape.column(ANSWERS, 42);
        watch = watch(ratings);
    }

    /** {@return what an empty loop reads} */
    @Benchmark
    public int emptyLoop() {
        at = (at + 1) & (ANSWERS - 1);
        return ratings[at];
    }

    /** {@return the alerts of one answer} */
    @Benchmark
    public List<Alert> update() {
        at = (at + 1) & (ANSWERS - 1);
        micros += 1000 / answersPerPeriod;
        return watch.record(0, ratings[at], micros);
    }
}
