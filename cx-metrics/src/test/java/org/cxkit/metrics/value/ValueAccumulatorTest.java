package org.cxkit.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.Money;
import org.cxkit.metrics.compare.Sample;

class ValueAccumulatorTest extends AccumulatorContract<ValueAccumulator, ValueTally, Long> {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency YEN = Currency.getInstance("JPY");

    @Override
    protected ValueAccumulator empty() {
        return ValueAccumulator.create(EUR);
    }

    @Override
    protected ValueAccumulator emptyOfAnotherShape() {
        return ValueAccumulator.create(YEN);
    }

    @Override
    protected Arbitrary<Long> rows() {
        // squares far beyond a long
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-1L << 55, 1L << 55), Arbitraries.of(0L, 1L, Long.MIN_VALUE));
    }

    @Override
    protected void add(ValueAccumulator accumulator, Long row) {
        accumulator.addMinor(row);
    }

    @Override
    protected Map<String, Consumer<ValueAccumulator>> refused() {
        Map<String, Consumer<ValueAccumulator>> refused = new LinkedHashMap<>();
        refused.put("another currency", accumulator -> accumulator.add(Money.of("1", "JPY")));
        refused.put("a part of a cent", accumulator -> accumulator.add(Money.of("0.001", "EUR")));
        refused.put(
                "too large a sum",
                accumulator -> accumulator.addAll(new long[] {1, Long.MAX_VALUE, Long.MAX_VALUE}, 0, 3));
        refused.put("a range", accumulator -> accumulator.addAll(new long[] {1}, 0, 2));
        refused.put("values in another currency", accumulator -> accumulator.add(ValueTally.empty(YEN)));
        return refused;
    }

    @Override
    protected ValueTally fromBytes(byte[] bytes) {
        return ValueTally.fromBytes(bytes);
    }

    @Example
    void theVarianceOfLargeValuesDoesNotCancel() {
        long large = 1L << 53;
        Sample sample = empty().addAll(new long[] {large, large + 100, large + 200}, 0, 3)
                .result()
                .sample();
        assertThat(sample.variance()).isEqualTo(1); // in euros: 1 apart each
        assertThat(sample.mean())
                .isCloseTo(
                        BigInteger.valueOf(large + 100).doubleValue() / 100,
                        within(1e-1)); // half a unit in the last place
    }

    @Example
    void aCurrencyWithoutMinorUnitsIsCountedInWholeOnes() {
        assertThat(Stream.of(Money.of("3", "JPY"), Money.of("5", "JPY"))
                        .collect(ValueAccumulator.collector(YEN))
                        .sample())
                .isEqualTo(Sample.of(2, 4, 2));
    }

    @Example
    void saysWhatIsWantedAndWhatCame() {
        assertThat(empty().addMinor(250).addMinor(Long.MIN_VALUE).result())
                .hasToString("1 value of 2.50 EUR together, 1 missing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().add(Money.of("1", "JPY")))
                .withMessage("wanted a value in EUR, got 1 JPY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().merge(ValueAccumulator.create(YEN)))
                .withMessage("values in different currencies do not merge: EUR and JPY");
    }
}
