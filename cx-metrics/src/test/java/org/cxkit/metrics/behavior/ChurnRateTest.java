package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class ChurnRateTest {

    @Test
    void ratesConvertByWhoRemains() {
        ChurnRate monthly = new ChurnRate(0.05, RatePeriod.MONTH);
        // 1 - 0.95^12, by python's decimal; the rest is rounding
        assertThat(monthly.per(RatePeriod.YEAR).value()).isCloseTo(0.45963991233736334, within(1e-15));
        assertThat(monthly.per(RatePeriod.YEAR).per(RatePeriod.MONTH).value()).isCloseTo(0.05, within(1e-15));
        assertThat(monthly.per(RatePeriod.MONTH)).isSameAs(monthly);
        assertThat(monthly.within(TimeSpan.months(2))).isCloseTo(1 - 0.95 * 0.95, within(1e-15));
        assertThat(monthly).hasToString("0.05 per month");
    }

    @Test
    void smallRatesKeepTheirDigits() {
        // 365.25 c - 365.25 * 364.25 / 2 c^2 to first orders
        assertThat(new ChurnRate(1e-14, RatePeriod.DAY).per(RatePeriod.YEAR).value())
                .isCloseTo(3.6525e-12, within(1e-22));
    }

    @Test
    void theEndsStayWhatTheyAre() {
        ChurnRate nobody = new ChurnRate(-0.0, RatePeriod.MONTH);
        ChurnRate all = new ChurnRate(1, RatePeriod.MONTH);
        assertThat(nobody.per(RatePeriod.YEAR)).isEqualTo(new ChurnRate(0, RatePeriod.YEAR));
        assertThat(all.per(RatePeriod.DAY)).isEqualTo(new ChurnRate(1, RatePeriod.DAY));
        assertThat(all.within(TimeSpan.days(0))).isZero();
        assertThat(nobody.expectedLifetime())
                .isEqualTo(Outcome.noData("nobody leaves, so the expected lifetime is infinite"));
        assertThat(all.expectedLifetime()).isEqualTo(Outcome.of(TimeSpan.months(1)));
        assertThat(new ChurnRate(0.2, RatePeriod.YEAR).expectedLifetime()).hasToString("5 years");
        assertThat(all.retention()).isZero();
    }

    @Test
    void aRateIsFromZeroToOne() {
        for (double value : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ChurnRate(value, RatePeriod.DAY))
                    .withMessage("a churn rate must be from 0 to 1, got " + value);
        }
    }
}
