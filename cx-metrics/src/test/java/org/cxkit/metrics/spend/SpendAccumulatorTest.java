package org.cxkit.metrics.spend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.Money;

class SpendAccumulatorTest extends AccumulatorContract<SpendAccumulator, SpendTally, SpendAccumulatorTest.Row> {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    record Row(int repeatPurchases, long minor) {}

    @Override
    protected SpendAccumulator empty() {
        return SpendAccumulator.create(EUR);
    }

    @Override
    protected SpendAccumulator emptyOfAnotherShape() {
        return SpendAccumulator.create(YEN);
    }

    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<Row> any = Combinators.combine(
                        Arbitraries.integers().between(1, 1000),
                        Arbitraries.longs().between(-10, 1L << 50))
                .as(Row::new);
        return Arbitraries.oneOf(any, Arbitraries.of(new Row(0, 0), new Row(2, 500), new Row(1, 0), new Row(3, -1)));
    }

    @Override
    protected void add(SpendAccumulator accumulator, Row row) {
        accumulator.addMinor(row.repeatPurchases(), row.minor());
    }

    @Override
    protected Map<String, Consumer<SpendAccumulator>> refused() {
        Map<String, Consumer<SpendAccumulator>> refused = new LinkedHashMap<>();
        refused.put("another currency", accumulator -> accumulator.add(1, Money.of("1", "JPY")));
        refused.put("a part of a cent", accumulator -> accumulator.add(1, Money.of("0.001", "EUR")));
        refused.put("fewer than none", accumulator -> accumulator.addMinor(-1, 1));
        refused.put(
                "spend without a purchase",
                accumulator -> accumulator.addAll(new int[] {1, 0}, new long[] {100, 1}, 0, 2));
        refused.put("a range", accumulator -> accumulator.addAll(new int[] {1}, new long[] {1, 2}, 0, 2));
        return refused;
    }

    @Override
    protected SpendTally fromBytes(byte[] bytes) {
        return SpendTally.fromBytes(bytes);
    }

    @Example
    void countsWhoIsLeftOut() {
        SpendTally tally = SpendTally.of(EUR, new int[] {2, 0, 1, 2, 3, 0}, new long[] {500, 0, 0, 500, -20, 0});
        assertThat(tally)
                .hasToString("2 customers with 1 pair of frequency and spend in EUR, "
                        + "2 without a repeat purchase and 2 without repeat spend left out");
        assertThat(tally.frequency(0)).isEqualTo(2);
        assertThat(tally.totalMinor(0)).isEqualTo(500);
        assertThat(tally.customers(0)).isEqualTo(2);
        assertThat(tally.toAccumulator()).hasToString(tally.toString());
        assertThat(SpendTally.empty(EUR).isEmpty()).isTrue();
    }

    @Example
    void allWhoBoughtAgainAtCdnowSpentSomething() {
        SpendTally tally = SpendTruth.cdnow();
        assertThat(tally.withoutSpend()).isZero(); // its eight purchases of nothing stand beside others
        assertThat(tally.customers()).isEqualTo(946);
        assertThat(tally.withoutRepeat()).isEqualTo(2357 - 946);
    }

    @Example
    void saysWhatIsWantedAndWhatCame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().add(1, Money.of("1", "JPY")))
                .withMessage("wanted spend in EUR, got 1 JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().addAll(new int[] {1, -2}, new long[] {1, 2}, 0, 2))
                .withMessage("row 1: repeat purchases must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().addMinor(0, 5))
                .withMessage("no repeat spend wanted without a repeat purchase, got 5 minor units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpendTally.of(EUR, new int[1], new long[2]))
                .withMessage("columns of one length wanted, got 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().merge(SpendAccumulator.create(YEN)))
                .withMessage("spend in different currencies does not merge: EUR and JPY");
    }
}
