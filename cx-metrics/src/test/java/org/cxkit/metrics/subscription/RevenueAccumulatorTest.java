package org.cxkit.metrics.subscription;

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
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.index.EarnedGrowth;

class RevenueAccumulatorTest extends AccumulatorContract<RevenueAccumulator, RevenueTally, RevenueAccumulatorTest.Row> {

    record Row(long before, long after) {}

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Money NOTHING = Money.zero(EUR);
    private static final Money ALL = Money.ofMinor(Long.MAX_VALUE, EUR);

    @Override
    protected RevenueAccumulator empty() {
        return RevenueAccumulator.create(EUR);
    }

    @Override
    protected RevenueAccumulator emptyOfAnotherShape() {
        return RevenueAccumulator.create(Currency.getInstance("JPY"));
    }

    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, 5);
        return Combinators.combine(amounts, amounts).as(Row::new);
    }

    @Override
    protected void add(RevenueAccumulator accumulator, Row row) {
        accumulator.addAll(new long[] {row.before()}, new long[] {row.after()}, 0, 1);
    }

    @Override
    protected Map<String, Consumer<RevenueAccumulator>> refused() {
        Map<String, Consumer<RevenueAccumulator>> refused = new LinkedHashMap<>();
        refused.put("another currency", revenue -> revenue.add(NOTHING, Money.of("1", "JPY")));
        refused.put("a part of a cent", revenue -> revenue.add(Money.of("0.001", "EUR"), NOTHING));
        refused.put("a negative row", revenue -> revenue.addAll(new long[] {1, -1}, new long[] {1, 1}, 0, 2));
        refused.put(
                "too large a sum",
                revenue -> revenue.addAll(new long[] {1, Long.MAX_VALUE, Long.MAX_VALUE}, new long[] {1, 1, 1}, 0, 3));
        refused.put("a range", revenue -> revenue.addAll(new long[] {1, 1}, new long[] {1}, 0, 2));
        return refused;
    }

    @Override
    protected RevenueTally fromBytes(byte[] bytes) {
        return RevenueTally.fromBytes(bytes);
    }

    private static Money euros(String amount) {
        return Money.of(amount, "EUR");
    }

    @Example
    void theNewAndTheReactivatedAreInNeitherRate() {
        RevenueTally tally = empty().add(euros("100"), euros("100"))
                .add(euros("100"), euros("70"))
                .add(euros("100"), euros("190"))
                .add(euros("100"), NOTHING)
                .add(NOTHING, euros("500"))
                .add(NOTHING, NOTHING)
                .result();
        RevenueRetention retention = RevenueRetention.of(tally);
        assertThat(retention)
                .isEqualTo(
                        new RevenueRetention(euros("400"), euros("100"), euros("30"), euros("90"), euros("500"), 4, 1))
                .hasToString("gross revenue retention 67.5 %, net 90.0 %: 400.00 EUR less 100.00 EUR churn and "
                        + "30.00 EUR contraction, 90.00 EUR expansion, 4 customers, 1 left");
        assertThat(retention.gross()).isEqualTo(Outcome.of(0.675));
        assertThat(retention.net()).isEqualTo(Outcome.of(0.9));
        assertThat(retention.kept()).isEqualTo(Share.of(3, 4));
        assertThat(tally).hasToString("revenue of 5 customers, 400.00 EUR at the start");
        // the same net rate as the one of earned growth
        assertThat(EarnedGrowth.of(euros("400"), euros("360"), NOTHING, euros("500"))
                        .netRevenueRetention())
                .isEqualTo(retention.net());
    }

    @Example
    void theEndsOfTheRatesAreReached() {
        RevenueRetention none =
                RevenueRetention.of(empty().add(NOTHING, euros("5")).result());
        assertThat(none.gross()).isEqualTo(Outcome.noData("no revenue at the start"));
        assertThat(none.net()).isEqualTo(Outcome.noData("no revenue at the start"));
        assertThat(none.kept()).isEqualTo(Share.of(0, 0));
        RevenueRetention lost =
                RevenueRetention.of(empty().add(euros("5"), NOTHING).result());
        assertThat(lost.gross()).isEqualTo(Outcome.of(0.0));
        assertThat(lost.net()).isEqualTo(Outcome.of(0.0));
        RevenueRetention grown =
                RevenueRetention.of(empty().add(euros("5"), euros("20")).result());
        assertThat(grown.gross()).isEqualTo(Outcome.of(1.0));
        assertThat(grown.net()).isEqualTo(Outcome.of(4.0));
    }

    @Example
    void saysWhatIsWantedAndWhatCame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().add(NOTHING, Money.of("1", "JPY")))
                .withMessage("wanted revenue in EUR, got 1 JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().addAll(new long[] {1, 2}, new long[] {1, -3}, 0, 2))
                .withMessage("recurring revenue must not be negative, got 2 before and -3 after in row 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().merge(emptyOfAnotherShape()))
                .withMessage("revenues in different currencies do not merge: EUR and JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueRetention(NOTHING, ALL, NOTHING, NOTHING, NOTHING, 1, 1))
                .withMessage("no more revenue can leave than there was: open=0.00 EUR, churn=92233720368547758.07 EUR, "
                        + "contraction=0.00 EUR");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueRetention(ALL, NOTHING, NOTHING, Money.of("1", "JPY"), NOTHING, 1, 1))
                .withMessage("revenues must be in one currency: open=92233720368547758.07 EUR, expansion=1 JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RevenueRetention(ALL, NOTHING, NOTHING, NOTHING, ALL.negated(), 1, 1))
                .withMessage("revenue must not be negative: added=-92233720368547758.07 EUR");
    }

    @Example
    void bytesOfMoreLostThanThereWasAreRefused() {
        ByteWriter writer = ByteWriter.of("recurring revenue", 1).text("EUR");
        for (int kind = 0; kind < 5; kind++) {
            writer.count(kind).count(kind);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> fromBytes(writer.toBytes()));
    }
}
