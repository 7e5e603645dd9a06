package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.EpochMicros;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is logged of late answers: the first, the tenth, the hundredth and so on, with segment and time. */
class LateNoticeTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final long ELEVEN = at("2024-05-01T11:30:00Z");
    private static final long TWELVE = at("2024-05-01T12:00:00Z");
    private static final long THIRTEEN = at("2024-05-01T13:59:59Z");

    private final WarnLines log = WarnLines.open();

    @AfterEach
    void close() {
        log.close();
    }

    private static long at(String instant) {
        return EpochMicros.of(Instant.parse(instant));
    }

    /** The window of 12 and 13 o'clock. */
    private static RatingMonitor monitor() {
        RatingMonitor monitor = RatingMonitor.on(RatingScale.ZERO_TO_TEN)
                .periods(Periods.of(Duration.ofHours(1), 2))
                .create();
        monitor.segment("web");
        monitor.segment("chat");
        monitor.advance(THIRTEEN);
        return monitor;
    }

    private static String line(long number, String segment) {
        return "WARN org.cxkit.metrics.live.RatingMonitor: Late answer number " + number + ": given at"
                + " 2024-05-01T11:30:00Z in segment " + segment + ", when the window started at 2024-05-01T12:00:00Z";
    }

    @Test
    void aLateAnswerIsLoggedWithItsSegmentAndTimeWhoeverRecordsIt() {
        RatingMonitor shared = monitor();
        shared.record(1, 9, ELEVEN);
        assertThat(log.lines()).containsExactly(line(1, "chat"));
        RatingMonitor own = monitor();
        try (RatingWriter writer = own.writer()) {
            writer.record(0, 9, ELEVEN);
        }
        assertThat(log.lines()).containsExactly(line(1, "chat"), line(1, "web"));
    }

    @Test
    void theFirstTenthHundredthAndThousandthAreLoggedAndNoneBetween() {
        RatingMonitor monitor = monitor();
        List<String> expected = new ArrayList<>();
        try (RatingWriter writer = monitor.writer()) {
            for (int number = 1; number <= 2000; number++) {
                if (number % 2 == 0) {
                    monitor.record(0, 9, ELEVEN);
                } else {
                    writer.record(1, 9, ELEVEN);
                }
                if (List.of(1, 10, 100, 1000).contains(number)) {
                    expected.add(line(number, number % 2 == 0 ? "web" : "chat"));
                }
                assertThat(log.lines()).isEqualTo(expected);
            }
        }
    }

    @Test
    void aLateAnswerThatIsMissingIsLoggedToo() {
        RatingMonitor monitor = monitor();
        monitor.record(0, MISSING, ELEVEN);
        assertThat(log.lines()).containsExactly(line(1, "web"));
    }

    @Test
    void whatComesInTimeOrIsRefusedIsNotLogged() {
        RatingMonitor monitor = monitor();
        monitor.record(0, 9, TWELVE);
        monitor.record(0, 9, THIRTEEN);
        monitor.record(0, 9);
        assertThatIllegalArgumentException().isThrownBy(() -> monitor.record(0, 11, ELEVEN));
        assertThatIllegalArgumentException().isThrownBy(() -> monitor.record(2, 9, ELEVEN));
        monitor.advance(THIRTEEN + 9 * (TWELVE - ELEVEN)); // what was in time expires
        assertThat(monitor.counts().expired().total().valid()).isEqualTo(3);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void aRestoredMonitorCountsOnFromTheLateAnswersOfTheOther() {
        RatingMonitor monitor = monitor();
        for (int number = 1; number < 10; number++) {
            monitor.record(number % 2, number, ELEVEN);
        }
        RatingMonitor restored = RatingMonitor.fromBytes(monitor.toBytes());
        restored.record(0, 9, ELEVEN);
        restored.record(0, 9, ELEVEN);
        assertThat(log.lines()).containsExactly(line(1, "chat"), line(10, "web"));
    }

    @Test
    void threadsThatAreLateTogetherLogEachNumberOnce() throws Exception {
        RatingMonitor monitor = monitor();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> late = () -> {
                for (int i = 0; i < 2500; i++) {
                    monitor.record(0, 9, ELEVEN);
                }
                return true;
            };
            for (Future<Boolean> done : threads.invokeAll(List.of(late, late, late, late))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(log.lines())
                .containsExactlyInAnyOrder(
                        line(1, "web"), line(10, "web"), line(100, "web"), line(1000, "web"), line(10_000, "web"));
    }
}
