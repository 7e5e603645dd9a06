package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.metrics.attribution.CreditTally;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeDecayBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 100})
    void bothGiveTheSameCredit(int convertedPercent) {
        TimeDecayBenchmark benchmark = new TimeDecayBenchmark();
        benchmark.convertedPercent = convertedPercent;
        benchmark.setup();
        CreditTally credit = benchmark.columns();
        assertThat(credit.channels()).hasSize(12);
        benchmark.objectsAndMaps().forEach((channel, loop) -> {
            // the loop keeps nothing of what its sums of some hundred thousand numbers round off
            assertThat(credit.conversions(channel)).isCloseTo(loop.conversions, within(1e-10 * loop.conversions));
            assertThat(credit.valueMinor(channel)).isCloseTo(loop.valueMinor, within(1e-10 * loop.valueMinor));
        });
        assertThat(benchmark.yardstick()).isZero();
    }
}
