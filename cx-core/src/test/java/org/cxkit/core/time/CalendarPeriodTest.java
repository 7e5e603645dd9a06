package org.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarPeriodTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest(name = "{0} of {1} is {2}, then {3}")
    @CsvSource({
        // by hand; the ISO weeks at the turns of the years from ISO 8601
        "DAY,     2024-02-29, 2024-02-29, 2024-03-01",
        "WEEK,    2024-03-13, 2024-W11,   2024-W12",
        "WEEK,    2024-12-31, 2025-W01,   2025-W02",
        "WEEK,    2021-01-03, 2020-W53,   2021-W01",
        "WEEK,    2023-01-01, 2022-W52,   2023-W01",
        "MONTH,   2024-12-31, 2024-12,    2025-01",
        "QUARTER, 2024-11-30, 2024-Q4,    2025-Q1",
        "QUARTER, 2024-03-31, 2024-Q1,    2024-Q2",
        "YEAR,    0999-12-31, 0999,       1000",
    })
    void periodsAreNamedAndFollowEachOther(CalendarUnit unit, LocalDate day, String name, String next) {
        CalendarPeriod period = unit.of(day);
        assertThat(period).hasToString(name).isEqualTo(CalendarPeriod.parse(name));
        assertThat(period.next()).hasToString(next);
        assertThat(period.next().plus(-1)).isEqualTo(period);
        assertThat(period.until(period.plus(7))).isEqualTo(7);
        assertThat(period.plus(7).until(period)).isEqualTo(-7);
        assertThat(period).isLessThan(period.next());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "2024-",
                "2024-W00",
                "2023-W53",
                "2024-W54",
                "2024-Q0",
                "2024-Q5",
                "2024-13",
                "2024-02-30",
                "2024-3",
                "2024-03-11T00:00",
                "next week"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> CalendarPeriod.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "wanted a period such as 2024-03-11, 2024-W11, 2024-03, 2024-Q1 or 2024, got \"" + text + "\"");
    }

    @Test
    void aPeriodStartsOnItsFirstDay() {
        assertThatThrownBy(() -> new CalendarPeriod(CalendarUnit.WEEK, LocalDate.of(2024, 3, 13)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first day of that week is 2024-03-11, got 2024-03-13");
        assertThatThrownBy(() -> CalendarUnit.YEAR.of(LocalDate.of(9999, 1, 1)).next())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a period must be in the years 1 to 9999, got +10000-01-01");
    }

    @Test
    void onlyPeriodsOfOneUnitAreCountedBetween() {
        assertThatThrownBy(() -> CalendarPeriod.parse("2024").until(CalendarPeriod.parse("2024-03")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted a YEAR, got the MONTH 2024-03");
    }

    @Test
    void aDayWithAClockChangeHasTwentyThreeHours() {
        TimeWindow day = CalendarPeriod.parse("2024-03-31").window(ROME);
        assertThat(day)
                .isEqualTo(
                        new TimeWindow(Instant.parse("2024-03-30T23:00:00Z"), Instant.parse("2024-03-31T22:00:00Z")));
        assertThat(ChronoUnit.HOURS.between(day.from(), day.to())).isEqualTo(23);
        assertThat(CalendarPeriod.parse("9999").window(ZoneOffset.UTC).to()).isEqualTo("+10000-01-01T00:00:00Z");
    }

    @Test
    void anHourBeforeMidnightThatComesTwiceIsOnceOfTheNewDay() {
        // Newfoundland, 2010: 00:01 of November 7, 02:31Z, was followed by 23:01 of November 6
        ZoneId newfoundland = ZoneId.of("America/St_Johns");
        CalendarPeriod seventh = CalendarPeriod.parse("2010-11-07");
        for (String instant : new String[] {"2010-11-07T02:30:00Z", "2010-11-07T02:31:00Z", "2010-11-07T03:29:59Z"}) {
            assertThat(CalendarUnit.DAY.of(Instant.parse(instant), newfoundland))
                    .as(instant)
                    .isEqualTo(seventh);
        }
        assertThat(CalendarUnit.DAY.of(Instant.parse("2010-11-07T02:29:59Z"), newfoundland))
                .isEqualTo(seventh.plus(-1));
        assertThat(seventh.window(newfoundland).from()).isEqualTo("2010-11-07T02:30:00Z");
    }
}
