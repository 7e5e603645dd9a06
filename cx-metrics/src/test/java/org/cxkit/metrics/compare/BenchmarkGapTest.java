package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.Nps;
import org.junit.jupiter.api.Test;

class BenchmarkGapTest {
    private static final Nps NPS = new Nps(60, 20, 20, 0, 0);

    @Test
    void theGapOfNpsHasTheIntervalOfTheScoreLessTheBenchmark() {
        BenchmarkGap gap = BenchmarkGap.of(NPS, 30);
        assertThat(gap.value()).isEqualTo(10);
        Interval own = NPS.interval();
        assertThat(gap.interval(0.95).low()).isCloseTo(own.low() - 30, within(1e-12));
        assertThat(gap.interval(0.95).high()).isCloseTo(own.high() - 30, within(1e-12));
        assertThat(gap)
                .hasToString("NPS 40.0 (95 % 23.4 to 54.3), n 100: 60 promoters, 20 passives, 20 detractors; gap 10.0"
                        + " (95 % -6.6 to 24.3), p 0.2625 to the benchmark 30.0");
        assertThat(gap.equivalence(30).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void theGapOfAShareIsTestedByTheScoreTest() {
        BenchmarkGap gap = BenchmarkGap.of(Share.of(Csat.of(5, 4, 4, 1, 5, 2, 4, 4, 3, 5)), 0.5);
        // by hand: 7 of 10 against 1/2, z = 0.2 / sqrt(0.25 / 10)
        assertThat(((BenchmarkGap.OfShare) gap).test().statistic().toOptional().orElseThrow())
                .isCloseTo(0.2 / Math.sqrt(0.025), within(1e-12));
        assertThat(gap.value()).isCloseTo(0.2, within(1e-15));
        assertThat(gap)
                .hasToString("70.0 % (95 % 39.7 to 89.2), 7 of n 10; gap 20.0 (95 % -10.3 to 39.2), p 0.2059 to the"
                        + " benchmark 50.0 %");
        assertThat(gap.equivalence(0.6).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void theGapOfAMeanIsTestedByStudentsTest() {
        BenchmarkGap gap = BenchmarkGap.of(Sample.of(Ces.of(5, 6, 7, 4, 3, 7, 6, 5)), 5);
        // scipy 1.17.1 stats.ttest_1samp(…, 5)
        assertThat(gap.pValue().toOptional().orElseThrow()).isCloseTo(0.4757972385180242, within(1e-13));
        assertThat(gap.interval(0.95).low()).isCloseTo(4.197977887878484 - 5, within(1e-12));
        assertThat(gap.interval(0.95).high()).isCloseTo(6.552022112121516 - 5, within(1e-12));
        assertThat(gap).hasToString("mean 5.38, n 8; gap 0.38 (95 % -0.80 to 1.55), p 0.4758 to the benchmark 5.00");
        assertThat(gap.equivalence(3).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void nobodyHasNoGap() {
        BenchmarkGap gap = BenchmarkGap.of(Nps.of(), 30);
        assertThat(gap.testable()).isFalse();
        assertThatIllegalStateException().isThrownBy(gap::value).withMessage("NPS is undefined for 0 responses");
        assertThat(gap)
                .hasToString("NPS undefined, n 0: 0 promoters, 0 passives, 0 detractors; gap not told to the benchmark"
                        + " 30.0");
        assertThatIllegalStateException()
                .isThrownBy(() -> BenchmarkGap.of(Share.of(0, 0), 0.5).value());
        assertThatIllegalStateException()
                .isThrownBy(() -> BenchmarkGap.of(Sample.of(1, 3, 0), 3).pValue())
                .withMessage("a test of means needs at least 2 answers in each group, got 1");
    }

    @Test
    void refusesABenchmarkThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkGap.of(NPS, 101))
                .withMessage("a benchmark must be from -100.0 to 100.0, got 101.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkGap.of(Share.of(1, 2), 1))
                .withMessage("the benchmark of a share must be above 0 and below 1, got 1.0");
    }
}
