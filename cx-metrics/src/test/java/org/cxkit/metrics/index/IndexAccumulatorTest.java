package org.cxkit.metrics.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cxkit.contract.AccumulatorContract;

class IndexAccumulatorTest extends AccumulatorContract<IndexAccumulator, IndexTally, int[]> {
    private static final CompositeIndex INDEX = CompositeIndex.ACSI.available(2);

    @Override
    protected IndexAccumulator empty() {
        return IndexAccumulator.create(INDEX);
    }

    @Override
    protected IndexAccumulator emptyOfAnotherShape() {
        return IndexAccumulator.create(CompositeIndex.ACSI);
    }

    @Override
    protected Arbitrary<int[]> rows() {
        Arbitrary<Integer> answers = Arbitraries.of(1, 2, 5, 9, 10, Integer.MIN_VALUE, 0, 11);
        return Combinators.combine(answers, answers, answers).as((a, b, c) -> new int[] {a, b, c});
    }

    @Override
    protected void add(IndexAccumulator accumulator, int[] row) {
        accumulator.addLenient(row);
    }

    @Override
    protected Map<String, Consumer<IndexAccumulator>> refused() {
        Map<String, Consumer<IndexAccumulator>> refused = new LinkedHashMap<>();
        refused.put("too few answers", index -> index.add(1, 2));
        refused.put("too few answers, leniently", index -> index.addLenient(1, 2));
        refused.put("off the scale", index -> index.add(Integer.MIN_VALUE, 2, 11));
        refused.put("a column", index -> index.addAll(new byte[][] {{1, 2}, {3, 4}, {5, 0}}, 0, 2));
        refused.put("a short column", index -> index.addAll(new byte[][] {{1, 2}, {3, 4}, {5}}, 0, 2));
        refused.put("two columns", index -> index.addAll(new byte[][] {{1, 2}, {3, 4}}, 0, 2));
        refused.put(
                "a short column, leniently", index -> index.addAllLenient(new byte[][] {{0, 2}, {3, 4}, {5}}, 0, 2));
        refused.put("two columns, leniently", index -> index.addAllLenient(new byte[][] {{0, 2}, {3, 4}}, 0, 2));
        return refused;
    }

    @Override
    protected IndexTally fromBytes(byte[] bytes) {
        return IndexTally.fromBytes(bytes);
    }

    @Override
    protected double tolerance() {
        return 1e-12; // the mean of scores that are no whole numbers
    }

    @Override
    protected double[] figures(IndexTally tally) {
        List<Double> figures =
                new ArrayList<>(List.of((double) tally.n(), (double) tally.unscored(), (double) tally.partial()));
        for (long count : tally.missing()) {
            figures.add((double) count);
        }
        for (long count : tally.invalid()) {
            figures.add((double) count);
        }
        if (tally.n() > 1) {
            figures.add(tally.mean());
            figures.add(tally.variance());
        }
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Property(tries = 20)
    void columnsGiveTheTallyOfTheirRowsWhereWhatIsOffItsScaleCountsAsInvalid(@ForAll boolean dirty, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] columns = new byte[3][random.nextInt(6000)];
        IndexAccumulator rows = empty();
        IndexAccumulator lenientRows = empty();
        List<Integer> offScale = new ArrayList<>();
        long[] invalid = new long[3];
        for (int row = 0; row < columns[0].length; row++) {
            int[] answers = new int[3];
            int[] raw = new int[3];
            boolean off = false;
            for (int i = 0; i < 3; i++) {
                int answer = random.nextInt(dirty ? 13 : 11);
                boolean bad = answer > 10;
                answers[i] = answer == 0 || bad ? Integer.MIN_VALUE : answer;
                raw[i] = answer == 0 ? Integer.MIN_VALUE : answer == 12 ? -12 : answer;
                columns[i][row] = answer == 0 ? Byte.MIN_VALUE : (byte) raw[i];
                invalid[i] += bad ? 1 : 0;
                off |= bad;
            }
            if (off) {
                offScale.add(row);
            }
            rows.add(answers);
            int[] given = raw.clone();
            assertThat(lenientRows.addLenient(given)).isEqualTo(off);
            assertThat(given).containsExactly(raw);
        }
        IndexAccumulator lenient = empty();
        assertThat(lenient.addAllLenient(columns, 0, columns[0].length))
                .containsExactly(offScale.stream().mapToInt(row -> row).toArray());
        IndexTally found = lenient.result();
        if (offScale.isEmpty()) {
            assertThat(empty().addAll(columns, 0, columns[0].length).result()).isEqualTo(found);
        }
        IndexTally wanted = rows.result();
        assertThat(lenientRows.result().scores()).isEqualTo(wanted.scores());
        assertThat(lenientRows.result().partial()).isEqualTo(wanted.partial());
        assertThat(lenientRows.result().missing()).containsExactly(found.missing());
        assertThat(lenientRows.result().invalid()).containsExactly(invalid);
        assertThat(found.invalid()).containsExactly(invalid);
        for (int i = 0; i < 3; i++) {
            assertThat(found.missing()[i] + invalid[i]).isEqualTo(wanted.missing()[i]);
        }
        assertThat(List.of(found.n(), found.unscored(), found.partial()))
                .containsExactly(wanted.n(), wanted.unscored(), wanted.partial());
        if (found.n() > 1) {
            // thousands of scores summed in another order
            assertThat(found.mean()).isCloseTo(wanted.mean(), within(1e-9));
            assertThat(found.variance()).isCloseTo(wanted.variance(), within(1e-9));
        }
    }
}
