package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.money.Rate;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.renewal.RenewalTally;
import org.cxkit.metrics.renewal.ShiftedBetaGeometric;
import org.junit.jupiter.api.Test;

class CohortClvTest {
    private static final RatePeriod YEAR = RatePeriod.YEAR;
    private static final Rate QUARTER = Rate.discrete(0.25, YEAR);
    private static final List<CohortPeriod> SEEN = List.of(seen(1000, "50000"), seen(600, "30000"), seen(450, "22500"));

    /** Seventeen digits of a factor, times an amount of five digits before the point. */
    private static final BigDecimal ROUNDING = new BigDecimal("1e-9");

    private static CohortPeriod seen(long customers, String margin) {
        return new CohortPeriod(customers, Money.of(margin, "EUR"));
    }

    private static CohortClv told(FirstMargin margins, CohortTail tail) {
        return CohortClv.of(SEEN, YEAR, QUARTER, margins, tail);
    }

    @Test
    void discountsWhatWasSeen() {
        // by hand: 50000 + 30000 * 0.8 + 22500 * 0.64
        assertThat(told(FirstMargin.NOW, CohortTail.NONE).total().amount())
                .isCloseTo(new BigDecimal("88400"), within(ROUNDING));
        assertThat(told(FirstMargin.END, CohortTail.NONE).total().amount())
                .isCloseTo(new BigDecimal("70720"), within(ROUNDING));
        assertThat(told(FirstMargin.NOW, CohortTail.NONE).perCustomer().rounded())
                .isEqualTo(Money.of("88.40", "EUR"));
    }

    @Test
    void theTailIsTheLastMarginGoingOn() {
        // by hand: retention 1050 of 1600, so the tail is 14400 * q / (1 - q) with q = 0.65625 * 0.8 = 0.525
        assertThat(told(FirstMargin.NOW, CohortTail.CONSTANT_RETENTION)
                        .expected()
                        .amount())
                .isCloseTo(new BigDecimal(14400 * 0.525 / 0.475), within(ROUNDING));
        ShiftedBetaGeometric model = ShiftedBetaGeometric.fit(RenewalTally.ofCohort(YEAR, 1000, 600, 450))
                .model();
        double later = 0;
        for (int k = 1; k <= 200; k++) { // 0.8^200 is nothing beside 1e-15
            later += 14400 * Math.pow(0.8, k) * model.survival(2 + k) / model.survival(2);
        }
        assertThat(told(FirstMargin.NOW, CohortTail.RISING_RETENTION).expected().amount())
                .isCloseTo(new BigDecimal(later), within(ROUNDING));
        assertThat(CohortClv.of(
                                List.of(seen(10, "5"), seen(0, "-1")),
                                YEAR,
                                QUARTER,
                                FirstMargin.NOW,
                                CohortTail.RISING_RETENTION)
                        .expected()
                        .signum())
                .isZero();
    }

    @Test
    void saysWhatIsWantedAndWhatCame() {
        assertThat(told(FirstMargin.NOW, CohortTail.NONE))
                .hasToString("1000 customers worth 88.40 EUR each, 3 years seen, nothing expected after");
        assertThat(told(FirstMargin.NOW, CohortTail.CONSTANT_RETENTION))
                .hasToString(
                        "1000 customers worth 104.32 EUR each, 3 years seen, 15915.79 EUR in all expected after by "
                                + "constant retention");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortClv.of(List.of(), YEAR, QUARTER, FirstMargin.NOW, CohortTail.NONE))
                .withMessage("a cohort needs a first period with customers, got []");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortClv.of(
                        List.of(seen(1, "1"), seen(2, "1")), YEAR, QUARTER, FirstMargin.NOW, CohortTail.NONE))
                .withMessage("customers must not come back, got 2 in period 1 after 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CohortClv.of(
                        List.of(seen(1, "1")), YEAR, QUARTER, FirstMargin.NOW, CohortTail.CONSTANT_RETENTION))
                .withMessage("a tail needs at least 2 periods, got 1");
        for (int left : new int[] {800, 1000}) {
            List<CohortPeriod> one = List.of(seen(1000, "1"), seen(left, "1"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CohortClv.of(one, YEAR, QUARTER, FirstMargin.NOW, CohortTail.RISING_RETENTION))
                    .withMessage("rising retention needs at least 3 periods to be told from, got 2");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> seen(-1, "1"))
                .withMessage("customers must not be negative, got -1");
    }
}
