package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static Set<CustomerId> customers(String... names) {
        return Stream.of(names).map(CustomerId::of).collect(Collectors.toSet());
    }

    @Test
    void onlyThoseOfTheStartAreRetained() {
        Retention retention = Retention.of(customers("a", "b", "c", "d"), customers("b", "c", "d", "x"));
        assertThat(retention)
                .isEqualTo(new Retention(4, 3, 0, 0, 1))
                .hasToString("retention 75.0 % (95 % 30.1 to 95.4), 3 of n 4, 0 returned; at the end 4 customers, "
                        + "0 reactivated, 1 joined");
        assertThat(retention.churned().value()).isEqualTo(0.25);
        assertThat(retention.end()).isEqualTo(4);
    }

    @Test
    void theReactivatedAreNotRetained() {
        Retention retention = Retention.of(customers("x"), customers("a", "b"), customers("a", "x", "y"));
        assertThat(retention).isEqualTo(new Retention(2, 1, 0, 1, 1));
        assertThat(retention.kept().value()).isEqualTo(0.5);
    }

    @Test
    void thoseWhoWereGoneInBetweenCountOnlyWhereAskedFor() {
        CalendarPeriod first = CalendarUnit.MONTH.of(LocalDate.of(2024, 1, 1));
        ActivityAccumulator activity = ActivityAccumulator.create(CalendarUnit.MONTH);
        String[] histories = {"stay 123", "back 13", "lost 1", "late 012", "react 03", "new 3", "brief 2"};
        for (String history : histories) {
            String[] parts = history.split(" ", -1);
            parts[1].chars().forEach(at -> activity.add(CustomerId.of(parts[0]), first.plus(at - '1')));
        }
        Retention retention = Retention.of(activity.result(), first, first.plus(2));
        assertThat(retention).isEqualTo(new Retention(4, 1, 1, 1, 1));
        assertThat(retention.kept().value()).isEqualTo(0.25);
        assertThat(retention.keptOrReturned().value()).isEqualTo(0.5);
        assertThat(retention.churned().value()).isEqualTo(0.75);
        assertThat(retention.gone().value()).isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.of(activity.result(), first, first))
                .withMessage("the end must be after the start, got 2024-01 to 2024-01");
    }

    @Test
    void nobodyAtTheStartIsNoRate() {
        Retention nobody = Retention.of(Set.of(), customers("a"));
        assertThat(nobody)
                .hasToString("retention undefined, 0 of n 0, 0 returned; at the end 1 customer, "
                        + "0 reactivated, 1 joined");
        assertThatIllegalStateException()
                .isThrownBy(() -> nobody.churnRate(RatePeriod.MONTH))
                .withMessage("a share is undefined for 0 responses");
        assertThat(Retention.of(Set.of(), Set.of())).isEqualTo(new Retention(0, 0, 0, 0, 0));
    }

    @Test
    void allMayHaveLeft() {
        Retention gone = Retention.of(customers("a", "b"), Set.of());
        assertThat(gone.kept().value()).isZero();
        assertThat(gone.churnRate(RatePeriod.YEAR)).isEqualTo(new ChurnRate(1, RatePeriod.YEAR));
    }

    @Test
    void totalsGiveTheRateWhereTheyFitCustomers() {
        assertThat(Retention.ofTotals(100, 95, 10)).isEqualTo(new Retention(100, 85, 0, 0, 10));
        // 10 joined, 4 of them left again: the totals take these off the retained
        assertThat(Retention.ofTotals(100, 91, 10).retained()).isEqualTo(81);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.ofTotals(100, 5, 10))
                .withMessage(
                        "these numbers fit no customers: of 5 at the end 10 are new, so that -5 of 100 were retained");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retention.ofTotals(100, 115, 10))
                .withMessage(
                        "these numbers fit no customers: of 115 at the end 10 are new, so that 105 of 100 were retained");
        assertThatIllegalArgumentException().isThrownBy(() -> Retention.ofTotals(-1, 0, 0));
    }

    @Test
    void countsMustFitEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(2, 1, 2, 0, 0))
                .withMessage("no more can be retained than there were at the start: start=2, retained=1, returned=2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(2, 1, 0, -1, 0))
                .withMessage("counts must not be negative: start=2, retained=1, returned=0, reactivated=-1, joined=0");
    }
}
