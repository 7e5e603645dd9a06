package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.cxkit.core.rating.RatingScale;
import org.junit.jupiter.api.Test;

/** Recording an answer allocates nothing: measured over many, of which the first make room and are not counted. */
class RecordingAllocationTest {
    private static final int ANSWERS = 20_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RatingMonitor monitor = RatingMonitor.on(RatingScale.ZERO_TO_TEN)
            .periods(Periods.of(Duration.ofSeconds(1), 4))
            .lenient()
            .create();
    private final int web = monitor.segment("web");
    private final int chat = monitor.segment("chat");

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
    void aWriterAllocatesNothingForAnAnswer() {
        try (RatingWriter writer = monitor.writer()) {
            assertThat(leastAllocated(() -> {
                        for (int i = 0; i < ANSWERS; i++) {
                            // every other answer is of the period before, and some are invalid or missing
                            writer.record((i & 2) == 0 ? web : chat, i % 13 - 1, (i & 1) * 1_000_000L);
                            writer.record(web, Integer.MIN_VALUE);
                        }
                    }))
                    .isZero();
        }
    }

    @Test
    void theSharedDoorAllocatesNothingForAnAnswer() {
        assertThat(leastAllocated(() -> {
                    for (int i = 0; i < ANSWERS; i++) {
                        monitor.record((i & 2) == 0 ? web : chat, i % 13 - 1, (i & 1) * 1_000_000L);
                        monitor.record(web, Integer.MIN_VALUE);
                    }
                }))
                .isZero();
    }

    @Test
    void aLateAnswerAllocatesNothing() {
        monitor.record(web, 5, 100_000_000L);
        assertThat(leastAllocated(() -> {
                    for (int i = 0; i < ANSWERS; i++) {
                        monitor.record(web, 5, 95_000_000L);
                    }
                }))
                .isZero();
    }

    @Test
    void aNewPeriodIsMadeFromAnExpiredOneThatNobodyReads() {
        long[] second = {0};
        try (RatingWriter writer = monitor.writer()) {
            assertThat(leastAllocated(() -> {
                        for (int i = 0; i < 1000; i++) {
                            second[0]++;
                            writer.record(web, 5, second[0] * 1_000_000L);
                            monitor.record(chat, 5, second[0] * 1_000_000L);
                        }
                    }))
                    .isZero();
        }
        assertThat(monitor.counts().all().total().count(5)).isEqualTo(2 * second[0]);
        assertThat(monitor.snapshot().total().count(5)).isEqualTo(2 * 4);
    }
}
