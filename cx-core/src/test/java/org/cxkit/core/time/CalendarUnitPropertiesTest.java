package org.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CalendarUnitPropertiesTest {

    @Property
    void everyInstantIsInsideItsPeriodAndInNoOther(
            @ForAll CalendarUnit unit, @ForAll("instants") List<Instant> instants, @ForAll("zones") ZoneId zone) {
        for (Instant instant : instants) {
            CalendarPeriod period = unit.of(instant, zone);
            assertThat(period.window(zone).contains(instant)).isTrue();
            assertThat(period.next().window(zone).contains(instant)).isFalse();
            assertThat(period.next().window(zone).from())
                    .isEqualTo(period.window(zone).to());
            assertThat(CalendarPeriod.parse(period.toString())).isEqualTo(period);
        }
    }

    @Property
    void aColumnIsGroupedAsItsElementsAre(
            @ForAll CalendarUnit unit, @ForAll("instants") List<Instant> instants, @ForAll("zones") ZoneId zone) {
        CalendarPeriod[] expected =
                instants.stream().map(instant -> unit.of(instant, zone)).toArray(CalendarPeriod[]::new);
        Instant[] column = instants.toArray(Instant[]::new);
        long[] micros = Arrays.stream(column)
                .mapToLong(instant -> EpochMicros.of(instant))
                .toArray();
        assertThat(unit.of(column, zone)).isEqualTo(expected);
        assertThat(unit.of(micros, zone)).isEqualTo(expected);
    }

    @Property
    void periodsAreOrderedAsTheirDays(
            @ForAll CalendarUnit unit, @ForAll("days") LocalDate a, @ForAll("days") LocalDate b) {
        assertThat(Integer.signum(unit.of(a).compareTo(unit.of(b))))
                .isEqualTo(Long.signum(unit.of(b).until(unit.of(a))));
    }

    @Provide
    Arbitrary<List<Instant>> instants() {
        // four years around a change of clocks, to the microsecond, many of them close together
        long from = Instant.parse("2022-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
        long to = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() * 1_000_000;
        return Arbitraries.longs()
                .between(from, to)
                .map(EpochMicros::toInstant)
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(-30_000, 30_000).map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Rome", "America/Sao_Paulo", "Asia/Kathmandu", "Africa/Cairo")
                .map(ZoneId::of);
    }
}
