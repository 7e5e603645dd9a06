package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.survey.Nps;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class RatingMonitorTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final Periods THREE_HOURS = Periods.of(Duration.ofHours(1), 3);

    private static long at(String instant) {
        return EpochMicros.of(Instant.parse(instant));
    }

    private static RatingTally tally(int... ratings) {
        return RatingTally.of(SCALE, ratings);
    }

    @Test
    void answersAreCountedBySegmentWhoeverRecordsThem() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        int web = monitor.segment("web");
        int chat = monitor.segment("chat");
        try (RatingWriter writer = monitor.writer()) {
            writer.record(web, 10);
            writer.record(chat, 3);
            monitor.record(web, 9);
            monitor.record(web, MISSING);
            writer.record(web, 0);
        }
        assertThat(monitor.snapshot().asMap()).isEqualTo(Map.of("web", tally(10, 9, 0, MISSING), "chat", tally(3)));
        assertThat(monitor.snapshot().map(Nps::of).get("chat")).isEqualTo(Nps.of(3));
        assertThat(monitor).hasToString("2 segments: 5 answers in the window, 0 expired, 0 late, n 4, 1 missing");
    }

    @Test
    void aStrictMonitorRefusesARatingOffTheScaleAndCountsNothing() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        int web = monitor.segment("web");
        RatingWriter writer = monitor.writer();
        for (int bad : new int[] {-1, 11, Integer.MAX_VALUE, Integer.MIN_VALUE + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> monitor.record(web, bad))
                    .withMessage("rating off the scale 0..10: " + bad);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.record(web, bad))
                    .withMessage("rating off the scale 0..10: " + bad);
        }
        assertThat(monitor.snapshot().isEmpty()).isTrue();
    }

    @Test
    void aLenientMonitorCountsARatingOffTheScaleAsInvalid() {
        RatingMonitor monitor =
                RatingMonitor.on(RatingScale.ONE_TO_FIVE).lenient().create();
        int web = monitor.segment("web");
        monitor.record(web, 0);
        monitor.record(web, 6);
        monitor.record(web, MISSING);
        monitor.record(web, 5);
        assertThat(monitor.snapshot().total())
                .isEqualTo(RatingTally.ofCounts(RatingScale.ONE_TO_FIVE, new long[] {0, 0, 0, 0, 1}, 1, 2));
    }

    @Test
    void segmentsAreNumberedInTheOrderOfTheirNamingUpToTheCapacity() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).capacity(2).create();
        assertThat(monitor.segment("web")).isZero();
        assertThat(monitor.segment("app")).isEqualTo(1);
        assertThat(monitor.segment("web")).isZero();
        assertThatIllegalStateException()
                .isThrownBy(() -> monitor.segment("shop"))
                .withMessage("no room for the segment shop: there are already 2, the capacity");
        assertThat(monitor.segments()).containsExactly("web", "app");
        assertThatNullPointerException().isThrownBy(() -> monitor.segment(null)).withMessage("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMonitor.on(SCALE).capacity(0))
                .withMessage("a monitor must have room for 1 to 1048576 segments, got 0");
    }

    @Test
    void aSegmentThatWasNotNamedIsRefused() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        monitor.segment("web");
        monitor.record(0, 5); // makes room for more than the one segment
        for (int index : new int[] {-1, 1, 2, 1000}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> monitor.record(index, 5))
                    .withMessage("wanted the index of a segment, below 1, got " + index);
        }
        assertThat(monitor.snapshot().total()).isEqualTo(tally(5));
    }

    @Test
    void segmentsMayBeNamedWhileOthersAreRecorded() {
        RatingMonitor monitor =
                RatingMonitor.on(SCALE).periods(THREE_HOURS).capacity(300).create();
        RatingWriter writer = monitor.writer();
        for (int i = 0; i < 300; i++) {
            int segment = monitor.segment("s" + i);
            for (int j = 0; j <= i; j++) {
                writer.record(j, 7, at("2024-05-01T10:00:00Z"));
            }
            monitor.record(segment, MISSING, at("2024-05-01T12:00:00Z"));
            monitor.record(segment, 1, at("2024-05-01T09:00:00Z")); // late: 12 to 10 are held
        }
        LiveCounts counts = monitor.counts();
        for (int i = 0; i < 300; i++) {
            assertThat(counts.window().get("s" + i).orElseThrow().count(7)).isEqualTo(300 - i);
            assertThat(counts.window().get("s" + i).orElseThrow().missing()).isEqualTo(1);
            assertThat(counts.late().get("s" + i)).contains(tally(1));
        }
    }

    @Test
    void answersCountInThePeriodOfTheirOwnTimeAndThePeriodsExpireWhole() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).periods(THREE_HOURS).create();
        int web = monitor.segment("web");
        monitor.record(web, 1, at("2024-05-01T10:00:00Z"));
        monitor.record(web, 2, at("2024-05-01T12:59:59.999999Z"));
        monitor.record(web, 3, at("2024-05-01T11:00:00Z")); // out of order, held
        monitor.record(web, 4, at("2024-05-01T10:59:59.999999Z"));
        LiveCounts before = monitor.counts();
        assertThat(before.periods().keys())
                .containsExactly(
                        Instant.parse("2024-05-01T10:00:00Z"),
                        Instant.parse("2024-05-01T11:00:00Z"),
                        Instant.parse("2024-05-01T12:00:00Z"));
        assertThat(before.starting(Instant.parse("2024-05-01T10:00:00Z"), Instant.parse("2024-05-01T12:00:00Z"))
                        .total())
                .isEqualTo(tally(1, 3, 4));
        assertThat(before).hasToString("4 answers in the window, 0 expired, 0 late, n 4");

        monitor.advance(at("2024-05-01T13:00:00Z"));
        assertThat(monitor.snapshot().total()).isEqualTo(tally(2, 3));
        assertThat(monitor.counts().expired().total()).isEqualTo(tally(1, 4));

        monitor.record(web, 5, at("2024-05-01T10:30:00Z")); // a period that has gone
        monitor.record(web, 6, at("2024-05-01T09:30:00Z")); // and one that never was
        LiveCounts after = monitor.counts();
        assertThat(after.late().total()).isEqualTo(tally(5, 6));
        assertThat(after.all().total()).isEqualTo(tally(1, 2, 3, 4, 5, 6));
        assertThat(monitor).hasToString("1 segment: 2 answers in the window, 2 expired, 2 late, n 6");
    }

    @Test
    void theLatenessOfAnAnswerDoesNotDependOnWhoRecordsIt() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).periods(THREE_HOURS).create();
        int web = monitor.segment("web");
        RatingWriter slow = monitor.writer();
        slow.record(web, 1, at("2024-05-01T10:00:00Z"));
        monitor.record(web, 2, at("2024-05-01T20:00:00Z"));
        slow.record(web, 3, at("2024-05-01T10:00:00Z"));
        assertThat(monitor.counts().expired().total()).isEqualTo(tally(1));
        assertThat(monitor.counts().late().total()).isEqualTo(tally(3));
    }

    @Test
    void aDayOfTwentyFiveHoursIsOneCalendarPeriod() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        RatingMonitor monitor = RatingMonitor.on(SCALE)
                .periods(Periods.of(CalendarUnit.DAY, rome, 2))
                .create();
        int web = monitor.segment("web");
        monitor.record(web, 1, at("2024-10-26T22:00:00Z"));
        monitor.record(web, 2, at("2024-10-27T22:59:59Z"));
        monitor.record(web, 3, at("2024-10-27T23:00:00Z"));
        assertThat(monitor.counts().periods().map(day -> day.total()))
                .isEqualTo(Map.of(
                        Instant.parse("2024-10-26T22:00:00Z"), tally(1, 2),
                        Instant.parse("2024-10-27T23:00:00Z"), tally(3)));
    }

    @Test
    void withoutATimeAnAnswerCountsInTheNewestPeriod() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).periods(THREE_HOURS).create();
        int web = monitor.segment("web");
        RatingWriter writer = monitor.writer();
        assertThatIllegalStateException()
                .isThrownBy(() -> monitor.record(web, 1))
                .withMessage("no time is known yet: record with a time, or advance");
        assertThatIllegalStateException()
                .isThrownBy(() -> writer.record(web, 1))
                .withMessage("no time is known yet: record with a time, or advance");
        monitor.advance(at("2024-05-01T10:20:00Z"));
        monitor.record(web, 1);
        writer.record(web, 2);
        monitor.advance(at("2024-05-01T09:00:00Z")); // time never goes back
        writer.record(web, 3);
        assertThat(monitor.counts().periods().map(hour -> hour.total()))
                .isEqualTo(Map.of(Instant.parse("2024-05-01T10:00:00Z"), tally(1, 2, 3)));
    }

    @Test
    void thePeriodThatNeverEndsTakesEveryTime() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        int web = monitor.segment("web");
        for (long micros : new long[] {Long.MAX_VALUE, 0, Long.MIN_VALUE, Long.MAX_VALUE}) {
            monitor.record(web, 8, micros);
        }
        monitor.advance(Long.MAX_VALUE);
        assertThat(monitor.snapshot().total()).isEqualTo(tally(8, 8, 8, 8));
    }

    @Test
    void aClosedWriterRecordsNoMoreAndItsCountsStay() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        int web = monitor.segment("web");
        RatingWriter first = monitor.writer();
        first.record(web, 1);
        first.close();
        first.close();
        assertThatIllegalStateException().isThrownBy(() -> first.record(web, 1)).withMessage("this writer is closed");
        RatingWriter second = monitor.writer();
        RatingWriter third = monitor.writer();
        second.record(web, 2);
        third.record(web, 3);
        assertThat(monitor.snapshot().total()).isEqualTo(tally(1, 2, 3));
    }

    @Test
    void aMonitorOfThePeriodThatNeverEndsIsRestoredWithAllItCounted() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).lenient().create();
        int web = monitor.segment("web");
        monitor.record(web, 8);
        monitor.record(web, MISSING, 5);
        monitor.record(web, 11, Long.MIN_VALUE);
        RatingMonitor restored = RatingMonitor.fromBytes(monitor.toBytes());
        assertThat(restored.counts()).isEqualTo(monitor.counts());
        assertThat(restored.periods()).isEqualTo(Periods.all());
        restored.record(web, 9);
        restored.record(restored.segment("chat"), 3, Long.MAX_VALUE);
        assertThat(restored)
                .hasToString("2 segments: 5 answers in the window, 0 expired, 0 late, n 3, 1 missing, 1 invalid");
        assertThat(RatingMonitor.fromBytes(restored.toBytes()).counts()).isEqualTo(restored.counts());
    }

    @Test
    void oneAnswerIsOneAnswer() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).create();
        monitor.record(monitor.segment("web"), 8);
        assertThat(monitor).hasToString("1 segment: 1 answer in the window, 0 expired, 0 late, n 1");
    }

    @Test
    void aRestoredMonitorGoesOnWhereTheOtherWent() {
        RatingMonitor monitor = RatingMonitor.on(SCALE)
                .periods(THREE_HOURS)
                .lenient()
                .capacity(3)
                .create();
        int web = monitor.segment("web");
        monitor.segment("quiet");
        monitor.record(web, 1, at("2024-05-01T10:00:00Z"));
        monitor.record(web, 99, at("2024-05-01T13:00:00Z"));
        monitor.record(web, 3, at("2024-05-01T10:00:00Z"));
        RatingMonitor restored = RatingMonitor.fromBytes(monitor.toBytes());
        assertThat(restored.counts()).isEqualTo(monitor.counts()).hasSameHashCodeAs(monitor.counts());
        assertThat(restored.toBytes()).isEqualTo(monitor.toBytes());
        assertThat(restored.segments()).isEqualTo(List.of("web", "quiet"));
        assertThat(restored.periods()).isEqualTo(THREE_HOURS);
        assertThat(restored.scale()).isEqualTo(SCALE);
        for (RatingMonitor each : List.of(monitor, restored)) {
            each.record(each.segment("app"), MISSING);
            each.record(web, 42, at("2024-05-01T11:00:00Z"));
            each.record(web, 7, at("2024-05-01T15:00:00Z"));
            assertThatIllegalStateException().isThrownBy(() -> each.segment("one too many"));
        }
        assertThat(restored.counts()).isEqualTo(monitor.counts());
        RatingMonitor fresh = RatingMonitor.on(SCALE)
                .periods(Periods.of(CalendarUnit.WEEK, ZoneId.of("UTC"), 4))
                .create();
        assertThat(RatingMonitor.fromBytes(fresh.toBytes()).toBytes()).isEqualTo(fresh.toBytes());
    }

    @Test
    void corruptBytesAreRefused() {
        RatingMonitor monitor = RatingMonitor.on(SCALE).periods(THREE_HOURS).create();
        monitor.record(monitor.segment("web"), 1, at("2024-05-01T10:00:00Z"));
        byte[] bytes = monitor.toBytes();
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalArgumentException().isThrownBy(() -> RatingMonitor.fromBytes(flipped));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMonitor.fromBytes(tally(1).toBytes()))
                .withMessage("wanted the bytes of rating monitor, got those of ratings");
    }

    @Test
    void theFirstTenthAndHundredthLateAnswerIsWorthALine() {
        for (long due : new long[] {1, 10, 100, 1_000_000, 1_000_000_000_000_000_000L}) {
            assertThat(LateNotice.isDue(due)).isTrue();
        }
        for (long notDue : new long[] {2, 9, 11, 20, 99, Long.MAX_VALUE}) {
            assertThat(LateNotice.isDue(notDue)).isFalse();
        }
    }
}
