package org.cxkit.metrics.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.money.TimeSpan;
import org.cxkit.core.money.Valuation;
import org.junit.jupiter.api.Test;

class CashflowTest {

    private static final Money TEN = Money.of("10", "EUR");
    private static final TimeSpan YEAR = TimeSpan.years(1);
    private static final Rate TENTH = Rate.discrete(0.1, RatePeriod.YEAR);
    private static final Rate NONE = Rate.discrete(0, RatePeriod.YEAR);
    private static final Cashflow FLOW =
            new Cashflow(List.of(Money.of("110", "EUR"), Money.of("-12.10", "EUR"), Money.of("133.1", "EUR")), YEAR);

    @Test
    void theFirstAmountIsDueAfterOnePeriod() {
        // by hand: 110 / 1.1 - 12.1 / 1.21 + 133.1 / 1.331 = 100 - 10 + 100
        assertThat(amount(FLOW.presentValue(TENTH, Survival.contractual()))).isCloseTo(190, within(1e-12));
        // the same with half of the customers leaving each year: 100 / 2 - 10 / 4 + 100 / 8
        assertThat(amount(FLOW.presentValue(TENTH, Survival.constant(0.5)))).isCloseTo(60, within(1e-12));
        assertThat(amount(FLOW.presentValue(TENTH, Survival.curve(0.5, 0.25, 0.125))))
                .isCloseTo(60, within(1e-12));
    }

    @Test
    void withoutDiscountAContractIsWorthItsSumExactly() {
        assertThat(FLOW.presentValue(NONE, Survival.contractual())).isEqualTo(Money.of("231.00", "EUR"));
        assertThat(FLOW.presentValue(NONE, Survival.constant(0))).isEqualTo(Money.zero(TEN.currency()));
    }

    @Test
    void anAnnualRateDiscountsWeeksByWeeks() {
        Cashflow weekly = Cashflow.level(TEN, 2, TimeSpan.weeks(1));
        double week = Math.pow(1.1, -7 / 365.25);
        assertThat(amount(weekly.presentValue(TENTH, Survival.contractual())))
                .isCloseTo(10 * week + 10 * week * week, within(1e-12));
    }

    @Test
    void aFlowEndsWithinTheHorizonOfItsValuation() {
        LocalDate may = LocalDate.of(2024, 5, 1);
        Cashflow monthly = Cashflow.level(TEN, 12, TimeSpan.months(1));
        assertThat(monthly.presentValue(new Valuation(may, YEAR, TENTH), Survival.contractual()))
                .isEqualTo(monthly.presentValue(new Valuation(may, null, TENTH), Survival.contractual()))
                .isEqualTo(monthly.presentValue(TENTH, Survival.contractual()));
        assertThatThrownBy(() -> FLOW.presentValue(new Valuation(may, YEAR, TENTH), Survival.contractual()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a flow must end within the horizon of 1 year, got one of 3 years");
    }

    @Test
    void whatIsNoFlowIsRefused() {
        assertThatThrownBy(() -> new Cashflow(List.of(), YEAR)).hasMessage("at least one amount wanted, got none");
        assertThatThrownBy(() -> new Cashflow(List.of(TEN, Money.of("1", "USD")), YEAR))
                .hasMessage("amounts[1] must be in EUR like the first, got 1.00 USD");
        assertThatThrownBy(() -> new Cashflow(List.of(TEN), TimeSpan.days(0)))
                .hasMessage("a period must be longer than 0, got 0 days");
        assertThatThrownBy(() -> Cashflow.level(TEN, 0, YEAR)).hasMessage("at least one period wanted, got 0");
        assertThat(FLOW).hasToString("[110.00 EUR, -12.10 EUR, 133.10 EUR], every 1 year");
        assertThat(Cashflow.level(TEN, 12, TimeSpan.months(1))).hasToString("12 amounts of 10.00 EUR, every 1 month");
    }

    @Test
    void survivalIsAShareThatNeverRises() {
        assertThatThrownBy(() -> Survival.constant(1.1)).hasMessage("retention must be from 0 to 1, got 1.1");
        assertThatThrownBy(() -> Survival.curve(0.5, 0.6)).hasMessage("shares[1] must be from 0 to 0.5, got 0.6");
        assertThatThrownBy(() -> FLOW.presentValue(NONE, Survival.curve(0.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the curve knows 1 period, asked for 2: [0.5]");
        assertThatThrownBy(() -> FLOW.presentValue(NONE, periods -> Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the share still there after 1 period must be from 0 to 1, got NaN");
        assertThat(Survival.constant(0).after(0)).isEqualTo(1);
        assertThat(Survival.curve().after(0)).isEqualTo(1);
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
