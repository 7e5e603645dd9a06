package org.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;

class IsoTimestampsPropertiesTest {
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXXXX][XX][X]")
            .toFormatter(Locale.ROOT);

    @Property(tries = 1000)
    void localTimesAreReadAsJavaTimeReadsThem(@ForAll("localTimes") LocalDateTime local, @ForAll("zones") ZoneId zone) {
        String text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local);
        Instant expected = local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS);
        assertThat(IsoTimestamps.in(zone).instant(text)).isEqualTo(expected);
        assertThat(IsoTimestamps.in(zone).instant(text.replace('T', ' '))).isEqualTo(expected);
        assertThat(IsoTimestamps.in(zone).micros(text)).isEqualTo(EpochMicros.of(expected));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void offsetTimesAreReadAsJavaTimeReadsThem(
            @ForAll("localTimes") LocalDateTime local,
            @ForAll("offsets") ZoneOffset offset,
            @ForAll("zones") ZoneId z) {
        OffsetDateTime time = local.atOffset(offset);
        assertThat(IsoTimestamps.in(z).instant(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                .isEqualTo(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    @Property
    void datesAreTheStartOfTheDay(@ForAll("localTimes") LocalDateTime local, @ForAll("zones") ZoneId zone) {
        LocalDate day = local.toLocalDate();
        assertThat(IsoTimestamps.in(zone).instant(day.toString()))
                .isEqualTo(day.atStartOfDay(zone).toInstant());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void damagedTextIsReadRightOrRefusedNeverGuessed(
            @ForAll("localTimes") LocalDateTime local, @ForAll("positions") int at, @ForAll("letters") char letter) {
        StringBuilder text = new StringBuilder(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
        text.setCharAt(at % text.length(), letter);
        Throwable ours = catchThrowable(() -> IsoTimestamps.in(ZoneOffset.UTC).micros(text));
        if (ours == null) {
            assertThat(IsoTimestamps.in(ZoneOffset.UTC).instant(text))
                    .isEqualTo(readByJavaTime(text.toString()).truncatedTo(ChronoUnit.MICROS));
        } else {
            assertThat(ours).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"" + text + "\"");
        }
    }

    private static Instant readByJavaTime(String damaged) {
        String text =
                damaged.replace(' ', 'T').replace('t', 'T').replace('z', 'Z').replace(',', '.');
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean offset = text.endsWith("Z")
                || text.substring(10).contains("+")
                || text.substring(10).contains("-");
        return offset
                ? OffsetDateTime.parse(text, WITH_OFFSET).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    @Provide
    Arbitrary<LocalDateTime> localTimes() {
        Arbitrary<LocalDateTime> changes = DateTimes.dateTimes()
                .between(LocalDateTime.of(2024, 3, 30, 0, 0), LocalDateTime.of(2024, 4, 1, 0, 0))
                .ofPrecision(ChronoUnit.NANOS);
        Arbitrary<LocalDateTime> any = DateTimes.dateTimes()
                .between(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 30, 0, 0))
                .ofPrecision(ChronoUnit.NANOS);
        return Arbitraries.oneOf(any, any.map(t -> t.truncatedTo(ChronoUnit.SECONDS)), changes);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC", "Europe/Rome", "America/Sao_Paulo", "Asia/Kathmandu", "Australia/Lord_Howe", "+05:30")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<ZoneOffset> offsets() {
        return Combinators.combine(
                        Arbitraries.integers().between(-17, 17),
                        Arbitraries.integers().between(0, 59))
                .as((hours, minutes) -> ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes));
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, 40);
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.of('0', '3', '9', 'T', 't', ' ', '-', '+', ':', '.', ',', 'Z', 'x', '\u0663');
    }
}
