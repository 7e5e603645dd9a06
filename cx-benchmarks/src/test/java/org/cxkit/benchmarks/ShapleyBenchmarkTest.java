package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.metrics.shapley.ShapleyCredit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapleyBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void bothAgree(int channels) {
        ShapleyBenchmark benchmark = new ShapleyBenchmark();
        benchmark.channels = channels;
        benchmark.setup();
        double[] credit = benchmark.exact().channels().stream()
                .mapToDouble(ShapleyCredit::credit)
                .toArray();
        // rounding of sums over thousands of sets
        assertThat(credit).containsExactly(benchmark.definitionLoop(), within(1e-12));
        assertThat(benchmark.yardstick()).isZero();
    }
}
