package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cxkit.metrics.markov.MarkovChain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkovChainBenchmarkTest {

    /** Every touch is followed by something: as many are counted as there are touches and ends. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theLoopCountsWhatTheLibraryCounts(int order) {
        MarkovChainBenchmark benchmark = new MarkovChainBenchmark();
        benchmark.order = order;
        benchmark.n = 2_000;
        benchmark.setup();
        Map<Long, Long> counts = benchmark.loop();
        long touches = SampledJourneys.of(2_000, 12, 5, 42).journeys().touches();
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(touches + 2_000);
        assertThat(benchmark.library()).hasSize(12);
        MarkovChain chain = MarkovChain.of(SampledJourneys.of(2_000, 12, 5, 42).journeys(), order);
        assertThat(benchmark.library()).isEqualTo(chain.removalEffects());
    }
}
