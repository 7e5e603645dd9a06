package org.cxkit.journey.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.0000025S, 0.003 ms",
        "PT0.45S, 450 ms",
        "PT1.5S, 1 s",
        "PT1M, 1 min",
        "PT3M20.9S, 3 min 20 s",
        "PT1H0M9S, 1 h",
        "PT26H, 1 d 2 h",
        "P400D, 400 d",
    })
    void durationsAreWrittenInTheirTwoLargestUnits(Duration time, String expected) {
        assertThat(Numerals.duration(time)).isEqualTo(expected);
    }

    @Test
    void numbersHaveNoNegativeZero() {
        assertThat(Numerals.number(-0.04, 1)).isEqualTo("0.0");
        assertThat(Numerals.number(-12345.67, 1)).isEqualTo("-12,345.7");
        assertThat(Numerals.signed(0.04)).isEqualTo("0.0");
        assertThat(Numerals.signed(1.25)).isEqualTo("+1.3");
        assertThat(Xml.number(-0.04)).isEqualTo("0");
        assertThat(Xml.number(-12.36)).isEqualTo("-12.4");
    }
}
