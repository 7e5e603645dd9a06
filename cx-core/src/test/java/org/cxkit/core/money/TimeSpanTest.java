package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeSpanTest {

    @Test
    void aLengthKeepsItsMeaningInEveryUnit() {
        assertThat(TimeSpan.weeks(39).in(RatePeriod.DAY)).isEqualTo(273);
        assertThat(TimeSpan.years(1).in(RatePeriod.MONTH)).isEqualTo(12);
        assertThat(TimeSpan.months(3).in(RatePeriod.QUARTER)).isEqualTo(1);
        assertThat(TimeSpan.weeks(4.345).in(RatePeriod.WEEK)).isEqualTo(4.345);
        assertThat(new TimeSpan(-0.0, RatePeriod.DAY)).isEqualTo(TimeSpan.days(0));
    }

    @Test
    void itPrintsItsUnit() {
        assertThat(TimeSpan.weeks(39)).hasToString("39 weeks");
        assertThat(TimeSpan.years(1)).hasToString("1 year");
        assertThat(TimeSpan.months(1.5)).hasToString("1.5 months");
    }

    @Test
    void noLengthIsNegativeOrEndless() {
        assertThatThrownBy(() -> TimeSpan.days(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length of time must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> TimeSpan.days(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length of time must be finite and not negative, got NaN");
        assertThatThrownBy(() -> TimeSpan.days(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length of time must be finite and not negative, got Infinity");
    }
}
