package org.cxkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CompanyCostsTest {

    @Test
    void missingCostsAreNamedInTheirOrderAndAreNotZero() {
        CompanyCosts costs = CompanyCosts.of(null, "0.00", null, "EUR");
        assertThat(costs.missing()).containsExactly(CompanyCost.ACQUISITION, CompanyCost.RETENTION);
        assertThat(costs.cost(CompanyCost.SERVICE)).contains(Money.of("0", "EUR"));
        assertThat(costs.cost(CompanyCost.RETENTION)).isEmpty();
        assertThat(costs).isNotEqualTo(CompanyCosts.of("0", "0", "0", "EUR"));
        assertThat(CompanyCosts.of("250.00", "60.00", "40.00", "EUR").missing()).isEmpty();
    }

    @Test
    void negativeCostsAreRefused() {
        assertThatThrownBy(() -> CompanyCosts.of("250", "60", "-0.01", "EUR"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention cost must not be negative, got -0.01 EUR");
    }

    @Test
    void mixedCurrenciesAreRefusedAlsoAroundAMissingCost() {
        assertThatThrownBy(() -> new CompanyCosts(Money.of("1", "EUR"), null, Money.of("2", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("costs must be in one currency, got acquisition 1.00 EUR and retention 2.00 USD");
        assertThatThrownBy(() -> new CompanyCosts(null, Money.of("1", "EUR"), Money.of("2", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("costs must be in one currency, got service 1.00 EUR and retention 2.00 USD");
    }
}
