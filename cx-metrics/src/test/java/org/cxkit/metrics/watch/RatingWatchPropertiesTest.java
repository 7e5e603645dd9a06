package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.Shewhart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.control.Subgroup;
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.Scoring;

class RatingWatchPropertiesTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final RatingScale SCALE = RatingScale.ONE_TO_FIVE;
    private static final Scoring CSAT = Scoring.share("CSAT", SCALE, 4, 5);
    private static final int HELD = 3;
    private static final int SEGMENTS = 3;
    private static final long HOUR = 3_600_000_000L;

    /** A p′ chart and its kin: sigma z is 1.5; so narrow that many periods signal. */
    private static final Baseline NORMAL = new Baseline(Characteristic.of(CSAT), 0.6, 0.49, 1.5);

    private static final List<PeriodChart> CHARTS = List.of(
            Shewhart.of(NORMAL, 1.5), Ewma.of(NORMAL, 0.4, 1), Cusum.of(NORMAL, 0.5, 1.5, Cusum.AfterSignal.RESTART));

    /** Some answers, or with segment -1 only a time, or with segment -2 a restart through bytes. */
    record Step(int segment, int answer, int times, long hour) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(-2, SEGMENTS - 1),
                        Arbitraries.of(MISSING, 0, 1, 2, 3, 4, 5, 6),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.longs().between(-5, 12))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void theWatchTellsWhatTheChartsOfPastPeriodsTell(@ForAll("steps") List<Step> steps) {
        RatingWatch watch = RatingWatch.lenient(CSAT, Periods.of(Duration.ofHours(1), HELD), name -> plan());
        List<Book> books = new ArrayList<>();
        for (int i = 0; i < SEGMENTS; i++) {
            books.add(new Book("s" + watch.segment("s" + i)));
        }
        List<Alert> told = new ArrayList<>();
        for (Step step : steps) {
            if (step.segment == -2) {
                watch = RatingWatch.fromBytes(watch.toBytes(), CSAT, name -> plan());
            } else if (step.segment == -1) {
                told.addAll(watch.advance(step.hour * HOUR + 17));
                books.forEach(book -> book.advance(step.hour));
            } else {
                for (int i = 0; i < step.times; i++) {
                    told.addAll(watch.record(step.segment, step.answer, step.hour * HOUR + i));
                }
                books.get(step.segment).add(step);
            }
        }
        List<Alert> signalling = watch.signalling();
        books.forEach(book -> book.check(told, signalling));
        assertThat(List.of(watch.valid(), watch.missing(), watch.invalid(), watch.late()))
                .isEqualTo(List.of(
                        books.stream()
                                .mapToLong(book -> book.all.result().valid())
                                .sum(),
                        books.stream()
                                .mapToLong(book -> book.all.result().missing())
                                .sum(),
                        books.stream()
                                .mapToLong(book -> book.all.result().invalid())
                                .sum(),
                        books.stream().mapToLong(book -> book.late).sum()));
    }

    private static ChartPlan plan() {
        return ChartPlan.of(CHARTS.toArray(PeriodChart[]::new));
    }

    /** What a segment must have, kept the slow way: the ratings of each hour, charted when all is past. */
    private static final class Book {
        private final String name;
        private final TreeMap<Long, RatingAccumulator> hours = new TreeMap<>();
        private final RatingAccumulator all = RatingAccumulator.create(SCALE);
        private long first = Long.MIN_VALUE;
        private long newest = Long.MIN_VALUE;
        private long late;

        Book(String name) {
            this.name = name;
        }

        void advance(long hour) {
            newest = newest == Long.MIN_VALUE ? newest : Math.max(newest, hour);
        }

        void add(Step step) {
            if (step.answer == MISSING) {
                all.addMissing(step.times);
            } else if (!SCALE.contains(step.answer)) {
                all.addInvalid(step.times);
            } else {
                all.add(step.answer, step.times);
                first = newest == Long.MIN_VALUE ? step.hour : first;
                newest = Math.max(newest, step.hour);
                if (step.hour <= newest - HELD) {
                    late += step.times;
                } else {
                    hours.computeIfAbsent(step.hour, hour -> RatingAccumulator.create(SCALE))
                            .add(step.answer, step.times);
                }
            }
        }

        void check(List<Alert> told, List<Alert> signalling) {
            List<Subgroup> periods = new ArrayList<>();
            if (newest != Long.MIN_VALUE) {
                for (long hour = first - HELD + 1; hour <= newest - HELD; hour++) {
                    RatingAccumulator ratings = hours.getOrDefault(hour, RatingAccumulator.create(SCALE));
                    periods.add(Subgroup.of(CSAT, ratings.result()));
                }
            }
            PastCharts past = PastCharts.of(CHARTS, periods);
            List<Signal> expected = new ArrayList<>();
            for (int i = 0; i < periods.size(); i++) {
                expected.addAll(past.beginningAt(i));
            }
            assertThat(signals(told)).isEqualTo(expected);
            assertThat(signals(signalling)).isEqualTo(periods.isEmpty() ? List.of() : past.at(periods.size() - 1));
        }

        private List<Signal> signals(List<Alert> alerts) {
            return alerts.stream()
                    .filter(alert -> alert.segment().equals(name))
                    .map(Alert::signal)
                    .toList();
        }
    }
}
