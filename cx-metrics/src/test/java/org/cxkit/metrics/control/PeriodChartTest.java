package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all charts of periods keep. */
class PeriodChartTest {
    static final Baseline NORMAL = Baseline.given(Characteristic.share("CSAT"), 0.8, 0.4);

    static Stream<PeriodChart> charts() {
        return Stream.of(
                Shewhart.of(NORMAL),
                Shewhart.of(NORMAL)
                        .watching(
                                Shewhart.Rule.BEYOND_LIMIT,
                                Shewhart.Rule.TWO_OF_THREE,
                                Shewhart.Rule.FOUR_OF_FIVE,
                                Shewhart.Rule.EIGHT_IN_A_ROW),
                Ewma.of(NORMAL, 0.2, 3),
                Ewma.of(NORMAL, 0.2, 3, Ewma.Variance.QCC_COMPATIBLE),
                Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.CONTINUE),
                Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.RESTART).withHeadStart(2));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aPeriodWithoutAnswersIsCountedAndChangesNothingElse(PeriodChart chart) {
        PeriodChart dense = chart.copy();
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 60; i++) {
            long n = random.nextLong(20, 120);
            double mean = random.nextInt(50, 101) / 100.0;
            assertThat(chart.update(mean, n)).isEqualTo(dense.update(mean, n));
            assertThat(chart.update(Subgroup.EMPTY)).isFalse();
            assertThat(chart.signal()).isEmpty();
            assertThat(chart.statistic()).isEqualTo(dense.statistic());
            assertThat(chart.lower()).isEqualTo(dense.lower());
            assertThat(chart.upper()).isEqualTo(dense.upper());
        }
        assertThat(chart.periods()).isEqualTo(120);
        assertThat(dense.periods()).isEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aChartThatIsRestoredGoesOnAsIfNothingHadHappened(PeriodChart chart) {
        PeriodChart fresh = chart.copy();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            PeriodChart restored = fresh.copy();
            ByteWriter out = ByteWriter.of("test", 1);
            chart.writeTo(out);
            ByteReader in = ByteReader.of(out.toBytes(), "test", 1);
            restored.readFrom(in);
            PeriodChart copy = in.end(chart.copy());
            long n = random.nextInt(4) * 40L;
            double mean = random.nextInt(60, 101) / 100.0;
            boolean signals = chart.update(mean, n);
            for (PeriodChart other : List.of(restored, copy)) {
                assertThat(other.update(mean, n)).isEqualTo(signals);
                assertThat(other.signal()).isEqualTo(chart.signal());
                assertThat(other).hasToString(chart.toString());
            }
        }
        assertThat(fresh.periods()).isZero();
        assertThat(fresh.baseline()).isEqualTo(NORMAL);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theStateOfAnotherDesignIsRefused(PeriodChart chart) {
        ByteWriter out = ByteWriter.of("test", 1);
        Cusum.of(NORMAL, 0.25, 8, Cusum.AfterSignal.CONTINUE).writeTo(out);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.readFrom(ByteReader.of(out.toBytes(), "test", 1)))
                .withMessageStartingWith("wanted the state of this ")
                .withMessageEndingWith("], got that of another design");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void aPeriodThatCannotBeIsRefusedAndChangesNothing(PeriodChart chart) {
        chart.update(0.75, 100);
        String before = chart.toString();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.update(0.5, -1))
                .withMessage("the answers of a period must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.update(1.5, 1))
                .withMessage("the mean of CSAT must be within 0..1, got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chart.update(Double.NaN, 1))
                .withMessage("the mean of CSAT must be within 0..1, got NaN");
        assertThat(chart).hasToString(before);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void theSignalOfTheLastPeriodOutlastsOneThatIsRefused(PeriodChart chart) {
        assertThat(chart.update(0.1, 100)).isTrue();
        Signal signal = chart.signal().orElseThrow();
        byte[] before = state(chart);
        assertThatIllegalArgumentException().isThrownBy(() -> chart.update(2, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> chart.update(0.5, -1));
        assertThat(chart.signal()).contains(signal);
        assertThat(state(chart)).isEqualTo(before);
        assertThat(chart.update(Subgroup.EMPTY)).isFalse();
        assertThat(chart.signal()).isEmpty();
    }

    private static byte[] state(PeriodChart chart) {
        ByteWriter out = ByteWriter.of("test", 1);
        chart.writeTo(out);
        return out.toBytes();
    }

    @Test
    void theRulesThatSignalledOutlastAPeriodThatIsRefused() {
        Shewhart chart = Shewhart.of(Baseline.given(Characteristic.share("CSAT"), 0.5, 0.5));
        assertThat(chart.update(1, 100)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> chart.update(2, 10));
        assertThat(chart.rules()).containsExactly(Shewhart.Rule.BEYOND_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void anUpdateAllocatesNothing(PeriodChart chart) {
        assertThat(allocated(() -> {
                    boolean any = false;
                    for (int i = 0; i < 10_000; i++) {
                        any |= chart.update(0.75 + i % 5 * 0.025, i % 7 * 20L);
                    }
                    return any;
                }))
                .isLessThan(10_000); // less than a byte for each update: what measuring itself takes
    }

    @Test
    void anUpdateByAnAnswerAllocatesNothing() {
        LlrCusum chart =
                LlrCusum.of(LogLikelihoodRatio.bernoulli(NORMAL.what(), 0.8, 0.6), 2, Cusum.AfterSignal.RESTART);
        assertThat(allocated(() -> {
                    boolean any = false;
                    for (int i = 0; i < 10_000; i++) {
                        any |= chart.update(i % 3 == 0 ? 0 : 1);
                    }
                    return any;
                }))
                .isLessThan(10_000); // as above
    }

    private static long allocated(Supplier<Boolean> updates) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertThat(updates.get()).isNotNull();
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void signalsReadAsSentences() {
        Cusum chart = Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.CONTINUE);
        chart.update(0.8, 100);
        chart.update(0.7, 100);
        assertThat(chart.update(0.6, 100)).isTrue();
        Signal signal = chart.signal().orElseThrow();
        assertThat(signal).hasToString("CSAT down by 0.1500 since 1, seen at 2 (CUSUM), n 200");
        assertThat(signal.length()).isEqualTo(2);
        assertThat(chart.toString().toLowerCase(Locale.ROOT)).startsWith("cusum of csat 0.8000, standard deviation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal(NORMAL.what(), "x", Signal.Direction.UP, 3, 2, 0.1, 5))
                .withMessage(
                        "a signal needs 0 <= since <= at, a finite shift and answers, got since 3, at 2, shift 0.1,"
                                + " n 5");
    }

    @Test
    void signalsOutlastAnyNumberOfAnswers() {
        Cusum chart = Cusum.of(Baseline.given(Characteristic.NET_SHARE, 0, 1), 0.5, 5, Cusum.AfterSignal.CONTINUE);
        for (int i = 0; i < 6; i++) {
            chart.update(0.5, Long.MAX_VALUE / 4);
        }
        assertThat(chart.signal().orElseThrow().n()).isEqualTo(Long.MAX_VALUE);
    }
}
