package org.cxkit.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import java.util.List;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.cxkit.metrics.watch.Alert;
import org.cxkit.metrics.watch.ChartPlan;
import org.cxkit.metrics.watch.RatingWatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.III_Result;

/** What two threads may see of a {@link RatingWatch}; two actors each, so that two processors are enough. */
public final class RatingWatchStress {
    private static final long SECOND = 1_000_000;
    private static final int DETRACTOR = 0;
    private static final int MISSING = Integer.MIN_VALUE;
    private static final Scoring NET = Scoring.netShare(Bands.ZERO_TO_TEN);

    /** A period of detractors alone signals: its mean is -1, its lower limit 0.4 - 0.8 or nearer to 0.4. */
    private static final ChartPlan BY_PERIOD =
            ChartPlan.of(Shewhart.of(Baseline.given(Characteristic.NET_SHARE, 0.4, 0.8), 1));

    /** Each detractor adds log(0.35 / 0.2), which is 0.56. */
    private static final LogLikelihoodRatio FALL =
            new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.2, 0.2, 0.6), List.of(0.35, 0.25, 0.4));

    private RatingWatchStress() {}

    private static RatingWatch watch(ChartPlan plan) {
        return RatingWatch.of(NET, Periods.of(Duration.ofSeconds(1), 1), name -> plan);
    }

    private static ChartPlan signallingAbove(double limit, ChartPlan plan) {
        return plan.with(LlrCusum.of(FALL, limit, Cusum.AfterSignal.CONTINUE));
    }

    /** The answers behind all charts that signal. */
    private static int answersBehind(List<Alert> alerts) {
        return alerts.stream().mapToInt(alert -> (int) alert.signal().n()).sum();
    }

    /**
     * Two threads record the two answers that it takes to signal, and one of them reads: "the caller whose answer makes
     * a chart begin to signal gets the alert, nobody else does; while the chart goes on signalling" any reader has it.
     */
    @JCStressTest
    @Outcome(id = "0, 1, 2, 2", expect = ACCEPTABLE, desc = "told to the reader, who then reads it")
    @Outcome(id = "1, 0, [02], 2", expect = ACCEPTABLE, desc = "told to the other one, whose answer was perhaps read")
    @Outcome(expect = FORBIDDEN, desc = "an alert lost or told twice, or an answer lost or doubled")
    @State
    public static class TwoAnswersOneAlert {
        private final RatingWatch watch = watch(signallingAbove(1, ChartPlan.of()));

        public TwoAnswersOneAlert() {
            watch.segment("web");
        }

        @Actor
        public void recorder(IIII_Result seen) {
            seen.r1 = watch.record(0, DETRACTOR, 0).size();
        }

        @Actor
        public void recorderAndReader(IIII_Result seen) {
            seen.r2 = watch.record(0, DETRACTOR, 0).size();
            seen.r3 = answersBehind(watch.signalling());
        }

        @Arbiter
        public void end(IIII_Result seen) {
            seen.r4 = answersBehind(watch.signalling());
        }
    }

    /**
     * Two threads move time on, one of them first by an answer in the period that begins: the period that ends in two
     * segments goes on the charts once in each, and whoever moved a segment gets "an alert for each chart that began to
     * signal". The answer is on the charts with its own period, which "goes on signalling" and is not told again.
     */
    @JCStressTest
    @Outcome(
            id = {"0, 2, 1", "1, 1, 1", "2, 0, 1"},
            expect = ACCEPTABLE,
            desc = "each of the two segments was moved by one of the two")
    @Outcome(expect = FORBIDDEN, desc = "an alert lost or told twice, or an answer lost or doubled")
    @State
    public static class PeriodsEndOnce {
        private final RatingWatch watch = watch(BY_PERIOD);

        public PeriodsEndOnce() {
            watch.record(watch.segment("web"), DETRACTOR, 0);
            watch.record(watch.segment("app"), DETRACTOR, 0);
        }

        @Actor
        public void recorderAndTicker(III_Result seen) {
            seen.r1 = watch.record(0, DETRACTOR, SECOND).size()
                    + watch.advance(SECOND).size();
        }

        @Actor
        public void ticker(III_Result seen) {
            seen.r2 = watch.advance(SECOND).size();
        }

        @Arbiter
        public void end(III_Result seen) {
            boolean toldAgain = !watch.advance(2 * SECOND).isEmpty();
            seen.r3 = toldAgain ? -1 : answersBehind(watch.signalling());
        }
    }

    /**
     * A thread leaves an answer out, gives one in a period that the other ends, and saves the watch: "missing answers
     * enter no chart and move no time", an answer is in its period or "its period is on the charts already" and it is
     * late, and "each segment is written as it is at one moment".
     */
    @JCStressTest
    @Outcome(id = "2, [23], 0, 31", expect = ACCEPTABLE, desc = "in time: both answers are in the period that ended")
    @Outcome(id = "1, 3, 1, 31", expect = ACCEPTABLE, desc = "late: the period went on the charts without it")
    @Outcome(expect = FORBIDDEN, desc = "an answer lost, doubled, or saved in part")
    @State
    public static class AnswerWhilePeriodEnds {
        private static final ChartPlan PLAN = signallingAbove(0.5, BY_PERIOD); // signals with the first answer

        private final RatingWatch watch = watch(PLAN);

        public AnswerWhilePeriodEnds() {
            watch.record(watch.segment("web"), DETRACTOR, 0);
        }

        @Actor
        public void recorderAndSaver(IIII_Result seen) {
            watch.record(0, MISSING, 9 * SECOND);
            watch.record(0, DETRACTOR, 0);
            RatingWatch saved = RatingWatch.fromBytes(watch.toBytes(), NET, name -> PLAN);
            List<Alert> signals = saved.signalling(); // the chart that takes each answer is the last
            long answers = signals.get(signals.size() - 1).signal().n();
            seen.r2 = answers == saved.valid() ? (int) answers : -1;
        }

        @Actor
        public void mover(IIII_Result seen) {
            seen.r1 = answersBehind(watch.record(0, DETRACTOR, SECOND));
        }

        @Arbiter
        public void end(IIII_Result seen) {
            seen.r3 = (int) watch.late();
            seen.r4 = (int) (10 * watch.valid() + watch.missing());
        }
    }

    /**
     * Two threads name a segment they share and one of their own, in which an answer signals at once, and one of them
     * reads: the index is "always the same for a name; a new name gets the next one", and an alert names "the other
     * segments with a chart that signals", so that of two that begin to signal at least the later one names the other.
     */
    @JCStressTest
    @Outcome(
            id = {"0, 1, 3, 3", "1, 0, [23], 3"},
            expect = ACCEPTABLE,
            desc = "the later alert names the segment of the earlier one")
    @Outcome(id = "1, 1, 3, 3", expect = ACCEPTABLE, desc = "both charts signalled before either alert was told")
    @Outcome(expect = FORBIDDEN, desc = "a segment lost or doubled, or two alerts that do not know of each other")
    @State
    public static class SegmentsAndOthers {
        private final RatingWatch watch = watch(signallingAbove(0.5, ChartPlan.of()));
        private int shared;
        private int sharedToo;

        @Actor
        public void namer(IIII_Result seen) {
            shared = watch.segment("shared");
            seen.r1 = others(watch.record(watch.segment("web"), DETRACTOR, 0));
        }

        @Actor
        public void namerAndReader(IIII_Result seen) {
            sharedToo = watch.segment("shared");
            seen.r2 = others(watch.record(watch.segment("app"), DETRACTOR, 0));
            seen.r3 = segmentsInOrder();
        }

        @Arbiter
        public void end(IIII_Result seen) {
            boolean right = shared == sharedToo && answersBehind(watch.signalling()) == 2;
            seen.r4 = right ? segmentsInOrder() : -1;
        }

        private int segmentsInOrder() {
            List<String> names = watch.segments();
            boolean inOrder = names.stream().allMatch(name -> names.indexOf(name) == watch.segment(name));
            return inOrder ? names.size() : -1;
        }

        private static int others(List<Alert> alerts) {
            return alerts.size() == 1 ? alerts.get(0).others().size() : -1;
        }
    }
}
