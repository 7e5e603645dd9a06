package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class WatchAllocationTest {
    private static final int ANSWERS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The least of some rounds, since the JVM itself may allocate on a thread now and then. */
    private static long leastAllocated(Runnable round) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            round.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    @Test
    void feedingChartsAllocatesNothing() {
        // a period for every tenth answer, and limits that are never reached
        Baseline normal = Baseline.given(Characteristic.NET_SHARE, 0, 0.9);
        LogLikelihoodRatio ratio =
                new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.3, 0.3, 0.4), List.of(0.4, 0.3, 0.3));
        ChartPlan plan = ChartPlan.of(
                        Shewhart.of(normal, 100),
                        Ewma.of(normal, 0.2, 100),
                        Cusum.of(normal, 0.5, 1e9, Cusum.AfterSignal.CONTINUE))
                .with(LlrCusum.of(ratio, 1e9, Cusum.AfterSignal.CONTINUE));
        RatingWatch watch =
                RatingWatch.of(Scoring.netShare(Bands.ZERO_TO_TEN), Periods.of(Duration.ofMillis(1), 2), name -> plan);
        int segment = watch.segment("web");
        long[] micros = {0};
        assertThat(leastAllocated(() -> {
                    for (int i = 0; i < ANSWERS; i++) {
                        micros[0] += 100;
                        int rating = i % 12 == 11 ? Integer.MIN_VALUE : i % 12;
                        if (!watch.record(segment, rating, micros[0]).isEmpty()) {
                            throw new IllegalStateException("no alert was to be expected");
                        }
                    }
                }))
                .isZero();
    }
}
