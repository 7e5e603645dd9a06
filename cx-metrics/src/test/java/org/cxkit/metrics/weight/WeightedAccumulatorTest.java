package org.cxkit.metrics.weight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.rating.RatingScale;

class WeightedAccumulatorTest
        extends AccumulatorContract<WeightedAccumulator, WeightedTally, WeightedAccumulatorTest.Row> {

    record Row(int rating, double weight) {}

    @Override
    protected WeightedAccumulator empty() {
        return WeightedAccumulator.create(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected WeightedAccumulator emptyOfAnotherShape() {
        return WeightedAccumulator.create(new RatingScale(0, 10, true));
    }

    /** Few ratings, so that they repeat; 11 stands for an invalid answer. */
    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<Integer> ratings = Arbitraries.of(0, 6, 7, 10, 11, Integer.MIN_VALUE);
        Arbitrary<Double> weights = Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 0.1, 1e-9, 1e9),
                Arbitraries.doubles().between(0.001, 100).ofScale(15));
        return Combinators.combine(ratings, weights).as(Row::new).withoutEdgeCases();
    }

    @Override
    protected void add(WeightedAccumulator accumulator, Row row) {
        if (row.rating == 11) {
            accumulator.addInvalid(1);
        } else {
            accumulator.add(row.rating, row.weight);
        }
    }

    @Override
    protected Map<String, Consumer<WeightedAccumulator>> refused() {
        Map<String, Consumer<WeightedAccumulator>> refused = new LinkedHashMap<>();
        refused.put("off the scale", all -> all.add(11, 1));
        refused.put("a negative weight", all -> all.add(10, -1));
        refused.put("no number", all -> all.add(10, Double.NaN));
        refused.put("a negative number of answers", all -> all.addMissing(-1));
        refused.put("a rating in a column", all -> all.addAll(new byte[] {1, 11}, new double[] {1, 1}, 0, 2));
        refused.put("a weight in a column", all -> all.addAll(new byte[] {1, 2}, new double[] {1, 1e300}, 0, 2));
        refused.put("a range", all -> all.addAll(new byte[] {1, 2}, new double[] {1}, 0, 2));
        refused.put("another scale", all -> all.add(WeightedTally.empty(RatingScale.ONE_TO_FIVE)));
        return refused;
    }

    @Override
    protected WeightedTally fromBytes(byte[] bytes) {
        return WeightedTally.fromBytes(bytes);
    }

    /** What rounding cuts off is kept, but where it was cut off depends on the order: a last bit may differ. */
    @Override
    protected double tolerance() {
        return 1e-12;
    }

    @Override
    protected double[] figures(WeightedTally tally) {
        return DoubleStream.concat(
                        LongStream.of(tally.zeroWeight(), tally.missing(), tally.invalid())
                                .asDoubleStream(),
                        tally.counts().stream()
                                .flatMapToDouble(count ->
                                        DoubleStream.of((double) count.n(), count.weight(), count.squaredWeight())))
                .toArray();
    }
}
