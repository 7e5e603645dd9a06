package org.cxkit.metrics.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.Money;
import org.cxkit.core.persona.CustomerId;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Grouped;
import org.cxkit.metrics.GroupedAccumulator;
import org.cxkit.metrics.purchase.Purchase;

class ActivityAccumulatorTest
        extends AccumulatorContract<ActivityAccumulator, ActivityTally, ActivityAccumulatorTest.Row> {

    record Row(String customer, int month) {}

    private static final Money EURO = Money.of("1", "EUR");
    private static final CustomerId ANN = CustomerId.of("ann");

    @Override
    protected ActivityAccumulator empty() {
        return ActivityAccumulator.create(CalendarUnit.MONTH);
    }

    @Override
    protected ActivityAccumulator emptyOfAnotherShape() {
        return ActivityAccumulator.create(CalendarUnit.QUARTER);
    }

    @Override
    protected Arbitrary<Row> rows() {
        // months before and after 1970
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cy", "dé"),
                        Arbitraries.integers().between(-3, 3))
                .as(Row::new);
    }

    @Override
    protected void add(ActivityAccumulator accumulator, Row row) {
        accumulator.add(CustomerId.of(row.customer()), month(row.month()));
    }

    @Override
    protected Object keyOf(Row row) {
        return row.customer();
    }

    @Override
    protected Map<String, Consumer<ActivityAccumulator>> refused() {
        Map<String, Consumer<ActivityAccumulator>> refused = new LinkedHashMap<>();
        refused.put("a day", activity -> activity.add(ANN, CalendarUnit.DAY.of(LocalDate.EPOCH)));
        refused.put(
                "a purchase before the calendar",
                activity -> activity.addAll(
                        List.of(new Purchase(ANN, Instant.EPOCH, EURO), new Purchase(ANN, Instant.MIN, EURO)),
                        ZoneOffset.UTC));
        return refused;
    }

    @Override
    protected ActivityTally fromBytes(byte[] bytes) {
        return ActivityTally.fromBytes(bytes);
    }

    private static CalendarPeriod month(int index) {
        return CalendarUnit.MONTH.of(LocalDate.EPOCH).plus(index);
    }

    @Example
    void whatComesTwiceInAPeriodCountsOnceHoweverManyRowsThereAre() {
        ActivityAccumulator activity = empty();
        for (int row = 0; row < 10_000; row++) {
            activity.add(CustomerId.of("c" + row % 100), month(row % 7));
        }
        ActivityTally tally = activity.result();
        assertThat(tally).hasToString("activity of 100 customers, 1970-01 to 1970-07");
        assertThat(tally.customerPeriods()).isEqualTo(700);
        assertThat(tally.active(month(3))).isEqualTo(100);
        assertThat(tally.active(month(7))).isZero();
        assertThat(tally.periods()).hasSize(7).startsWith(month(0));
    }

    @Example
    void rowsOfOneCustomerMayBePartedAmongAccumulators() {
        ActivityAccumulator one = empty().add(ANN, month(0));
        ActivityAccumulator other = empty().add(ANN, month(1)).add(ANN, month(0));
        assertThat(one.merge(other).result())
                .isEqualTo(empty().add(ANN, month(1)).add(ANN, month(0)).result());
        assertThat(one.merge(one).result().customers()).isEqualTo(1);
    }

    @Example
    void aCutKeepsOnlyThoseWhoWereActiveInIt() {
        ActivityTally tally = empty().add(ANN, month(0))
                .add(ANN, month(2))
                .add(CustomerId.of("bob"), month(5))
                .result();
        assertThat(tally.within(month(1), month(4)))
                .isEqualTo(empty().add(ANN, month(2)).result());
        assertThat(tally.within(month(3), month(4))).hasToString("activity of 0 customers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.within(month(1), month(0)))
                .withMessage("the last period must not be before the first, got 1970-02 to 1970-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.active(CalendarUnit.DAY.of(LocalDate.EPOCH)))
                .withMessage("wanted a MONTH, got the DAY 1970-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        tally.plus(ActivityAccumulator.create(CalendarUnit.YEAR).result()))
                .withMessage("activities in different units do not merge: MONTH and YEAR");
    }

    @Example
    void refundsAreNoActivityAndMidnightIsThatOfTheZone() {
        ZoneId rome = ZoneId.of("Europe/Rome");
        // 00:30 on the first of April in Rome, where the clocks had gone forward the day before
        List<Purchase> purchases = List.of(
                new Purchase(ANN, Instant.parse("2024-03-31T22:30:00Z"), EURO),
                new Purchase(ANN, Instant.parse("2024-05-01T00:00:00Z"), EURO.negated()));
        assertThat(ActivityTally.of(purchases, CalendarUnit.QUARTER, rome))
                .hasToString("activity of 1 customer, 2024-Q2 to 2024-Q2");
        assertThat(ActivityTally.of(purchases, CalendarUnit.QUARTER, ZoneOffset.UTC))
                .hasToString("activity of 1 customer, 2024-Q1 to 2024-Q1");
    }

    @Example
    void metricsByMembershipAreThoseOfEachGroup() {
        GroupedAccumulator<String, ActivityAccumulator, ActivityTally> groups = GroupedAccumulator.of(empty());
        groups.at("gold").add(ANN, month(0)).add(ANN, month(1));
        groups.at("none").add(CustomerId.of("bob"), month(0)).add(CustomerId.of("cy"), month(1));
        Grouped<String, ActivityTally> byMembership = groups.result();
        assertThat(byMembership.map(RepeatPurchase::of))
                .isEqualTo(Map.of(
                        "gold", new RepeatPurchase(1, 1, CalendarUnit.MONTH),
                        "none", new RepeatPurchase(2, 0, CalendarUnit.MONTH)));
        assertThat(byMembership.map(tally -> Retention.of(tally, month(0), month(1))))
                .isEqualTo(Map.of("gold", new Retention(1, 1, 0, 0, 0), "none", new Retention(1, 0, 0, 0, 1)));
        assertThat(RepeatPurchase.of(byMembership.total())).isEqualTo(new RepeatPurchase(3, 1, CalendarUnit.MONTH));
    }

    @Example
    void bytesThatNoTallyGivesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fromBytes(ByteWriter.of("activity", 1)
                        .text("DAY")
                        .count(1)
                        .count(0)
                        .count(0)
                        .toBytes()))
                .withMessage("not the bytes of activity: a history is of nobody or of no period");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fromBytes(ByteWriter.of("activity", 1)
                        .text("DAY")
                        .count(2)
                        .count(1)
                        .count(1)
                        .number(7)
                        .count(1)
                        .count(1)
                        .number(6)
                        .toBytes()))
                .withMessage("not the bytes of activity: the histories are not in order");
    }
}
