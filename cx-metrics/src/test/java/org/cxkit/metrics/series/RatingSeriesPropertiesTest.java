package org.cxkit.metrics.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.survey.RatingTally;

/** Every fast path beside the obvious loop. */
class RatingSeriesPropertiesTest {
    private static final RatingScale SCALE = RatingScale.ZERO_TO_TEN;

    /** Whole seconds around changes of the clocks, the ends of short months and a year's end. */
    @Provide
    Arbitrary<long[]> seconds() {
        Arbitrary<Long> around = Arbitraries.of(
                        "2024-03-31T01:00:00Z", // Rome: clocks go on
                        "2024-10-27T01:00:00Z", // Rome: clocks go back
                        "2011-12-30T10:00:00Z", // Apia: a day is skipped
                        "2024-04-06T15:00:00Z", // Lord Howe: clocks go back by half an hour
                        "2010-11-07T02:31:00Z", // St John's: clocks go back across midnight
                        "2024-02-29T12:00:00Z",
                        "2024-03-31T12:00:00Z",
                        "2020-12-31T23:00:00Z")
                .map(text -> Instant.parse(text).getEpochSecond());
        Arbitrary<Long> away = Arbitraries.oneOf(
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(-60, 60).map(hours -> hours * 1800),
                Arbitraries.longs().between(-40, 40).map(days -> days * 86400));
        return around.flatMap(centre -> away.map(distance -> centre + distance))
                .array(long[].class)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Rome",
                        "Pacific/Apia",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "America/St_Johns",
                        "America/Los_Angeles",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.of(
                Period.ofDays(1), Period.ofDays(7), Period.ofMonths(1), Period.of(1, 1, 1), Period.ofYears(1));
    }

    private static byte rating(long second) {
        int code = Math.floorMod(second * 31, 12);
        return code == 11 ? Byte.MIN_VALUE : (byte) code;
    }

    private static RatingSeries series(long[] seconds) {
        byte[] ratings = new byte[seconds.length];
        IntStream.range(0, ratings.length).forEach(i -> ratings[i] = rating(seconds[i]));
        return RatingSeries.of(
                SCALE, Arrays.stream(seconds).map(s -> s * 1_000_000).toArray(), ratings);
    }

    private static RatingTally tally(long[] seconds, Predicate<Instant> inside) {
        return Arrays.stream(seconds)
                .filter(second -> inside.test(Instant.ofEpochSecond(second)))
                .mapToObj(second -> rating(second) == Byte.MIN_VALUE ? null : (Integer) (int) rating(second))
                .collect(RatingTally.collector(SCALE));
    }

    private static void check(long[] seconds, TrailingWindow window) {
        Map<Instant, RatingTally> expected = new TreeMap<>();
        for (long second : seconds) {
            Instant end = Instant.ofEpochSecond(second);
            expected.put(end, tally(seconds, at -> window.start(end).isBefore(at) && !at.isAfter(end)));
        }
        assertThat(series(seconds).trailing(window).asMap()).containsExactlyEntriesOf(expected);
    }

    @Property
    void aWindowOfFixedLengthIsTheObviousLoop(@ForAll("seconds") long[] seconds) {
        check(seconds, TrailingWindow.of(Duration.ofDays(1)));
        check(seconds, TrailingWindow.of(Duration.ofSeconds(1)));
    }

    @Property(tries = 500)
    void aCalendarWindowIsTheObviousLoop(
            @ForAll("seconds") long[] seconds, @ForAll("periods") Period length, @ForAll("zones") ZoneId zone) {
        check(seconds, TrailingWindow.of(length, zone));
    }

    @Property
    void aWindowWhoseStartMovesBackIsTheObviousLoop(@ForAll("seconds") long[] seconds) {
        // a start that depends on the end in no sensible way
        check(seconds, end -> end.minusSeconds(1 + Math.floorMod(end.getEpochSecond() * 7919, 200_000)));
    }

    @Property(tries = 150)
    void periodsAreTheObviousLoop(
            @ForAll("seconds") long[] seconds, @ForAll CalendarUnit unit, @ForAll("zones") ZoneId zone) {
        RatingSeries series = series(seconds);
        Map<CalendarPeriod, RatingTally> points =
                TallySeries.of(series.by(unit, zone)).asMap();
        TreeSet<CalendarPeriod> periods = new TreeSet<>();
        for (long second : seconds) {
            periods.add(unit.of(Instant.ofEpochSecond(second), zone));
        }
        if (!periods.isEmpty()) {
            assertThat(List.copyOf(points.keySet())).first().isEqualTo(periods.first());
            assertThat((long) points.size()).isEqualTo(periods.first().until(periods.last()) + 1);
        }
        points.forEach((period, tally) -> {
            assertThat(tally).isEqualTo(tally(seconds, at -> unit.of(at, zone).equals(period)));
            // Samoa's skipped day has no window
            if (periods.contains(period)) {
                assertThat(series.in(period.window(zone))).isEqualTo(tally);
            }
        });
    }

    @Property
    void aWindowIsTheObviousLoop(@ForAll("seconds") long[] seconds, @ForAll("seconds") long[] ends) {
        for (int i = 1; i < ends.length; i++) {
            if (ends[i - 1] < ends[i]) {
                TimeWindow window = new TimeWindow(Instant.ofEpochSecond(ends[i - 1]), Instant.ofEpochSecond(ends[i]));
                assertThat(series(seconds).in(window)).isEqualTo(tally(seconds, window::contains));
                TimeWindow within =
                        new TimeWindow(window.from().plusNanos(1), window.to().plusNanos(1));
                assertThat(series(seconds).in(within)).isEqualTo(tally(seconds, within::contains));
            }
        }
    }
}
