package org.cxkit.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.EpochMicros;
import org.cxkit.core.time.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static TimeWindow at(Periods periods, String instant) {
        return periods.at(EpochMicros.of(Instant.parse(instant)));
    }

    private static TimeWindow window(String from, String to) {
        return new TimeWindow(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void periodsOfOneLengthStartAtItsMultiples() {
        Periods hours = Periods.of(Duration.ofHours(1), 24);
        assertThat(at(hours, "2024-05-01T10:59:59.999999Z"))
                .isEqualTo(window("2024-05-01T10:00:00Z", "2024-05-01T11:00:00Z"));
        assertThat(at(hours, "2024-05-01T11:00:00Z")).isEqualTo(window("2024-05-01T11:00:00Z", "2024-05-01T12:00:00Z"));
        assertThat(at(hours, "1969-12-31T23:30:00Z")).isEqualTo(window("1969-12-31T23:00:00Z", "1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0} of {1} in {2}")
    @CsvSource({
        // the windows of truth/survey.json (zoneinfo of Python): the day of 23 hours, the day of 25, a skipped day
        "2024-03-31T00:30:00Z, DAY, Europe/Rome, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z",
        "2024-10-27T01:30:00Z, DAY, Europe/Rome, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z",
        "2011-12-30T12:00:00Z, DAY, Pacific/Apia, 2011-12-30T10:00:00Z, 2011-12-31T10:00:00Z",
        "2024-09-08T04:30:00Z, DAY, America/Santiago, 2024-09-08T04:00:00Z, 2024-09-09T03:00:00Z",
        "2024-12-30T23:30:00Z, WEEK, Europe/Rome, 2024-12-29T23:00:00Z, 2025-01-05T23:00:00Z",
        "2024-02-29T18:15:00Z, MONTH, Asia/Kathmandu, 2024-02-29T18:15:00Z, 2024-03-31T18:15:00Z",
        "2024-01-01T04:59:59Z, QUARTER, America/New_York, 2023-10-01T04:00:00Z, 2024-01-01T05:00:00Z",
        "2011-12-30T12:00:00Z, YEAR, Pacific/Apia, 2011-01-01T10:00:00Z, 2011-12-31T10:00:00Z",
        // clocks went from 00:01 back to 23:01: by hand, the hour after the first midnight is in the later day
        "2010-11-07T02:29:59Z, DAY, America/St_Johns, 2010-11-06T02:30:00Z, 2010-11-07T02:30:00Z",
        "2010-11-07T02:45:00Z, DAY, America/St_Johns, 2010-11-07T02:30:00Z, 2010-11-08T03:30:00Z",
    })
    void calendarPeriodsStartAtLocalMidnight(String instant, CalendarUnit unit, String zone, String from, String to) {
        assertThat(at(Periods.of(unit, ZoneId.of(zone), 7), instant)).isEqualTo(window(from, to));
    }

    @Test
    void onePeriodHasAllTimes() {
        Periods all = Periods.all();
        for (long micros : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
            assertThat(all.number(micros)).isZero();
        }
        assertThat(all.held()).isEqualTo(1);
    }

    @Test
    void equalPeriodsAreEqualAndSayWhatTheyAre() {
        assertThat(Periods.of(Duration.ofMinutes(90), 3))
                .isEqualTo(Periods.of(Duration.ofMinutes(90), 3))
                .hasSameHashCodeAs(Periods.of(Duration.ofMinutes(90), 3))
                .isNotEqualTo(Periods.of(Duration.ofMinutes(90), 4))
                .isNotEqualTo(Periods.of(CalendarUnit.DAY, ROME, 3))
                .hasToString("3 periods of PT1H30M");
        assertThat(Periods.of(CalendarUnit.DAY, ROME, 1)).hasToString("1 period of one DAY in Europe/Rome");
        assertThat(Periods.all()).hasToString("one period that never ends");
    }

    @Test
    void impossiblePeriodsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(Duration.ZERO, 3))
                .withMessage("the length of a period must be whole microseconds above zero, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(Duration.ofNanos(1), 3))
                .withMessage("the length of a period must be whole microseconds above zero, got PT0.000000001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(Duration.ofDays(365), 901))
                .withMessage("a window must not be longer than 900 years, got 901 periods of PT8760H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(CalendarUnit.YEAR, ROME, 900))
                .withMessage("a window must not be longer than 900 years, got 900 periods of one YEAR");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_001})
    void aWindowHasOneToTenThousandPeriods(int held) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(Duration.ofHours(1), held))
                .withMessage("a window must have 1 to 10000 periods, got " + held);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Periods.of(CalendarUnit.DAY, ROME, held))
                .withMessage("a window must have 1 to 10000 periods, got " + held);
    }

    @Test
    void aTimeBeyondReasonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(Periods.of(Duration.ofHours(1), 3), "9000-01-01T00:00:00Z"))
                .withMessage("a time must be in the years 1000 to 9000, got 9000-01-01T00:00:00Z");
    }
}
