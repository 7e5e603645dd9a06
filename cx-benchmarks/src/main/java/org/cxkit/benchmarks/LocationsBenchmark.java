package org.cxkit.benchmarks;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.consistency.Consistency;
import org.cxkit.metrics.consistency.FunnelPlot;
import org.cxkit.metrics.consistency.Shrinkage;
import org.cxkit.metrics.survey.RatingTally;
import org.cxkit.metrics.survey.Scoring;
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
 * Question: what does it cost to compare thousands of locations in one metric: shrunken values with the variance
 * between locations by restricted likelihood, ranks with bounds, funnel limits and the false discovery rate of each?
 *
 * <p>The baseline reads all tallies once and tells the NPS of each location, as a plain league table does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        // touched before, since the first use of a page of the heap can cost more than what is put there
        jvmArgsAppend = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class LocationsBenchmark {

    private static final Scoring NPS = Scoring.nps();

    /** How many locations. */
    @Param({"1000", "10000"})
    public int locations = 10_000;

    Grouped<Integer, RatingTally> groups = Grouped.of(RatingTally.empty(RatingScale.ZERO_TO_TEN), Map.of());

    byte[] counts = new byte[0];

    /** Makes the answers of each location: 10 to 200 of them, locations differing in their share of promoters. */
    @Setup
    public void setup() {
        Random random = new Random(42);
        Map<Integer, RatingTally> tallies = new TreeMap<>();
        for (int location = 0; location < locations; location++) {
            double promoters = 0.3 + 0.3 * random.nextDouble();
            long[] counts = new long[11];
            int answers = 10 + random.nextInt(191);
            for (int i = 0; i < answers; i++) {
                counts[random.nextDouble() < promoters ? 9 + random.nextInt(2) : random.nextInt(9)]++;
            }
            tallies.put(location, RatingTally.ofCounts(RatingScale.ZERO_TO_TEN, counts));
        }
        groups = Grouped.of(RatingTally.empty(RatingScale.ZERO_TO_TEN), tallies);
        counts = new byte[Long.BYTES * RatingScale.ZERO_TO_TEN.points() * locations];
    }

    /** {@return the bound: as many bytes as all counts have, read once} */
    @Benchmark
    public long yardstick() {
        return Yardstick.read(counts);
    }

    /** {@return the sum of the scores: each tally read once} */
    @Benchmark
    public double scores() {
        double sum = 0;
        for (RatingTally tally : groups.asMap().values()) {
            sum += NPS.mean(tally);
        }
        return sum;
    }

    /** {@return shrunken values, ranks and their bounds} */
    @Benchmark
    public Shrinkage<Integer> shrinkage() {
        return Shrinkage.of(NPS, groups);
    }

    /** {@return the funnel with overdispersion and false discovery rates} */
    @Benchmark
    public FunnelPlot<Integer> funnel() {
        return FunnelPlot.of(NPS, groups);
    }

    /** {@return all of it: agreement and variance between locations, shrunken values and ranks, the funnel} */
    @Benchmark
    public Consistency<Integer> consistency() {
        return Consistency.of(NPS, groups);
    }
}
