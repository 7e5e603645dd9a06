package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;

class RatingMonitorPropertiesTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;
    private static final int HELD = 3;
    private static final int SEGMENTS = 3;
    private static final long HOUR = 3_600_000_000L;

    /** An answer, or with segment -1 only a time, or with segment -2 a restart through bytes. */
    record Step(int door, int segment, int rating, long hour) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-2, SEGMENTS - 1),
                        Arbitraries.integers().between(-1, 11),
                        Arbitraries.longs().between(-5, 8))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void everyAnswerIsWhereTheObviousBookKeepingPutsIt(@ForAll("steps") List<Step> steps) {
        RatingMonitor monitor = RatingMonitor.on(SCALE)
                .periods(Periods.of(Duration.ofHours(1), HELD))
                .lenient()
                .create();
        for (int i = 0; i < SEGMENTS; i++) {
            monitor.segment("s" + i);
        }
        List<RatingWriter> writers = new ArrayList<>(List.of(monitor.writer(), monitor.writer()));
        Book book = new Book();
        for (Step step : steps) {
            long micros = step.hour * HOUR + 17;
            if (step.segment == -2) {
                monitor = RatingMonitor.fromBytes(monitor.toBytes());
                writers = new ArrayList<>(List.of(monitor.writer(), monitor.writer()));
                continue;
            }
            book.reach(step.hour);
            if (step.segment == -1) {
                monitor.advance(micros);
                continue;
            }
            book.add(step);
            if (step.door < 2) {
                writers.get(step.door).record(step.segment, step.rating, micros);
            } else {
                monitor.record(step.segment, step.rating, micros);
            }
            assertThat(monitor.counts().all().total().received()).isEqualTo(book.received);
        }
        book.check(monitor.counts());
    }

    /** What the monitor must have, kept the slow way: each answer in a list of its place. */
    private static final class Book {
        private final TreeMap<Long, List<Step>> hours = new TreeMap<>();
        private final List<Step> late = new ArrayList<>();
        private long newest = Long.MIN_VALUE;
        private long received;

        void reach(long hour) {
            newest = Math.max(newest, hour);
        }

        void add(Step step) {
            received++;
            if (step.hour <= newest - HELD) {
                late.add(step);
            } else {
                hours.computeIfAbsent(step.hour, hour -> new ArrayList<>()).add(step);
            }
        }

        void check(LiveCounts counts) {
            List<Step> expired = new ArrayList<>();
            List<Instant> held = new ArrayList<>();
            hours.forEach((hour, steps) -> {
                if (hour <= newest - HELD) {
                    expired.addAll(steps);
                    return;
                }
                Instant start = EpochMicros.toInstant(hour * HOUR);
                held.add(start);
                for (int i = 0; i < SEGMENTS; i++) {
                    assertThat(counts.periods()
                                    .get(start)
                                    .orElseThrow()
                                    .get("s" + i)
                                    .orElse(tally(List.of(), 0)))
                            .isEqualTo(tally(steps, i));
                }
            });
            assertThat(counts.periods().keys()).isEqualTo(held);
            for (int i = 0; i < SEGMENTS; i++) {
                assertThat(counts.expired().get("s" + i).orElse(tally(List.of(), 0)))
                        .isEqualTo(tally(expired, i));
                assertThat(counts.late().get("s" + i).orElse(tally(List.of(), 0)))
                        .isEqualTo(tally(late, i));
            }
        }

        private static RatingTally tally(List<Step> steps, int segment) {
            RatingAccumulator ratings = RatingAccumulator.create(SCALE);
            for (Step step : steps) {
                if (step.segment == segment) {
                    if (SCALE.contains(step.rating)) {
                        ratings.add(step.rating);
                    } else {
                        ratings.addInvalid(1);
                    }
                }
            }
            return ratings.result();
        }
    }
}
