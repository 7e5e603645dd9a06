package org.cxkit.metrics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.RatePeriod;
import org.cxkit.metrics.ByteWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RfmAccumulatorTest extends AccumulatorContract<RfmAccumulator, RfmTally, PurchaseHistory> {

    @Override
    protected RfmAccumulator empty() {
        return RfmAccumulator.create(RatePeriod.WEEK);
    }

    @Override
    protected @Nullable RfmAccumulator emptyOfAnotherShape() {
        return RfmAccumulator.create(RatePeriod.DAY);
    }

    @Override
    protected Arbitrary<PurchaseHistory> rows() {
        return histories();
    }

    /** Few distinct ones, so that customers share them; whole and broken weeks; nobody's purchase on the last day too. */
    static Arbitrary<PurchaseHistory> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3))
                .as((frequency, last, rest) -> new PurchaseHistory(
                        frequency, frequency == 0 ? 0 : last / 7.0, (last + rest) / 7.0, RatePeriod.WEEK));
    }

    @Override
    protected void add(RfmAccumulator accumulator, PurchaseHistory row) {
        accumulator.add(row);
    }

    @Override
    protected Map<String, Consumer<RfmAccumulator>> refused() {
        Map<String, Consumer<RfmAccumulator>> calls = new LinkedHashMap<>();
        double[] two = {0, 1};
        calls.put("fewer than no customers", a -> a.add(new PurchaseHistory(0, 0, 1, RatePeriod.WEEK), -1));
        calls.put("a bad row after a good one", a -> a.addAll(new int[] {0, -1}, two, two, 0, 2));
        calls.put("a range beyond a column", a -> a.addAll(new int[3], two, two, 0, 3));
        return calls;
    }

    @Override
    protected RfmTally fromBytes(byte[] bytes) {
        return RfmTally.fromBytes(bytes);
    }

    @Test
    void aBadRowIsNamed() {
        assertThatThrownBy(() -> empty().addAll(new int[] {0, 1}, new double[] {0, 5}, new double[] {3, 4}, 0, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "row 1: recency and age must be finite with 0 <= recency <= age, got recency 5.0 and age 4.0");
        assertThatThrownBy(() -> RfmTally.of(RatePeriod.DAY, new int[1], new double[2], new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("columns of one length wanted, got 1, 2 and 1");
    }

    @Test
    void columnsGiveTheCountsOfTheObviousMap() {
        Random random = new Random(7);
        int n = 20_000;
        int[] x = new int[n];
        double[] last = new double[n];
        double[] age = new double[n];
        Map<List<Double>, Long> counts = new TreeMap<>((a, b) -> {
            int order = Double.compare(a.get(0), b.get(0));
            order = order != 0 ? order : Double.compare(a.get(1), b.get(1));
            return order != 0 ? order : Double.compare(a.get(2), b.get(2));
        });
        for (int i = 0; i < n; i++) {
            x[i] = i % 50 == 0 ? 1020 + random.nextInt(9) : random.nextInt(4); // few with very many
            last[i] = x[i] == 0 ? -0.0 : 1 + random.nextInt(30);
            age[i] = last[i] + random.nextInt(30);
            counts.merge(List.of((double) x[i], age[i], last[i] + 0.0), 1L, Long::sum);
        }
        RfmTally tally = RfmTally.of(RatePeriod.DAY, x, last, age);
        assertThat(tally.customers()).isEqualTo(n);
        assertThat(tally.histories()).isEqualTo(counts.size());
        int at = 0;
        for (Map.Entry<List<Double>, Long> entry : counts.entrySet()) {
            assertThat(tally.frequency(at)).isEqualTo(entry.getKey().get(0).intValue());
            assertThat(tally.age(at)).isEqualTo(entry.getKey().get(1));
            assertThat(tally.recency(at)).isEqualTo(entry.getKey().get(2));
            assertThat(tally.customers(at)).isEqualTo(entry.getValue());
            assertThat(tally.indexOf(tally.frequency(at), tally.recency(at), tally.age(at)))
                    .isEqualTo(at);
            at++;
        }
        assertThat(tally.indexOf(9, 1, 2)).isNegative();
    }

    @Test
    void historiesInAnotherUnitAreConverted() {
        PurchaseHistory days = new PurchaseHistory(2, 213, 272, RatePeriod.DAY);
        assertThat(RfmTally.of(RatePeriod.WEEK, List.of(days)).history(0).in(RatePeriod.DAY))
                .isEqualTo(days);
        assertThat(RfmTally.of(RatePeriod.WEEK, List.of(days))).hasToString("1 customer with 1 history in weeks");
    }

    @Test
    void bytesOfHistoriesOutOfOrderAreRefused() {
        byte[] bytes = ByteWriter.of("purchase histories", 1)
                .text("DAY")
                .count(2)
                .count(1)
                .real(2)
                .real(3)
                .count(1)
                .count(0)
                .real(0)
                .real(3)
                .count(1)
                .toBytes();
        assertThatThrownBy(() -> RfmTally.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the bytes of purchase histories: the histories are not in order");
        byte[] impossible = ByteWriter.of("purchase histories", 1)
                .text("DAY")
                .count(1)
                .count(0)
                .real(2)
                .real(3)
                .count(1)
                .toBytes();
        assertThatThrownBy(() -> RfmTally.fromBytes(impossible))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not the bytes of purchase histories: recency must be above 0 with a repeat purchase and 0"
                        + " without one, got frequency 0 and recency 2.0");
    }
}
