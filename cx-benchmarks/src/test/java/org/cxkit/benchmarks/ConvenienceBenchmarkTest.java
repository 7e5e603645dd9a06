package org.cxkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.cxkit.metrics.fourc.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvenienceBenchmarkTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100})
    void allGiveTheSameVerdicts(int breakEvenPercent) {
        ConvenienceBenchmark benchmark = new ConvenienceBenchmark();
        benchmark.breakEvenPercent = breakEvenPercent;
        benchmark.setup();
        Verdict[] objects = benchmark.objects().clone();
        assertThat(benchmark.decimals()).isEqualTo(objects);
        assertThat(benchmark.longs()).isEqualTo(benchmark.doubles());
        benchmark.longs();
        assertThat(verdicts(benchmark.codes)).isEqualTo(objects);
        benchmark.doubles();
        assertThat(verdicts(benchmark.codes)).isEqualTo(objects);
        if (breakEvenPercent > 0) {
            assertThat(verdicts(benchmark.naive())).isNotEqualTo(objects);
        }
        assertThat(benchmark.yardstick()).isZero();
    }

    private static Verdict[] verdicts(byte[] codes) {
        Verdict[] verdicts = new Verdict[codes.length];
        for (int row = 0; row < codes.length; row++) {
            verdicts[row] = Verdict.ofCode(codes[row]);
        }
        return verdicts;
    }
}
