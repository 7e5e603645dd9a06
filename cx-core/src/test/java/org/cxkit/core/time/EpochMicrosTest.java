package org.cxkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochMicrosTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // by hand
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:01.5Z, 1500000",
        "1969-12-31T23:59:59.999999Z, -1",
        "1969-12-31T23:59:58.000001Z, -1999999",
        "2024-03-11T10:21:14.123456Z, 1710152474123456",
        "0001-01-01T00:00:00Z, -62135596800000000",
        // python: datetime arithmetic over 400-year cycles from Long.MIN_VALUE and MAX_VALUE
        "-290308-12-21T19:59:05.224192Z, -9223372036854775808",
        "+294247-01-10T04:00:54.775807Z, 9223372036854775807",
    })
    void instantsAndMicrosecondsAreOneThing(Instant instant, long micros) {
        assertThat(EpochMicros.of(instant)).isEqualTo(micros);
        assertThat(EpochMicros.toInstant(micros)).isEqualTo(instant);
    }

    @Test
    void finerPartsAreCutOffNeverRoundedUp() {
        assertThat(EpochMicros.of(Instant.parse("2024-03-11T10:21:14.123456999Z")))
                .isEqualTo(1710152474123456L);
        assertThat(EpochMicros.of(Instant.parse("1969-12-31T23:59:59.999999999Z")))
                .isEqualTo(-1);
    }

    @Test
    void anInstantOutOfRangeIsRefused() {
        assertThatThrownBy(() -> EpochMicros.of(Instant.MAX))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(
                        "an instant must be within 292,000 years of 1970, got +1000000000-12-31T23:59:59.999999999Z");
        assertThatThrownBy(() -> EpochMicros.of(Instant.MIN)).isInstanceOf(ArithmeticException.class);
        Instant first = EpochMicros.toInstant(Long.MIN_VALUE);
        assertThatThrownBy(() -> EpochMicros.of(first.minusNanos(1000))).isInstanceOf(ArithmeticException.class);
        Instant last = EpochMicros.toInstant(Long.MAX_VALUE);
        assertThatThrownBy(() -> EpochMicros.of(last.plusNanos(1000))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        // by hand
        "PT0S, 0",
        "PT30M, 1800000000",
        "PT-0.000001S, -1",
        "PT0.0000019S, 1",
        "PT9223372036854775807S, 9223372036854775807",
        "PT-9223372036854775808S, -9223372036854775808",
    })
    void lengthsAreCountedAndNeverOverflow(Duration length, long micros) {
        assertThat(EpochMicros.span(length)).isEqualTo(micros);
    }
}
