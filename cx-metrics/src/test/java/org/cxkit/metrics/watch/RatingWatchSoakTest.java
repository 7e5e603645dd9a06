package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToLongFunction;
import org.cxkit.core.rating.Bands;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads record answers they know while others read and time moves on: the charts count every answer back. */
@Timeout(60)
class RatingWatchSoakTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final int INVALID = 11;
    private static final int PASSIVE = 7;
    private static final int DETRACTOR = 0;

    private static final Scoring NET = Scoring.netShare(Bands.ZERO_TO_TEN);
    private static final int RECORDERS = 8;
    private static final int ANSWERS = 40_000;
    private static final int SEGMENTS = 12;
    private static final long SECOND = 1_000_000;
    private static final int SECONDS = 40;
    private static final int HELD = 3;

    // no sum ever falls back to 0, so that there is one signal, and behind it each answer that the chart took
    private static final String EVERY_ANSWER = "LLR CUSUM";
    private static final String EVERY_PERIOD = "CUSUM";
    private static final String ONE_PERIOD = "beyond the limit";

    /**
     * One chart that signals from its first answer on and one from its first period on, as neither passives nor
     * detractors are normal; and one that signals up by a period of passives and down by one of detractors.
     */
    private static final ChartPlan PLAN = ChartPlan.of(
                    Shewhart.of(Baseline.given(Characteristic.NET_SHARE, -0.5, 0.01)),
                    Cusum.of(Baseline.given(Characteristic.NET_SHARE, 1, 0.01), 0.5, 1, Cusum.AfterSignal.CONTINUE))
            .with(LlrCusum.of(
                    new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.1, 0.1, 0.8), List.of(0.4, 0.4, 0.2)),
                    1,
                    Cusum.AfterSignal.CONTINUE));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CyclicBarrier pace = new CyclicBarrier(RECORDERS);
    private final ConcurrentLinkedQueue<Alert> told = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    /** What was recorded into one segment. */
    private static final class Book {
        private final Map<Instant, Long> valid = new TreeMap<>();
        private long missing;
        private long invalid;

        void add(int answer, long second) {
            if (answer == MISSING) {
                missing++;
            } else if (answer == INVALID) {
                invalid++;
            } else {
                valid.merge(Instant.ofEpochSecond(second), 1L, Long::sum);
            }
        }

        void addAll(Book other) {
            other.valid.forEach((start, n) -> valid.merge(start, n, Long::sum));
            missing += other.missing;
            invalid += other.invalid;
        }

        long n() {
            return valid.values().stream().mapToLong(n -> n).sum();
        }
    }

    @Test
    void theChartsCountEveryAnswerBackWhilePeriodsEndAndOthersRead() throws Exception {
        RatingWatch watch = RatingWatch.lenient(NET, Periods.of(Duration.ofSeconds(1), HELD), name -> PLAN);
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Map<String, Book>>> recorders = new ArrayList<>();
        for (int thread = 0; thread < RECORDERS; thread++) {
            int seed = thread;
            recorders.add(threads.submit(() -> record(watch, seed)));
        }
        List<Future<Integer>> readers =
                List.of(threads.submit(() -> read(watch, done)), threads.submit(() -> readThroughBytes(watch, done)));
        Future<?> ticker = threads.submit(() -> {
            while (!done.get()) { // behind the recorders, whose time it may find in segments where few answer
                told.addAll(watch.advance(watch.valid() * SECONDS * SECOND / (RECORDERS * ANSWERS)));
            }
        });
        Map<String, Book> books = new TreeMap<>();
        for (Future<Map<String, Book>> recorder : recorders) {
            recorder.get()
                    .forEach((name, book) ->
                            books.computeIfAbsent(name, segment -> new Book()).addAll(book));
        }
        done.set(true);
        ticker.get();
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
        endAllPeriods(watch, books);
        assertThat(watch.segments()).containsExactlyInAnyOrderElementsOf(books.keySet());
        checkCounts(watch, books);
        checkAlerts(books);
    }

    /** Records for forty seconds of made-up time, in time and late, and keeps its own books. */
    private Map<String, Book> record(RatingWatch watch, int seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Book> books = new HashMap<>();
        for (int i = 0; i < ANSWERS; i++) {
            if (i % (ANSWERS / SECONDS / 2) == 0) {
                pace.await(30, TimeUnit.SECONDS); // else nearly all answers but those of one thread would be late
            }
            String name = "s" + random.nextInt(1 + i * SEGMENTS / ANSWERS);
            long micros = Math.max(0, SECONDS * SECOND * i / ANSWERS - random.nextLong(HELD * SECOND));
            int answer = answer(micros / SECOND, random.nextInt(10));
            // a time that is far off means nothing where there is no rating
            long time = answer == MISSING || answer == INVALID ? Long.MAX_VALUE : micros;
            told.addAll(watch.record(watch.segment(name), answer, time));
            books.computeIfAbsent(name, segment -> new Book()).add(answer, micros / SECOND);
        }
        return books;
    }

    /** Passives in one second, detractors in the next; two answers of ten are none. */
    private static int answer(long second, int oneOfTen) {
        return switch (oneOfTen) {
            case 0 -> MISSING;
            case 1 -> INVALID;
            default -> second % 2 == 0 ? PASSIVE : DETRACTOR;
        };
    }

    /** One more answer in each segment, and then time moves on until its period is on the charts, as the last one. */
    private void endAllPeriods(RatingWatch watch, Map<String, Book> books) {
        for (String name : watch.segments()) {
            told.addAll(watch.record(watch.segment(name), answer(SECONDS, 9), SECONDS * SECOND));
            books.computeIfAbsent(name, segment -> new Book()).add(answer(SECONDS, 9), SECONDS);
        }
        told.addAll(watch.advance((SECONDS + HELD) * SECOND));
        assertThat(watch.advance((SECONDS + HELD) * SECOND)).isEmpty();
    }

    private static void checkCounts(RatingWatch watch, Map<String, Book> books) {
        Map<String, Long> onCharts = n(watch, EVERY_PERIOD);
        assertThat(n(watch, EVERY_ANSWER)).isEqualTo(map(books, Book::n));
        assertThat(onCharts.keySet()).isEqualTo(books.keySet());
        assertThat(sum(onCharts) + watch.late()).isEqualTo(watch.valid()).isEqualTo(sum(map(books, Book::n)));
        assertThat(watch.late()).isPositive().isLessThan(watch.valid() / 2);
        assertThat(watch.missing()).isEqualTo(sum(map(books, book -> book.missing)));
        assertThat(watch.invalid()).isEqualTo(sum(map(books, book -> book.invalid)));
    }

    private static Map<String, Long> map(Map<String, Book> books, ToLongFunction<Book> count) {
        Map<String, Long> counts = new TreeMap<>();
        books.forEach((name, book) -> counts.put(name, count.applyAsLong(book)));
        return counts;
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(n -> n).sum();
    }

    /** The answers behind the signals by one rule, by segment. */
    private static Map<String, Long> n(RatingWatch watch, String rule) {
        Map<String, Long> counts = new TreeMap<>();
        for (Alert alert : watch.signalling()) {
            if (alert.signal().rule().equals(rule)) {
                assertThat(counts.put(alert.segment(), alert.signal().n())).isNull();
            }
        }
        return counts;
    }

    /** The two charts that signal all the time told it once; the other one told each period once that has its answers. */
    private void checkAlerts(Map<String, Book> books) {
        Map<String, Integer> once = new TreeMap<>();
        Map<String, TreeMap<Instant, Signal>> periods = new TreeMap<>();
        for (Alert alert : told) {
            if (alert.signal().rule().equals(ONE_PERIOD)) {
                assertThat(periods.computeIfAbsent(alert.segment(), name -> new TreeMap<>())
                                .put(alert.since(), alert.signal()))
                        .isNull();
            } else {
                once.merge(alert.segment() + " " + alert.signal().rule(), 1, Integer::sum);
            }
        }
        assertThat(once)
                .hasSize(2 * books.size())
                .allSatisfy((chart, times) -> assertThat(times).isEqualTo(1));
        assertThat(periods.keySet()).isEqualTo(books.keySet());
        periods.forEach((name, signals) -> signals.forEach((start, signal) -> {
            assertThat(signal.n())
                    .isPositive()
                    .isLessThanOrEqualTo(books.get(name).valid.get(start));
            // no answer of another period: the mean is that of passives alone, or of detractors alone
            assertThat(signal.shift()).isEqualTo(start.getEpochSecond() % 2 == 0 ? 0.5 : -0.5);
        }));
    }

    /** Reads until all is recorded: no count is ever below what it was, and who signals goes on. */
    private static int read(RatingWatch watch, AtomicBoolean done) {
        List<Long> last = List.of(0L, 0L, 0L, 0L);
        Map<String, Long> lastSignals = Map.of();
        int readings = 0;
        while (!done.get()) {
            List<Long> next = List.of(watch.valid(), watch.missing(), watch.invalid(), watch.late());
            for (int i = 0; i < next.size(); i++) {
                assertThat(next.get(i)).isGreaterThanOrEqualTo(last.get(i));
            }
            Map<String, Long> signals = n(watch, EVERY_ANSWER);
            lastSignals.forEach((name, n) -> assertThat(signals.get(name)).isGreaterThanOrEqualTo(n));
            last = next;
            lastSignals = signals;
            readings++;
        }
        return readings;
    }

    /** In the bytes each segment is as it was at one moment: its chart has taken the answers that are counted. */
    private static int readThroughBytes(RatingWatch watch, AtomicBoolean done) {
        int readings = 0;
        while (!done.get()) {
            RatingWatch saved = RatingWatch.fromBytes(watch.toBytes(), NET, name -> PLAN);
            assertThat(sum(n(saved, EVERY_ANSWER))).isEqualTo(saved.valid());
            readings++;
        }
        return readings;
    }
}
