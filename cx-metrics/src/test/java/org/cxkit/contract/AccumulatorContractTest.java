package org.cxkit.contract;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.metrics.Accumulator;
import org.cxkit.metrics.ByteReader;
import org.cxkit.metrics.ByteWriter;
import org.cxkit.metrics.Tally;
import org.jspecify.annotations.Nullable;

/** The contract on the smallest accumulator that needs its rows parted by key: the history of each customer. */
class AccumulatorContractTest
        extends AccumulatorContract<
                AccumulatorContractTest.Histories, AccumulatorContractTest.HistoryTally, AccumulatorContractTest.Step> {

    record Step(String customer, String what) {}

    static final class Histories implements Accumulator<Histories, HistoryTally> {
        @Serial
        private static final long serialVersionUID = 1;

        private final TreeMap<String, String> histories = new TreeMap<>();

        void add(Step step) {
            if (step.what().isEmpty()) {
                throw new IllegalArgumentException("a step must not be empty");
            }
            histories.merge(step.customer(), step.what(), String::concat);
        }

        @Override
        public Histories merge(Histories other) {
            new TreeMap<>(other.histories).forEach((key, text) -> histories.merge(key, text, String::concat));
            return this;
        }

        @Override
        public HistoryTally result() {
            return new HistoryTally(new TreeMap<>(histories));
        }

        @Override
        public Histories copy() {
            return new Histories().merge(this);
        }
    }

    record HistoryTally(TreeMap<String, String> histories) implements Tally<HistoryTally> {
        @Override
        public boolean isEmpty() {
            return histories.isEmpty();
        }

        @Override
        public HistoryTally plus(HistoryTally other) {
            TreeMap<String, String> both = new TreeMap<>(histories);
            other.histories.forEach((key, text) -> both.merge(key, text, String::concat));
            return new HistoryTally(both);
        }

        @Override
        public byte[] toBytes() {
            ByteWriter writer = ByteWriter.of("histories", 3).count(histories.size());
            histories.forEach((key, text) -> writer.text(key).text(text));
            return writer.toBytes();
        }
    }

    @Override
    protected Histories empty() {
        return new Histories();
    }

    @Override
    protected @Nullable Histories emptyOfAnotherShape() {
        return null;
    }

    @Override
    protected Arbitrary<Step> rows() {
        return Combinators.combine(Arbitraries.of("ann", "bob", "cy"), Arbitraries.of("a", "b", "é"))
                .as(Step::new);
    }

    @Override
    protected void add(Histories accumulator, Step row) {
        accumulator.add(row);
    }

    @Override
    protected Object keyOf(Step row) {
        return row.customer();
    }

    @Override
    protected Map<String, Consumer<Histories>> refused() {
        Map<String, Consumer<Histories>> refused = new LinkedHashMap<>();
        refused.put("an empty step", histories -> histories.add(new Step("ann", "")));
        return refused;
    }

    @Override
    protected HistoryTally fromBytes(byte[] bytes) {
        ByteReader reader = ByteReader.of(bytes, "histories", 3);
        int size = reader.size();
        TreeMap<String, String> histories = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            histories.put(reader.text(), reader.text());
        }
        return reader.end(new HistoryTally(histories));
    }
}
