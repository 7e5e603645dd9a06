package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.cxkit.core.money.Money;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class EarnedGrowthTest {

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    @Test
    void theSentenceHasTheRateAndItsParts() {
        EarnedGrowth growth = EarnedGrowth.of(eur("1000"), eur("920"), eur("150"), eur("130"));
        assertThat(growth)
                .hasToString("earned growth 7.0 %: retention 92.0 %, earned new customers 15.0 %, total growth 20.0 %,"
                        + " of 1000.00 EUR");
        assertThat(growth.rate()).isEqualTo(Outcome.of(0.07));
        assertThat(growth.earnedShareOfNew()).isEqualTo(Outcome.of(150.0 / 280));
    }

    @Test
    void newRevenueOfUnknownOriginIsGrowthButNotEarned() {
        EarnedGrowth growth = new EarnedGrowth(eur("1000"), eur("920"), eur("150"), eur("100"), eur("30"));
        assertThat(growth.rate()).isEqualTo(Outcome.of(0.07));
        assertThat(growth.totalGrowth()).isEqualTo(Outcome.of(0.2));
        assertThat(growth.toString()).endsWith(", of 1000.00 EUR, 30.00 EUR of new revenue of unknown origin");
    }

    @Test
    void growthFromNothingIsNoNumber() {
        EarnedGrowth first = EarnedGrowth.of(eur("0"), eur("0"), eur("150"), eur("0"));
        assertThat(first.rate()).isEqualTo(Outcome.noData("no revenue in the period before"));
        assertThat(first)
                .hasToString("earned growth no data (no revenue in the period before): retention no data"
                        + " (no revenue in the period before), earned new customers no data (no revenue in the period before),"
                        + " total growth no data (no revenue in the period before), of 0.00 EUR");
        assertThat(EarnedGrowth.of(eur("1"), eur("1"), eur("0"), eur("0")).earnedShareOfNew())
                .isEqualTo(Outcome.noData("no revenue from new customers"));
    }

    @Test
    void amountsThatMakeNoSenseAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarnedGrowth.of(eur("1"), eur("-1"), eur("0"), eur("0")))
                .withMessage("revenue must not be negative: returning=-1.00 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EarnedGrowth.of(eur("1"), Money.of("1", "USD"), eur("0"), eur("0")))
                .withMessage("revenues must be in one currency: prior=1.00 EUR, returning=1.00 USD");
    }
}
