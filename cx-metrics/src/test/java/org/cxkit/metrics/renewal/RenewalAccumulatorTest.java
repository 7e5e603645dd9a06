package org.cxkit.metrics.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.money.RatePeriod;

class RenewalAccumulatorTest
        extends AccumulatorContract<RenewalAccumulator, RenewalTally, RenewalAccumulatorTest.Customers> {

    record Customers(int renewals, long number, boolean active) {}

    @Override
    protected RenewalAccumulator empty() {
        return RenewalAccumulator.create(RatePeriod.MONTH);
    }

    @Override
    protected RenewalAccumulator emptyOfAnotherShape() {
        return RenewalAccumulator.create(RatePeriod.YEAR);
    }

    @Override
    protected Arbitrary<Customers> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.longs().between(0, 1L << 40),
                        Arbitraries.of(true, false))
                .as(Customers::new);
    }

    @Override
    protected void add(RenewalAccumulator accumulator, Customers row) {
        if (row.active()) {
            accumulator.active(row.renewals(), row.number());
        } else {
            accumulator.left(row.renewals(), row.number());
        }
    }

    @Override
    protected Map<String, Consumer<RenewalAccumulator>> refused() {
        Map<String, Consumer<RenewalAccumulator>> refused = new LinkedHashMap<>();
        refused.put("fewer than none", accumulator -> accumulator.left(-1, 1));
        refused.put("too many renewals", accumulator -> accumulator.active(1_000_001, 1));
        refused.put("a negative number", accumulator -> accumulator.active(1, -1));
        refused.put("a cohort of nothing", accumulator -> accumulator.cohort());
        refused.put("a cohort that grows", accumulator -> accumulator.cohort(5, 4, 6));
        return refused;
    }

    @Override
    protected RenewalTally fromBytes(byte[] bytes) {
        return RenewalTally.fromBytes(bytes);
    }

    @Example
    void cohortsOfDifferentAgesStandTogether() {
        RenewalTally tally = RenewalAccumulator.create(RatePeriod.YEAR)
                .cohort(100, 60, 45)
                .cohort(50, 30)
                .cohort(7)
                .result();
        assertThat(tally).hasToString("157 customers, 82 still there, seen at up to 2 decisions, one a year");
        assertThat(tally.left(0)).isEqualTo(60);
        assertThat(tally.left(1)).isEqualTo(15);
        assertThat(tally.active(0)).isEqualTo(7);
        assertThat(tally.active(1)).isEqualTo(30);
        assertThat(tally.active(2)).isEqualTo(45);
        assertThat(tally.left(99) + tally.active(-1)).isZero();
        assertThat(RenewalTally.empty(RatePeriod.YEAR).isEmpty()).isTrue();
    }

    @Example
    void saysWhatIsWantedAndWhatCame() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().cohort(5, 4, 6))
                .withMessage("survivors must not be negative nor grow, got survivors[2] = 6 after 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().cohort(-1))
                .withMessage("survivors must not be negative nor grow, got survivors[0] = -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().left(-1, 1))
                .withMessage("renewals must be from 0 to 1000000, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().left(1, -1))
                .withMessage("customers must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> empty().merge(RenewalAccumulator.create(RatePeriod.YEAR)))
                .withMessage("one period wanted, got MONTH and YEAR");
    }
}
