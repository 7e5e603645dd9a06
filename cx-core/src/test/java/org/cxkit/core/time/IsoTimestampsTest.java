package org.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimestampsTest {
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // by hand
                "1970-01-01, 1970-01-01T00:00:00Z",
                "2024-03-11, 2024-03-11T00:00:00Z",
                "2024-02-29T23:59, 2024-02-29T23:59:00Z",
                "2024-03-11 10:21:14, 2024-03-11T10:21:14Z",
                "2024-03-11t10:21:14z, 2024-03-11T10:21:14Z",
                "2024-03-11 10:21:14.5, 2024-03-11T10:21:14.500Z",
                "\"2024-03-11 10:21:14,25\", 2024-03-11T10:21:14.250Z",
                "2024-03-11T10:21:14.000001Z, 2024-03-11T10:21:14.000001Z",
                "2024-03-11T10:21:14.999999999Z, 2024-03-11T10:21:14.999999Z",
                "2024-03-11 10:21:14+01, 2024-03-11T09:21:14Z",
                "2024-03-11 10:21:14+0130, 2024-03-11T08:51:14Z",
                "2024-03-11T10:21:14-05:00, 2024-03-11T15:21:14Z",
                "2024-03-11T10:21:14+01:00:30, 2024-03-11T09:20:44Z",
                "2024-03-11T10:21Z, 2024-03-11T10:21:00Z",
                "1969-12-31T23:59:59.999999Z, 1969-12-31T23:59:59.999999Z",
                "0000-03-01T00:00Z, 0000-03-01T00:00:00Z",
                "0000-01-01, 0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
            })
    void textIsReadAsIsoSays(String text, Instant expected) {
        assertThat(IsoTimestamps.in(ZoneOffset.UTC).instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // by hand from the clock changes of 2024: skipped 2024-03-31 02:00 to 03:00, twice 2024-10-27 02:00 to 03:00
        "2024-03-31 01:59:59, 2024-03-31T00:59:59Z",
        "2024-03-31 02:30:00, 2024-03-31T01:30:00Z",
        "2024-03-31 03:00:00, 2024-03-31T01:00:00Z",
        "2024-10-27 02:30:00, 2024-10-27T00:30:00Z",
        "2024-10-27 03:00:00, 2024-10-27T02:00:00Z",
        "2024-07-01, 2024-06-30T22:00:00Z",
        "2024-07-01 00:00Z, 2024-07-01T00:00:00Z",
    })
    void textWithoutOffsetIsOfTheZone(String text, Instant expected) {
        assertThat(IsoTimestamps.in(ROME).instant(text)).isEqualTo(expected);
        assertThat(IsoTimestamps.in(ROME).zone()).isEqualTo(ROME);
    }

    @Test
    void aDayWithoutMidnightStartsWhenItsClockStarts() {
        // Sao Paulo skipped 2018-11-04 00:00 to 01:00
        assertThat(IsoTimestamps.in(ZoneId.of("America/Sao_Paulo")).instant("2018-11-04"))
                .isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2024",
                "2024-3-11",
                "2024/03/11",
                "11.03.2024",
                "2024-13-01",
                "2024-00-01",
                "2024-02-30",
                "2023-02-29",
                "1900-02-29",
                "2024-04-31",
                "2024-01-00",
                "2024-03-11 ",
                " 2024-03-11",
                "2024-03-11T",
                "2024-03-11T10",
                "2024-03-11 24:00",
                "2024-03-11 10:60",
                "2024-03-11 10:21:60",
                "2024-03-11 10:21:",
                "2024-03-11 10:21:1",
                "2024-03-11 10:21:14.",
                "2024-03-11 10:21:14.1234567890",
                "2024-03-11 10:21:14 ",
                "2024-03-11 10:21:14X",
                "2024-03-11 10:21:14ZZ",
                "2024-03-11 10:21:14+",
                "2024-03-11 10:21:14+1",
                "2024-03-11 10:21:14+19:00",
                "2024-03-11 10:21:14+18:01",
                "2024-03-11 10:21:14+01:60",
                "2024-03-11 10:21:14+01:0",
                "2024-03-11 10:21:14+01:00:",
                "2024-03-11 10:21:14+01:00x00",
                "2024-03-11  10:21:14",
                "2024-03-11T10:21:14+010000",
                "-024-03-11",
                "+2024-03-11",
                "2024-03-11x10:21:14",
                "2024-03-1\u0661",
                "2024-03-11T10:21:14.5+01:00 ",
            })
    void anythingElseIsRefusedAndQuoted(String text) {
        assertThatThrownBy(() -> IsoTimestamps.in(ZoneOffset.UTC).micros(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wanted an ISO-8601 date or date-time such as 2024-03-11 or 2024-03-11T10:21:14.5+01:00, "
                        + "got \"" + text + "\"");
    }
}
