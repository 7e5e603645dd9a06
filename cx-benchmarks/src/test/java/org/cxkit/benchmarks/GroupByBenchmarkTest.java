package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.math.StatsAccumulator;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupByBenchmarkTest {

    @ParameterizedTest(name = "{0} segments, {1}")
    @CsvSource({"10, UNIFORM", "1000, SKEWED"})
    void theContestantsAgree(int segments, GroupByBenchmark.Spread spread) throws SQLException {
        GroupByBenchmark benchmark = new GroupByBenchmark();
        benchmark.segments = segments;
        benchmark.spread = spread;
        benchmark.n = 10_001;
        benchmark.setup();
        GroupByBenchmark.InObjects objects = new GroupByBenchmark.InObjects();
        objects.load(benchmark);
        GroupByBenchmark.InDuckDb duck = new GroupByBenchmark.InDuckDb();
        duck.load(benchmark);

        SegmentCounts counts = benchmark.map(objects);

        assertThat(counts.total()).isEqualTo(10_001);
        assertThat(benchmark.library()).isEqualTo(counts).hasSameHashCodeAs(counts);
        assertThat(benchmark.streams()).isEqualTo(counts);
        assertThat(benchmark.duckDbFilter(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbSum(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbGroupBy(duck)).isEqualTo(counts);
        assertThat(benchmark.duckDbCell(duck)).isEqualTo(counts);
        long rated = 10_001 - counts.missing();
        assertThat(Arrays.stream(benchmark.guava())
                        .mapToLong(StatsAccumulator::count)
                        .sum())
                .isEqualTo(rated);
        duck.close();
    }

    @Test
    void twoThreadsCountAsOneDoes() throws ExecutionException, InterruptedException {
        TwoThreadsBenchmark one = new TwoThreadsBenchmark();
        TwoThreadsBenchmark two = new TwoThreadsBenchmark();
        two.threads = 2;
        for (TwoThreadsBenchmark benchmark : new TwoThreadsBenchmark[] {one, two}) {
            benchmark.n = 100_003;
            benchmark.setup();
        }
        assertThat(two.yardstick()).isEqualTo(one.yardstick());
        assertThat(two.bytes()).isEqualTo(one.bytes()).isEqualTo(one.planes()).isEqualTo(two.planes());
        assertThat(two.groupBy()).isEqualTo(one.groupBy());
        assertThat(two.groupBy().total()).isEqualTo(one.bytes());
        one.stop();
        two.stop();
    }
}
