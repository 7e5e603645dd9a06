package org.cxkit.benchmarks;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Recorder;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.live.RatingMonitor;
import org.cxkit.metrics.live.RatingWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Question: what does it cost to record one answer live, beside an empty loop, what a user would write, HdrHistogram
 * and Micrometer?
 *
 * <p>16 segments and 11 ratings, known before; one invocation records one answer.
 *
 * <p>The empty loop is JMH's own, one invocation an answer like everybody here: it finds the next answer, reads its
 * segment and rating, and its time where the contestant gets one, and gives them away. So its ratio to a contestant has
 * nothing in it that only one of them pays. A loop over the arrays inside one invocation would be a third of that, and
 * a straw man: the compiler unrolls it and leaves out the bounds checks, and even a bare array of counts takes three
 * times as long.
 *
 * <p>Periods end in two ways. The ticking contestants tell the time after each round of 4,096 answers, as a service
 * does that asks the clock now and then; the rotating ones get a time with each answer. Both let 10 µs pass an answer, so
 * that a period of a second ends, and the oldest of four expires, every 100,000 answers. Each kind has an empty loop that
 * tells the same times, or notices the end of a period and calls a method then: any call in the loop, however seldom it
 * is made, keeps the compiler from holding the state of the loop in registers, and the processor from finding the counter
 * of the answers without a way through the cache, which is as long as the rest.
 *
 * <p>HdrHistogram and Micrometer have one recorder for each segment; Micrometer counts the eleven ratings as service
 * level objectives. Each method runs with one thread, and with two that share everything but their own handles. The two
 * go by one time: each with a time of its own, they are further apart than the window within milliseconds, and the one
 * behind records nothing but late answers, which cost several times as much. Shown with {@code -prof gc}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class LiveMonitorBenchmark {
    static final int SEGMENTS = 16;
    static final int RATINGS = 11;
    private static final int ANSWERS = 1 << 12;
    private static final long STEP = 10;
    private static final long PERIOD = 1_000_000;

    /** How the ratings are spread. */
    @Param({"UNIFORM", "SKEWED"})
    public RatingShape shape = RatingShape.UNIFORM;

    final RatingMonitor monitor = monitor(Periods.all());
    final RatingMonitor rotating = monitor(Periods.of(Duration.of(PERIOD, ChronoUnit.MICROS), 4));
    final LongAdder[] adders = new LongAdder[SEGMENTS * RATINGS];
    final AtomicLongArray atomics = new AtomicLongArray(SEGMENTS * RATINGS);
    final long[] guarded = new long[SEGMENTS * RATINGS];
    final Recorder[] recorders = new Recorder[SEGMENTS];
    final DistributionSummary[] summaries = new DistributionSummary[SEGMENTS];

    private static RatingMonitor monitor(Periods periods) {
        RatingMonitor monitor =
                RatingMonitor.on(RatingScale.ZERO_TO_TEN).periods(periods).create();
        for (int i = 0; i < SEGMENTS; i++) {
            monitor.segment("segment " + i);
        }
        return monitor;
    }

    /** Makes what others record into. */
    @Setup
    public void setup() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        for (int i = 0; i < adders.length; i++) {
            adders[i] = new LongAdder();
        }
        for (int i = 0; i < SEGMENTS; i++) {
            recorders[i] = new Recorder(RATINGS, 2);
            summaries[i] = DistributionSummary.builder("ratings")
                    .tag("segment", "segment " + i)
                    .serviceLevelObjectives(0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                    .register(registry);
        }
    }

    /**
     * The answers of one thread, and what it alone records into. The rotating monitor is here since JMH makes an instance
     * of this class for the handles besides the one of {@link WithTwoThreads}.
     */
    @State(Scope.Thread)
    public static class Answers {
        final int[] segments = new int[ANSWERS];
        final long[] counts = new long[SEGMENTS * RATINGS];
        byte[] ratings = new byte[0];
        RatingWriter writer = monitor(Periods.all()).writer();
        RatingMonitor rotating = monitor(Periods.all());
        RatingWriter rotatingWriter = writer;
        long answer;
        long ahead;
        long periodEnd;

        /** Makes the answers and opens the handles. */
        @Setup
        public void setup(LiveMonitorBenchmark shared) {
            SplittableRandom random =
                    new SplittableRandom(Thread.currentThread().getId());
            for (int i = 0; i < ANSWERS; i++) {
                segments[i] = random.nextInt(SEGMENTS);
            }
            ratings = shared.shape.column(ANSWERS, 42);
            writer = shared.monitor.writer();
            rotatingWriter = shared.rotating.writer();
            rotating = shared.rotating;
            rotating.advance(0);
        }

        int next() {
            return (int) ++answer & (ANSWERS - 1);
        }

        long micros() {
            return STEP * answer + ahead;
        }
    }

    /** The time of the answer at hand. */
    long time(Answers answers) {
        return answers.micros();
    }

    /** Tells the time when a round begins. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    void tick(Answers answers) {
        answers.rotating.advance(answers.micros());
    }

    /** What an empty loop does when a period ends. */
    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    void endPeriod(Answers answers) {
        answers.periodEnd = answers.micros() + PERIOD;
    }

    /** {@return what an empty loop reads} */
    @Benchmark
    public int emptyLoop(Answers answers) {
        int i = answers.next();
        return answers.segments[i] + answers.ratings[i];
    }

    /** {@return what an empty loop over answers with a time reads: the baseline of the rotating contestants} */
    @Benchmark
    public long emptyLoopRotating(Answers answers) {
        int i = answers.next();
        long micros = time(answers);
        if (micros >= answers.periodEnd) {
            endPeriod(answers);
        }
        return answers.segments[i] + answers.ratings[i] + micros;
    }

    /** {@return what an empty loop reads that tells the time once in a round: the baseline of the ticking contestants} */
    @Benchmark
    public int emptyLoopTicking(Answers answers) {
        int i = answers.next();
        if (i == 0) {
            tick(answers);
        }
        return answers.segments[i] + answers.ratings[i];
    }

    /** Records into a plain array of the thread's own, which no other thread can read: the bound. */
    @Benchmark
    public void ownArray(Answers answers) {
        int i = answers.next();
        answers.counts[answers.segments[i] * RATINGS + answers.ratings[i]]++;
    }

    /** Records through a handle of the thread's own. */
    @Benchmark
    public void ownHandle(Answers answers) {
        int i = answers.next();
        answers.writer.record(answers.segments[i], answers.ratings[i]);
    }

    /** Records through a handle of the thread's own while periods come and go. */
    @Benchmark
    public void ownHandleRotating(Answers answers) {
        int i = answers.next();
        answers.rotatingWriter.record(answers.segments[i], answers.ratings[i], time(answers));
    }

    /** Records through a handle of the thread's own while periods come and go, by the time told once in a round. */
    @Benchmark
    public void ownHandleTicking(Answers answers) {
        int i = answers.next();
        if (i == 0) {
            tick(answers);
        }
        answers.rotatingWriter.record(answers.segments[i], answers.ratings[i]);
    }

    /** Records through the shared door. */
    @Benchmark
    public void shared(Answers answers) {
        int i = answers.next();
        monitor.record(answers.segments[i], answers.ratings[i]);
    }

    /** Records through the shared door while periods come and go, by the time told once in a round. */
    @Benchmark
    public void sharedTicking(Answers answers) {
        int i = answers.next();
        if (i == 0) {
            tick(answers);
        }
        answers.rotating.record(answers.segments[i], answers.ratings[i]);
    }

    /** Records through the shared door while periods come and go. */
    @Benchmark
    public void sharedRotating(Answers answers) {
        int i = answers.next();
        answers.rotating.record(answers.segments[i], answers.ratings[i], time(answers));
    }

    /** Records into an array of adders. */
    @Benchmark
    public void longAdders(Answers answers) {
        int i = answers.next();
        adders[answers.segments[i] * RATINGS + answers.ratings[i]].increment();
    }

    /** Records into an atomic array. */
    @Benchmark
    public void atomicLongArray(Answers answers) {
        int i = answers.next();
        atomics.getAndIncrement(answers.segments[i] * RATINGS + answers.ratings[i]);
    }

    /** Records into a plain array under a lock. */
    @Benchmark
    public void synchronizedArray(Answers answers) {
        int i = answers.next();
        synchronized (guarded) {
            guarded[answers.segments[i] * RATINGS + answers.ratings[i]]++;
        }
    }

    /** Records into HdrHistogram. */
    @Benchmark
    public void hdrHistogram(Answers answers) {
        int i = answers.next();
        recorders[answers.segments[i]].recordValue(answers.ratings[i]);
    }

    /** Records into Micrometer. */
    @Benchmark
    public void micrometer(Answers answers) {
        int i = answers.next();
        summaries[answers.segments[i]].record(answers.ratings[i]);
    }

    /** The same with two threads. */
    @Threads(2)
    public static class WithTwoThreads extends LiveMonitorBenchmark {
        private volatile long latest;

        /** Catches up with the other thread now and then; if both do so at once, one of them does it the next time. */
        @Override
        long time(Answers answers) {
            if ((answers.answer & (ANSWERS - 1)) == 0) {
                answers.ahead += Math.max(0, latest - answers.micros());
                latest = answers.micros();
            }
            return super.time(answers);
        }
    }
}
