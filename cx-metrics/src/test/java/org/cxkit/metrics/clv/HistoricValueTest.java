package org.cxkit.metrics.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.metrics.purchase.Purchase;
import org.junit.jupiter.api.Test;

class HistoricValueTest {

    private static final Instant DAY = Instant.parse("2024-03-01T00:00:00Z");
    private static final CustomerId A = CustomerId.of("A");

    @Test
    void purchasesAddUpByCustomerInAnyOrder() {
        List<HistoricValue> values = HistoricValue.of(List.of(
                new Purchase(CustomerId.of("B"), DAY, Money.of("1", "EUR")),
                new Purchase(A, DAY.plusSeconds(9), Money.of("10.50", "EUR")),
                new Purchase(A, DAY, Money.of("-0.25", "EUR"))));
        assertThat(values)
                .containsExactly(
                        new HistoricValue(A, 2, DAY, DAY.plusSeconds(9), Money.of("10.25", "EUR")),
                        new HistoricValue(CustomerId.of("B"), 1, DAY, DAY, Money.of("1", "EUR")));
        assertThat(values.get(1)).hasToString("B: 1 purchase worth 1.00 EUR");
        assertThat(HistoricValue.of(List.of())).isEmpty();
    }

    @Test
    void currenciesAreNeverMixed() {
        assertThatThrownBy(() -> HistoricValue.of(List.of(
                        new Purchase(A, DAY, Money.of("1", "EUR")), new Purchase(A, DAY, Money.of("2", "USD")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one currency wanted, got 1.00 EUR and 2.00 USD");
    }

    @Test
    void impossibleHistoriesAreRefused() {
        Money one = Money.of("1", "EUR");
        assertThatThrownBy(() -> new HistoricValue(A, 0, DAY, DAY, one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 1 purchase wanted, got 0");
        assertThatThrownBy(() -> new HistoricValue(A, 1, DAY, DAY.minusSeconds(1), one))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the last purchase must not be before the first, "
                        + "got 2024-03-01T00:00:00Z to 2024-02-29T23:59:59Z");
    }
}
