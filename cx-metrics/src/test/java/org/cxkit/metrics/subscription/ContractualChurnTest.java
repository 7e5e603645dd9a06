package org.cxkit.metrics.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.TimeWindow;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.behavior.Retention;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContractualChurnTest {

    private static final Instant START = Instant.parse("2024-04-01T00:00:00Z");
    private static final TimeWindow APRIL = new TimeWindow(START, day(30));

    private static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }

    private static Contract member(String customer, long from, @Nullable Long to) {
        return new Contract(CustomerId.of(customer), day(from), to == null ? null : day(to));
    }

    @Test
    void eachKindOfCustomerIsCountedOnce() {
        ContractualChurn churn = ContractualChurn.of(
                List.of(
                        member("stays", -10, null),
                        member("leaves", -10, 10L),
                        member("back", -10, 5L),
                        member("back", 15, null),
                        member("joins", 20, null),
                        member("brief", 10, 15L),
                        member("react", -90, -60L),
                        member("react", 10, null),
                        member("gone", -90, -60L),
                        member("renews", -10, 3L),
                        member("renews", 3, null)),
                APRIL);
        assertThat(churn)
                .isEqualTo(new ContractualChurn(
                        new Retention(4, 2, 1, 1, 1), 3, 1, Duration.ofDays(30 + 10 + 20 + 10 + 5 + 20 + 30)))
                .hasToString("churn 50.0 % (95 % 15.0 to 85.0), 2 of n 4; 3 leavings in 125.0 customer-days, "
                        + "1 joined and left");
        assertThat(churn.retention().gone().value()).isEqualTo(0.25);
        assertThat(churn.leavingsPer(RatePeriod.DAY)).isEqualTo(Outcome.of(3 / 125.0));
        // one rounding of the exponential
        assertThat(churn.rate(RatePeriod.WEEK).toOptional().orElseThrow().value())
                .isCloseTo(1 - Math.exp(-21 / 125.0), within(1e-15));
    }

    @Test
    void windowsThatFollowEachOtherCountEachLeavingOnce() {
        List<Contract> log = List.of(member("a", -5, 30L), member("b", 30, null), member("c", 0, 60L));
        ContractualChurn april = ContractualChurn.of(log, APRIL);
        ContractualChurn may = ContractualChurn.of(log, new TimeWindow(day(30), day(60)));
        assertThat(april.retention()).isEqualTo(new Retention(2, 1, 0, 0, 1));
        assertThat(april.leavings()).isEqualTo(1);
        assertThat(may.retention()).isEqualTo(new Retention(2, 1, 0, 0, 0));
        assertThat(may.leavings()).isEqualTo(1);
        assertThat(may.retention().start()).isEqualTo(april.retention().end());
    }

    @Test
    void nobodyIsNoRate() {
        ContractualChurn nobody = ContractualChurn.of(List.of(), APRIL);
        assertThat(nobody.leavingsPer(RatePeriod.DAY)).isEqualTo(Outcome.noData("nobody was a customer in the window"));
        assertThat(nobody.rate(RatePeriod.DAY)).isEqualTo(Outcome.noData("nobody was a customer in the window"));
        assertThat(nobody).hasToString("churn undefined, 0 of n 0; 0 leavings in 0.0 customer-days, 0 joined and left");
    }

    @Test
    void allWhoLeaveAtOnceAreChurn() {
        ContractualChurn all = ContractualChurn.of(List.of(member("a", -1, 1L), member("b", -1, 30L)), APRIL);
        assertThat(all.retention().churned().value()).isEqualTo(1);
        assertThat(all.leavings()).isEqualTo(2);
    }

    @Test
    void overlappingMembershipsAreOne() {
        List<Contract> log =
                List.of(member("a", 2, 8L), member("a", -10, 5L), member("a", 3, 4L), member("a", 20, 40L));
        ContractualChurn churn = ContractualChurn.of(log, APRIL);
        assertThat(churn).isEqualTo(new ContractualChurn(new Retention(1, 0, 1, 0, 0), 1, 0, Duration.ofDays(8 + 10)));
    }

    @Test
    void aDayOfTwentyThreeHoursIsLessExposure() {
        TimeWindow day =
                TimeWindow.ofDays(LocalDate.of(2024, 3, 31), LocalDate.of(2024, 3, 31), ZoneId.of("Europe/Rome"));
        ContractualChurn churn = ContractualChurn.of(List.of(member("a", -10, null)), day);
        assertThat(churn.exposure()).isEqualTo(Duration.ofHours(23));
        assertThat(churn.customerDays()).isEqualTo(23 / 24.0);
    }

    @Test
    void countsMustFitEachOther() {
        Retention retention = new Retention(2, 1, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractualChurn(retention, 1, 1, Duration.ZERO))
                .withMessage("wanted a leaving for each who left, got 1 for 1 of the start and 1 who joined and left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContractualChurn(retention, 1, 0, Duration.ofDays(-1)))
                .withMessage("counts must not be negative: joinedAndLeft=0, exposure=PT-24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> member("a", 1, 1L))
                .withMessage("a contract must end after its start, got 2024-04-02T00:00:00Z to 2024-04-02T00:00:00Z");
    }
}
