package org.cxkit.journey.mining;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.journey.mining.DirectlyFollowsContractTest.History;
import org.jspecify.annotations.Nullable;

/** A row of this contract is the whole history of a case, so every partition of the rows is one by case. */
class DirectlyFollowsContractTest extends AccumulatorContract<DirectlyFollowsAccumulator, DirectlyFollows, History> {

    record History(List<String> activities, List<Long> waits) {
        long[] micros() {
            long[] micros = new long[activities.size()];
            for (int i = 1; i < micros.length; i++) {
                micros[i] = micros[i - 1] + waits.get(i);
            }
            return micros;
        }
    }

    @Override
    protected DirectlyFollowsAccumulator empty() {
        return DirectlyFollows.accumulator();
    }

    @Override
    protected @Nullable DirectlyFollowsAccumulator emptyOfAnotherShape() {
        return null;
    }

    @Override
    protected Arbitrary<History> rows() {
        Arbitrary<List<String>> activities =
                Arbitraries.of("b", "a", "view", "b\u00e9").list().ofMinSize(1).ofMaxSize(5);
        Arbitrary<List<Long>> waits =
                Arbitraries.longs().between(0, 1L << 40).list().ofSize(5);
        return Combinators.combine(activities, waits).as(History::new);
    }

    @Override
    protected void add(DirectlyFollowsAccumulator accumulator, History row) {
        accumulator.add(row.activities(), row.micros());
    }

    @Override
    protected Map<String, Consumer<DirectlyFollowsAccumulator>> refused() {
        return Map.of(
                "no activity", a -> a.add(List.of()),
                "an empty name", a -> a.add(List.of("new", ""), 0, 1),
                "too few instants", a -> a.add(List.of("new", "a"), 0),
                "time going back", a -> a.add(List.of("new", "a", "b"), 0, 2, 1));
    }

    @Override
    protected DirectlyFollows fromBytes(byte[] bytes) {
        return DirectlyFollows.fromBytes(bytes);
    }
}
