package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads record answers they know while others read and time moves on: every answer is counted back. */
@Timeout(60)
class RatingMonitorSoakTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final int INVALID = 11;
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final int ANSWERS = 150_000;
    private static final int SEGMENTS = 20;
    private static final long SECOND = 1_000_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void everyAnswerIsCountedBackWhileTheWindowMovesAndOthersRead() throws Exception {
        RatingMonitor monitor = RatingMonitor.on(SCALE)
                .periods(Periods.of(Duration.ofSeconds(1), 4))
                .lenient()
                .create();
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Map<String, RatingAccumulator>>> recorders = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int seed = thread;
            recorders.add(threads.submit(() -> record(monitor, seed)));
        }
        List<Future<Integer>> readers = List.of(
                threads.submit(() -> read(monitor, done)), threads.submit(() -> readThroughBytes(monitor, done)));
        Future<?> ticker = threads.submit(() -> {
            for (long second = 0; !done.get(); second = (second + 1) % 40) {
                monitor.advance(second * SECOND);
            }
        });
        Grouped<String, RatingTally> told = Grouped.of(RatingTally.empty(SCALE), Map.of());
        for (Future<Map<String, RatingAccumulator>> recorder : recorders) {
            Map<String, RatingTally> tallies = new TreeMap<>();
            recorder.get().forEach((segment, ratings) -> tallies.put(segment, ratings.result()));
            told = told.plus(Grouped.of(RatingTally.empty(SCALE), tallies));
        }
        done.set(true);
        ticker.get();
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        assertThat(monitor.counts().all()).isEqualTo(told);
        assertThat(monitor.counts().periods().size()).isLessThanOrEqualTo(4);
    }

    /** Records for forty seconds of made-up time, through both doors, in time and late, and keeps its own books. */
    private static Map<String, RatingAccumulator> record(RatingMonitor monitor, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, RatingAccumulator> books = new TreeMap<>();
        RatingWriter writer = monitor.writer();
        for (int i = 0; i < ANSWERS; i++) {
            String name = "s" + random.nextInt(1 + i * SEGMENTS / ANSWERS);
            int segment = monitor.segment(name);
            int rating = random.nextInt(-2, 12);
            rating = rating == -2 ? MISSING : rating;
            long micros = 40 * SECOND * i / ANSWERS - random.nextLong(3 * SECOND);
            RatingAccumulator book = books.computeIfAbsent(name, segmentName -> RatingAccumulator.create(SCALE));
            if (rating == MISSING) {
                book.addMissing(1);
            } else if (SCALE.contains(rating)) {
                book.add(rating);
            } else {
                book.addInvalid(1);
            }
            if ((i & 1) == 0) {
                writer.record(segment, rating, micros);
            } else {
                monitor.record(segment, rating, micros);
            }
            if (i % 10_000 == 0) {
                writer.close();
                writer = monitor.writer();
            }
        }
        writer.close();
        return books;
    }

    /** Reads until all is recorded: no count is ever below what it was, and a period is whole while it is held. */
    private static int read(RatingMonitor monitor, AtomicBoolean done) {
        LiveCounts last = monitor.counts();
        int readings = 0;
        while (!done.get()) {
            LiveCounts next = monitor.counts();
            rises(last.all(), next.all());
            rises(last.late(), next.late());
            rises(last.expired(), next.expired());
            LiveCounts before = last;
            next.periods().asMap().forEach((start, tallies) -> rises(before.periods(), start, tallies));
            last = next;
            readings++;
        }
        return readings;
    }

    private static void rises(
            Grouped<Instant, Grouped<String, RatingTally>> before, Instant start, Grouped<String, RatingTally> now) {
        before.get(start).ifPresent(earlier -> rises(earlier, now));
    }

    private static void rises(Grouped<String, RatingTally> earlier, Grouped<String, RatingTally> later) {
        // minus throws where a count would fall below zero
        earlier.asMap().forEach((segment, tally) -> {
            RatingTally unused = later.get(segment).orElseThrow().minus(tally);
        });
    }

    private static int readThroughBytes(RatingMonitor monitor, AtomicBoolean done) {
        Grouped<String, RatingTally> last = monitor.counts().all();
        int readings = 0;
        while (!done.get()) {
            Grouped<String, RatingTally> next =
                    RatingMonitor.fromBytes(monitor.toBytes()).counts().all();
            rises(last, next);
            last = next;
            readings++;
        }
        return readings;
    }

    /** In each period only one rating is given, or an answer that is none, and a count of another period would be seen. */
    @Test
    void aReadingNeverHasCountsOfThePeriodThatABucketServedBefore() throws Exception {
        RatingMonitor monitor = RatingMonitor.on(SCALE)
                .periods(Periods.of(Duration.ofSeconds(1), 4))
                .lenient()
                .create();
        int web = monitor.segment("web");
        monitor.advance(0);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = List.of(
                threads.submit(() -> readRatingsOfPeriods(monitor, done, 1_000)),
                threads.submit(() -> readRatingsOfPeriods(monitor, done, 200_000)));
        List<Future<RatingTally>> recorders = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            int seed = thread;
            recorders.add(threads.submit(() -> recordRatingsOfPeriods(monitor, web, seed)));
        }
        RatingTally recorded = RatingTally.empty(SCALE);
        for (Future<RatingTally> recorder : recorders) {
            recorded = recorded.plus(recorder.get());
        }
        done.set(true);
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        assertThat(monitor.counts().all().total()).isEqualTo(recorded);
        assertThat(List.of(recorded.missing(), recorded.invalid()))
                .allSatisfy(count -> assertThat(count).isPositive());
    }

    /** Ends a period every ten answers or so; some come in the wrong order, and some late. */
    private static RatingTally recordRatingsOfPeriods(RatingMonitor monitor, int segment, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingAccumulator book = RatingAccumulator.create(SCALE);
        try (RatingWriter writer = monitor.writer()) {
            for (int i = 0; i < 2 * ANSWERS; i++) {
                long second = Math.max(0, i / 10 - random.nextInt(1 << random.nextInt(4)));
                int answer = answerOfPeriod(second, random.nextInt(8));
                if (answer == MISSING) {
                    book.addMissing(1);
                } else if (answer == INVALID) {
                    book.addInvalid(1);
                } else {
                    book.add(answer);
                }
                if ((i & 3) == 0) {
                    monitor.record(segment, answer, second * SECOND);
                } else {
                    writer.record(segment, answer, second * SECOND);
                }
            }
        }
        return book.result();
    }

    /** One answer of eight is none: of an even second a missing one, of an odd one one off the scale. */
    private static int answerOfPeriod(long second, int oneOfEight) {
        if (oneOfEight != 0) {
            return (int) (second % 11);
        }
        return second % 2 == 0 ? MISSING : INVALID;
    }

    private static int readRatingsOfPeriods(RatingMonitor monitor, AtomicBoolean done, long pauseNanos) {
        Grouped<String, RatingTally> last = monitor.counts().all();
        int readings = 0;
        while (!done.get()) {
            LiveCounts counts = monitor.counts();
            counts.periods().asMap().forEach((start, tallies) -> {
                RatingTally tally = tallies.total();
                long second = start.getEpochSecond();
                assertThat(tally.count((int) (second % 11))).isEqualTo(tally.valid());
                assertThat(second % 2 == 0 ? tally.invalid() : tally.missing()).isZero();
            });
            rises(last, counts.all());
            last = counts.all();
            readings++;
            LockSupport.parkNanos(pauseNanos); // meanwhile buckets are used again
        }
        return readings;
    }

    @Test
    void manyMoreThreadsThanSetsOfCellsLoseNothing() throws Exception {
        RatingMonitor monitor = RatingMonitor.on(SCALE).lenient().create();
        int web = monitor.segment("web");
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int thread = 0; thread < 200; thread++) {
            int answer = thread % 13 == 12 ? MISSING : thread % 13;
            tasks.add(() -> {
                for (int i = 0; i < 500; i++) {
                    monitor.record(web, answer);
                }
                return answer;
            });
        }
        for (Future<Integer> task : threads.invokeAll(tasks)) {
            task.get();
        }
        // 200 threads are 15 for each of the 13 answers, and one more for each of the first five
        long[] counts = new long[SCALE.points()];
        for (int rating = 0; rating < counts.length; rating++) {
            counts[rating] = 500L * (rating < 5 ? 16 : 15);
        }
        assertThat(monitor.snapshot().get("web")).contains(RatingTally.ofCounts(SCALE, counts, 500 * 15, 500 * 15));
    }
}
