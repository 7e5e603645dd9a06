package org.cxkit.metrics.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class PaybackTest {

    private static final Money CAC = Money.of("100", "EUR");
    private static final Money ZERO = Money.of("0", "EUR");
    private static final TimeSpan MONTH = TimeSpan.months(1);
    private static final Rate NONE = Rate.discrete(0, RatePeriod.YEAR);
    private static final Survival ALL = Survival.contractual();

    @Test
    void theSimplePaybackIsCostOverMargin() {
        assertThat(Payback.simple(CAC, Money.of("40", "EUR"), MONTH))
                .isEqualTo(new Payback(CAC, CAC, TimeSpan.months(2.5)))
                .hasToString("100.00 EUR paid back after 2.5 months");
        assertThat(Payback.simple(ZERO, ZERO, MONTH).time()).isEqualTo(Outcome.of(TimeSpan.months(0)));
        assertThat(Payback.simple(CAC, ZERO, MONTH).time()).isEqualTo(Outcome.noData("never paid back"));
        assertThat(Payback.simple(CAC, Money.of("-5", "EUR"), MONTH))
                .isEqualTo(new Payback(CAC, ZERO, null))
                .hasToString("never: 0.00 EUR of 100.00 EUR recovered");
    }

    @Test
    void thePaybackIsTheFirstPeriodThatReachesTheCost() {
        Cashflow level = Cashflow.level(Money.of("25", "EUR"), 12, MONTH);
        assertThat(Payback.of(CAC, level, NONE, ALL)).isEqualTo(new Payback(CAC, CAC, TimeSpan.months(4)));
        assertThat(Payback.of(CAC.plus(Money.of("0.01", "EUR")), level, NONE, ALL)
                        .after())
                .isEqualTo(TimeSpan.months(5));
        assertThat(Payback.of(ZERO, level, NONE, ALL).after()).isEqualTo(TimeSpan.months(0));
        // 25 * (0.5 + 0.25 + ...) never passes 25
        Payback never = Payback.of(CAC, level, NONE, Survival.constant(0.5));
        assertThat(never.reached()).isFalse();
        assertThat(never).hasToString("never: 24.99 EUR of 100.00 EUR recovered");
        // a month of a rate of 21 % for two months is 10 %: 27.5 / 1.1 + 30.25 / 1.21 = 50
        Rate twoMonths = Rate.discrete(0.1, RatePeriod.MONTH);
        Cashflow growing = new Cashflow(List.of(Money.of("27.6", "EUR"), Money.of("30.25", "EUR")), MONTH);
        assertThat(Payback.of(Money.of("50", "EUR"), growing, twoMonths, ALL).after())
                .isEqualTo(TimeSpan.months(2));
        assertThat(Payback.of(Money.of("51", "EUR"), growing, twoMonths, ALL).reached())
                .isFalse();
    }

    @Test
    void betweenPeriodsThePartOfTheLastThatWasLackingCounts() {
        Cashflow flow =
                new Cashflow(List.of(Money.of("60", "EUR"), Money.of("-20", "EUR"), Money.of("80", "EUR")), MONTH);
        assertThat(Payback.interpolated(CAC, flow, NONE, ALL)).isEqualTo(new Payback(CAC, CAC, TimeSpan.months(2.75)));
        assertThat(Payback.of(CAC, flow, NONE, ALL).recovered()).isEqualTo(Money.of("120", "EUR"));
        assertThat(Payback.interpolated(Money.of("121", "EUR"), flow, NONE, ALL).recovered())
                .isEqualTo(Money.of("120", "EUR"));
        assertThat(Payback.interpolated(Money.of("120", "EUR"), flow, NONE, ALL).after())
                .isEqualTo(TimeSpan.months(3));
        assertThat(Payback.interpolated(Money.of("30", "EUR"), flow, NONE, ALL).after())
                .isEqualTo(TimeSpan.months(0.5));
        assertThat(Payback.interpolated(ZERO, flow, NONE, ALL).after()).isEqualTo(TimeSpan.months(0));
        assertThat(Payback.interpolated(Money.of("121", "EUR"), flow, NONE, ALL).reached())
                .isFalse();
    }

    @Test
    void theBenchmarkIsComparedWithAndIsNoVerdict() {
        AcquisitionReturn usual =
                AcquisitionReturn.of(Money.of("350", "EUR"), Payback.simple(CAC, Money.of("20", "EUR"), MONTH));
        assertThat(usual.ratio()).isEqualTo(Outcome.of(3.5));
        assertThat(usual.ratioAboveBenchmark()).isEqualTo(Outcome.of(0.5));
        assertThat(usual.paidBackInTime()).isTrue();
        assertThat(usual)
                .hasToString(
                        "CLV:CAC 3.50 (benchmark 3.00); 100.00 EUR paid back after 5 months (benchmark 12 months)");
        AcquisitionBenchmark strict = new AcquisitionBenchmark(5, TimeSpan.months(5));
        AcquisitionReturn late = new AcquisitionReturn(usual.lifetimeValue(), usual.payback(), strict);
        assertThat(late.paidBackInTime()).isFalse(); // five months are not less than five
        assertThat(late.ratioAboveBenchmark()).isEqualTo(Outcome.of(-1.5));
        assertThat(strict).hasToString("CLV:CAC 5.0:1, paid back within 5 months");
        AcquisitionReturn free = AcquisitionReturn.of(CAC, Payback.simple(ZERO, CAC, MONTH));
        assertThat(free.ratio()).isEqualTo(Outcome.noData("the cost is 0"));
        assertThat(AcquisitionReturn.of(CAC.negated(), usual.payback()).ratio()).isEqualTo(Outcome.of(-1.0));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThatThrownBy(() -> Payback.simple(CAC.negated(), CAC, MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the cost must not be negative, got -100.00 EUR");
        assertThatThrownBy(() -> Payback.simple(CAC, CAC, TimeSpan.months(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a period must be longer than 0, got 0 months");
        assertThatThrownBy(() -> new Payback(CAC, Money.of("1", "USD"), MONTH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost and margin must be in one currency, got 100.00 EUR and 1.00 USD");
        assertThatThrownBy(() -> AcquisitionReturn.of(Money.of("1", "USD"), Payback.simple(CAC, CAC, MONTH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("lifetime value and cost of acquisition must be in one currency, got 1.00 USD and"
                        + " 100.00 EUR");
        assertThatThrownBy(() -> new AcquisitionBenchmark(0, MONTH))
                .hasMessage("the ratio must be finite and above 0, got 0.0");
        assertThatThrownBy(() -> new AcquisitionBenchmark(1, TimeSpan.days(0)))
                .hasMessage("the payback must take longer than 0, got 0 days");
    }
}
