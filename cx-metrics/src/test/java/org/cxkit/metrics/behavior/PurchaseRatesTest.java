package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.purchase.Purchase;
import org.junit.jupiter.api.Test;

class PurchaseRatesTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Money EURO = Money.of("1", "EUR");

    private static Purchase bought(String customer, String at) {
        return new Purchase(CustomerId.of(customer), Instant.parse(at), EURO);
    }

    @Test
    void twoPurchasesOfOneDayAreOneOccasionWhereDaysAreMerged() {
        TimeWindow march = TimeWindow.ofDays(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31), ROME);
        List<Purchase> log = List.of(
                // one Sunday of 23 hours in Rome: two days in UTC
                bought("a", "2024-03-30T23:00:00Z"),
                bought("a", "2024-03-31T21:59:59Z"),
                // the next day, out of the window
                bought("a", "2024-03-31T22:00:00Z"),
                bought("b", "2024-03-30T22:59:59Z"),
                bought("b", "2024-03-30T23:00:00Z"),
                bought("c", "2024-03-05T12:00:00Z"),
                new Purchase(CustomerId.of("c"), Instant.parse("2024-03-07T12:00:00Z"), EURO.negated()),
                bought("d", "2024-02-01T12:00:00Z"));
        assertThat(RepeatPurchase.of(log, march))
                .isEqualTo(new RepeatPurchase(3, 2, null))
                .hasToString("repeat purchase rate 66.7 % (95 % 20.8 to 93.9), 2 of n 3, each purchase an occasion");
        assertThat(RepeatPurchase.ofDays(log, march, ROME))
                .isEqualTo(new RepeatPurchase(3, 1, CalendarUnit.DAY))
                .hasToString(
                        "repeat purchase rate 33.3 % (95 % 6.1 to 79.2), 1 of n 3, purchases of one day an occasion");
        assertThat(RepeatPurchase.of(List.of(), march).share()).isEqualTo(Share.of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RepeatPurchase(1, 2, null));
    }

    @Test
    void inactivityNamesItsWindow() {
        List<Purchase> log = List.of(
                bought("a", "2024-01-01T00:00:00Z"),
                bought("b", "2024-01-01T00:00:00Z"),
                bought("b", "2024-01-02T00:00:00Z"),
                bought("c", "2024-04-01T00:00:00Z"));
        Instant april = Instant.parse("2024-04-01T00:00:00Z"); // 90 days after the second of January
        InactivityChurn churn = InactivityChurn.of(log, april, Duration.ofDays(90));
        assertThat(churn)
                .isEqualTo(new InactivityChurn(Duration.ofDays(90), april, 2, 1))
                .hasToString("inactive for more than 90 days at 2024-04-01T00:00:00Z: 50.0 % (95 % 9.5 to 90.5), "
                        + "1 of n 2");
        assertThat(InactivityChurn.of(log, april, Duration.ofHours(36)).toString())
                .startsWith("inactive for more than PT36H at");
        assertThat(InactivityChurn.of(log, Instant.EPOCH, Duration.ofDays(1)).share())
                .isEqualTo(Share.of(0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InactivityChurn.of(List.of(), april, Duration.ZERO))
                .withMessage("a window of inactivity must be above zero, got PT0S");
    }

    @Test
    void cohortsAreSeenToTheSameEnd() {
        CalendarPeriod january = CalendarUnit.MONTH.of(LocalDate.of(2024, 1, 1));
        ActivityTally activity = ActivityTally.of(
                List.of(
                        bought("a", "2024-01-10T00:00:00Z"),
                        bought("a", "2024-03-10T00:00:00Z"),
                        bought("b", "2024-01-10T00:00:00Z"),
                        bought("b", "2024-02-10T00:00:00Z"),
                        bought("c", "2024-03-10T00:00:00Z"),
                        bought("d", "2024-04-10T00:00:00Z")),
                CalendarUnit.MONTH,
                ROME);
        CohortRetention table = CohortRetention.of(activity);
        assertThat(table).hasToString("""
                retention of 4 customers in 4 cohorts
                2024-01: 2, 1, 1, 0
                2024-02: 0, 0, 0
                2024-03: 1, 0
                2024-04: 1""");
        assertThat(table.share(1)).isEqualTo(Share.of(1, 3));
        assertThat(table.share(3)).isEqualTo(Share.of(0, 2));
        assertThat(table.share(4)).isEqualTo(Share.of(0, 0));
        Cohort first = table.cohorts().get(0);
        assertThat(first.share(1)).isEqualTo(Share.of(1, 2));
        assertThatThrownBy(() -> first.share(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(CohortRetention.of(ActivityTally.of(List.of(), CalendarUnit.MONTH, ROME)))
                .hasToString("retention of 0 customers in 0 cohorts");
        assertThat(CohortRetention.of(ActivityTally.of(
                                List.of(bought("a", "2024-01-01T00:00:00Z")), CalendarUnit.MONTH, ROME))
                        .toString())
                .startsWith("retention of 1 customer in 1 cohort\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cohort(january, List.of(2L, 3L)))
                .withMessage("wanted from 0 to the 2 of the cohort, got active[1]=3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CohortRetention(List.of(first, first)))
                .withMessage("cohorts must follow each other and end together, got 2024-01: 2, 1, 1, 0 and then "
                        + "2024-01: 2, 1, 1, 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cohort(january, List.of()))
                .withMessage("a cohort needs the count of its first period, got none");
    }
}
