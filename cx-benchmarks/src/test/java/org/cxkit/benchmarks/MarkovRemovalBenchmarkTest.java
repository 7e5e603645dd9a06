package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.markov.RemovalEffect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkovRemovalBenchmarkTest {

    @ParameterizedTest
    @CsvSource({"12, uniform", "50, skewed", "200, uniform"})
    void bothTellTheSameEffects(int channels, String shape) {
        MarkovRemovalBenchmark benchmark = new MarkovRemovalBenchmark();
        benchmark.channels = channels;
        benchmark.shape = shape;
        benchmark.setup();
        List<RemovalEffect> library = benchmark.library();
        double[] systems = benchmark.systems();
        assertThat(library).hasSize(systems.length).hasSize(channels);
        for (int i = 0; i < systems.length; i++) {
            // the systems subtract from 1
            assertThat(library.get(i).conversions()).isCloseTo(systems[i], within(1e-12));
        }
    }
}
