package org.cxkit.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.live.LiveCounts;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.live.RatingMonitor;
import org.cxkit.metrics.live.RatingWriter;
import org.cxkit.metrics.survey.RatingTally;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** What two threads may see of a {@link RatingMonitor}; two actors each, so that two processors are enough. */
public final class LiveMonitorStress {
    private static final long SECOND = 1_000_000;

    private LiveMonitorStress() {}

    private static RatingMonitor monitor(int held) {
        RatingMonitor monitor = RatingMonitor.on(RatingScale.ZERO_TO_TEN)
                .periods(Periods.of(Duration.ofSeconds(1), held))
                .create();
        monitor.segment("web");
        monitor.advance(0);
        return monitor;
    }

    private static int received(RatingMonitor monitor) {
        return (int) monitor.snapshot().total().received();
    }

    private static int all(RatingMonitor monitor) {
        return (int) monitor.counts().all().total().received();
    }

    /** Two threads record through the shared door, and one of them reads. */
    @JCStressTest
    @Outcome(id = "[12], 2", expect = ACCEPTABLE, desc = "its own answer, perhaps the other one, in the end both")
    @Outcome(expect = FORBIDDEN, desc = "an answer lost or doubled")
    @State
    public static class TwoThreadsAndASnapshot {
        private final RatingMonitor monitor = monitor(2);

        @Actor
        public void recorder() {
            monitor.record(0, 10);
        }

        @Actor
        public void recorderAndReader(II_Result seen) {
            monitor.record(0, 10);
            seen.r1 = received(monitor);
        }

        @Arbiter
        public void end(II_Result seen) {
            seen.r2 = received(monitor);
        }
    }

    /** A thread records through its own handle while the other reads twice. */
    @JCStressTest
    @Outcome(id = "0, [012], 2", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "1, [12], 2", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "2, 2, 2", expect = ACCEPTABLE, desc = "all from the start")
    @Outcome(expect = FORBIDDEN, desc = "a count that fell, or an answer lost or doubled")
    @State
    public static class OwnHandleAndSnapshots {
        private final RatingMonitor monitor = monitor(2);
        private final RatingWriter writer = monitor.writer();

        @Actor
        public void recorder() {
            writer.record(0, 9);
            writer.record(0, 3);
        }

        @Actor
        public void reader(III_Result seen) {
            seen.r1 = received(monitor);
            seen.r2 = received(monitor);
        }

        @Arbiter
        public void end(III_Result seen) {
            seen.r3 = received(monitor);
        }
    }

    /** A thread moves the window away from the period in which the other records. */
    @JCStressTest
    @Outcome(id = "1, 0, 2, 1", expect = ACCEPTABLE, desc = "recorded in time, then expired")
    @Outcome(id = "0, 1, 2, 1", expect = ACCEPTABLE, desc = "recorded too late")
    @Outcome(expect = FORBIDDEN, desc = "an answer lost or doubled")
    @State
    public static class RotationAndRecord {
        private final RatingMonitor monitor = monitor(1);

        @Actor
        public void recorder() {
            monitor.record(0, 10, 0);
        }

        @Actor
        public void rotator() {
            monitor.record(0, 10, 5 * SECOND);
        }

        @Arbiter
        public void end(IIII_Result seen) {
            LiveCounts counts = monitor.counts();
            seen.r1 = (int) counts.expired().total().received();
            seen.r2 = (int) counts.late().total().received();
            seen.r3 = (int) counts.all().total().received();
            seen.r4 = (int) counts.window().total().received();
        }
    }

    /** A writer rotates while the other thread reads: expiry moves its answers, and no reading misses them. */
    @JCStressTest
    @Outcome(id = "1, [123], 3", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "2, [23], 3", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "3, 3, 3", expect = ACCEPTABLE, desc = "all from the start")
    @Outcome(expect = FORBIDDEN, desc = "an answer missed while its period expired")
    @State
    public static class RotationAndReaders {
        private final RatingMonitor monitor = monitor(1);
        private final RatingWriter writer = monitor.writer();

        public RotationAndReaders() {
            writer.record(0, 10, 0);
        }

        @Actor
        public void rotator() {
            writer.record(0, 9, SECOND);
            writer.record(0, 8, 2 * SECOND);
        }

        @Actor
        public void reader(III_Result seen) {
            seen.r1 = all(monitor);
            seen.r2 = all(monitor);
        }

        @Arbiter
        public void end(III_Result seen) {
            seen.r3 = all(monitor);
        }
    }

    /** A writer makes new periods from expired ones while the other thread reads: no reading finds one in the other. */
    @JCStressTest
    @Outcome(id = "3, [3456], 6", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "4, [456], 6", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "5, [56], 6", expect = ACCEPTABLE, desc = "rising")
    @Outcome(id = "6, 6, 6", expect = ACCEPTABLE, desc = "all from the start")
    @Outcome(expect = FORBIDDEN, desc = "a count that was cleared, or that stands in the wrong period")
    @State
    public static class ReuseAndReaders {
        private final RatingMonitor monitor = monitor(1);
        private final RatingWriter writer = monitor.writer();

        public ReuseAndReaders() {
            for (int second = 0; second < 3; second++) {
                writer.record(0, second, second * SECOND);
            }
        }

        @Actor
        public void rotator() {
            writer.record(0, 3, 3 * SECOND);
            writer.record(0, 4, 4 * SECOND);
            writer.record(0, 5, 5 * SECOND);
        }

        @Actor
        public void reader(III_Result seen) {
            seen.r1 = allInTheirPeriods(monitor);
            seen.r2 = allInTheirPeriods(monitor);
        }

        @Arbiter
        public void end(III_Result seen) {
            seen.r3 = allInTheirPeriods(monitor);
        }

        private static int allInTheirPeriods(RatingMonitor monitor) {
            LiveCounts counts = monitor.counts();
            boolean right = counts.periods().asMap().entrySet().stream().allMatch(period -> {
                RatingTally tally = period.getValue().total();
                return tally.count((int) period.getKey().getEpochSecond()) == tally.received();
            });
            return right ? (int) counts.all().total().received() : -1;
        }
    }

    /** Time moves on just when a handle finds its period: its next answer must see that, as handles ask no clock. */
    @JCStressTest
    @Outcome(id = "1, [123], 4", expect = ACCEPTABLE, desc = "the old one late, the new one in the new period")
    @Outcome(expect = FORBIDDEN, desc = "a handle that missed that time moved on, or an answer lost or doubled")
    @State
    public static class OwnHandleAndAdvance {
        private final RatingMonitor monitor = monitor(1);
        private final RatingWriter writer = monitor.writer();

        @Actor
        public void recorder() {
            writer.record(0, 10);
            writer.record(0, 9);
        }

        @Actor
        public void ticker() {
            monitor.advance(SECOND);
        }

        @Arbiter
        public void end(III_Result seen) {
            writer.record(0, 8, 0);
            writer.record(0, 7);
            LiveCounts counts = monitor.counts();
            seen.r1 = (int) counts.late().total().received();
            seen.r2 = (int) counts.window().total().received();
            seen.r3 = (int) counts.all().total().received();
        }
    }

    /** A thread names segments, so that arrays grow, while the other records and reads. */
    @JCStressTest
    @Outcome(id = "[1-9], 9", expect = ACCEPTABLE, desc = "its own answer and some of the others, in the end all")
    @Outcome(expect = FORBIDDEN, desc = "an answer lost or doubled")
    @State
    public static class GrowthAndRecord {
        private final RatingMonitor monitor = monitor(1);

        @Actor
        public void namer() {
            for (int i = 0; i < 8; i++) {
                monitor.record(monitor.segment("segment " + i), 10);
            }
        }

        @Actor
        public void recorderAndReader(II_Result seen) {
            monitor.record(0, 9);
            seen.r1 = received(monitor);
        }

        @Arbiter
        public void end(II_Result seen) {
            seen.r2 = received(monitor);
        }
    }
}
