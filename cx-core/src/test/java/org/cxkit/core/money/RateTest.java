package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cxkit.core.money.RatePeriod.DAY;
import static org.cxkit.core.money.RatePeriod.MONTH;
import static org.cxkit.core.money.RatePeriod.QUARTER;
import static org.cxkit.core.money.RatePeriod.WEEK;
import static org.cxkit.core.money.RatePeriod.YEAR;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RateTest {

    /** A few roundings of doubles near 1. */
    private static final double CLOSE = 1e-14;

    @Test
    void anAnnualRateIsNeverAppliedPerWeek() {
        // closed form: 10 % a year discounts 52 weeks by 1.1^(-364/365.25), not by 1.1^-52
        Rate annual = Rate.discrete(0.1, YEAR);
        assertThat(annual.discountFactor(52, WEEK)).isCloseTo(Math.pow(1.1, -364 / 365.25), within(CLOSE));
        assertThat(annual.discountFactor(1, YEAR)).isCloseTo(1 / 1.1, within(CLOSE));
        assertThat(annual.discountFactor(0, WEEK)).isEqualTo(1.0);
    }

    @Test
    void ratesConvertBetweenPeriodsAndCompoundings() {
        // closed forms; the weekly force of 10 % a year is ln(1.1) * 7 / 365.25, as truth/value.json uses it
        assertThat(Rate.discrete(0.1, YEAR).as(Compounding.CONTINUOUS).per(WEEK).value())
                .isCloseTo(Math.log(1.1) * 7 / 365.25, within(CLOSE));
        assertThat(Rate.discrete(0.01, MONTH).per(YEAR).value()).isCloseTo(Math.pow(1.01, 12) - 1, within(CLOSE));
        assertThat(Rate.continuous(0.12, YEAR).per(QUARTER)).isEqualTo(Rate.continuous(0.12 / 4, QUARTER));
        assertThat(Rate.continuous(0.1, YEAR).as(Compounding.DISCRETE).value())
                .isCloseTo(Math.exp(0.1) - 1, within(CLOSE));
    }

    @Property(edgeCases = EdgeCasesMode.NONE) // five parameters have more edge cases than tries
    void everyEquivalentRateDiscountsAlike(
            @ForAll @DoubleRange(min = -0.5, max = 3) double value,
            @ForAll RatePeriod stated,
            @ForAll RatePeriod other,
            @ForAll Compounding compounding,
            @ForAll @DoubleRange(min = 0, max = 5) double years) {
        Rate rate = Rate.discrete(value, YEAR).per(stated);
        double expected = Math.pow(1 + value, -years);
        assertThat(rate.per(other).as(compounding).discountFactor(years, YEAR))
                .isCloseTo(expected, within(1e-11 * expected)); // a year has 365 days: the error of one is multiplied
    }

    @Test
    void zeroStaysZero() {
        assertThat(Rate.discrete(-0.0, DAY)).isEqualTo(Rate.discrete(0.0, DAY));
        assertThat(Rate.discrete(0, DAY).per(YEAR).discountFactor(7, YEAR)).isEqualTo(1.0);
    }

    @Test
    void impossibleRatesAndLengthsAreRefused() {
        assertThatThrownBy(() -> Rate.discrete(-1, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a discrete rate must be above -1, got -1.0");
        assertThatThrownBy(() -> Rate.continuous(Double.NaN, YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be a finite number, got NaN");
        assertThatThrownBy(() -> Rate.discrete(10, DAY).per(YEAR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate must be a finite number, got Infinity");
        assertThatThrownBy(() -> Rate.continuous(-40, YEAR).as(Compounding.DISCRETE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a discrete rate must be above -1, got -1.0");
        assertThatThrownBy(() -> Rate.discrete(0.1, YEAR).discountFactor(-1, WEEK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length of time must be finite and not negative, got -1.0");
        assertThatThrownBy(() -> Rate.discrete(0.1, YEAR).discountFactor(Double.NaN, WEEK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length of time must be finite and not negative, got NaN");
    }

    @Test
    void theTextNamesPeriodAndCompounding() {
        assertThat(Rate.discrete(0.1, YEAR)).hasToString("0.1 per year (discrete)");
    }
}
