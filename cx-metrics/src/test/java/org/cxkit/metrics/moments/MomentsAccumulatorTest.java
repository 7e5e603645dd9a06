package org.cxkit.metrics.moments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.rating.RatingScale;

class MomentsAccumulatorTest extends AccumulatorContract<MomentsAccumulator, MomentsTally, MomentsAccumulatorTest.Row> {

    record Row(double weight, double ease, double overall) {}

    @Override
    protected MomentsAccumulator empty() {
        return MomentsAccumulator.create("ease", "overall");
    }

    @Override
    protected MomentsAccumulator emptyOfAnotherShape() {
        return MomentsAccumulator.create("overall", "ease");
    }

    @Override
    protected Arbitrary<Row> rows() {
        Arbitrary<Double> values = Arbitraries.of(
                MomentsAccumulator.MISSING, Double.NaN, 1e101, -0.0, 0.0, 1.0, 2.0, 3.5, 5.0, 10.0, -7.25, 0.1);
        return Combinators.combine(Arbitraries.of(0.0, 0.5, 1.0, 1.0, 2.0, 0.3, -1.0), values, values)
                .as(Row::new);
    }

    @Override
    protected void add(MomentsAccumulator accumulator, Row row) {
        boolean invalid = row.weight() < 0;
        for (double value : new double[] {row.ease(), row.overall()}) {
            invalid |= Double.isNaN(value) || value > 1e100;
        }
        if (invalid) {
            accumulator.addInvalid(1);
        } else {
            accumulator.addWeighted(row.weight(), row.ease(), row.overall());
        }
    }

    @Override
    protected Map<String, Consumer<MomentsAccumulator>> refused() {
        List<RatingScale> scales = List.of(RatingScale.ONE_TO_FIVE, RatingScale.ZERO_TO_TEN);
        Map<String, Consumer<MomentsAccumulator>> refused = new LinkedHashMap<>();
        refused.put("too few values", moments -> moments.add(1));
        refused.put("NaN", moments -> moments.add(1, Double.NaN));
        refused.put("a huge value", moments -> moments.add(1, 1.1e100));
        refused.put("a negative weight", moments -> moments.addWeighted(-1, 1, 2));
        refused.put("a negative number of rows", moments -> moments.addInvalid(-1));
        refused.put("a column with NaN", moments -> moments.addAll(new double[][] {{1, 2}, {3, Double.NaN}}, 0, 2));
        refused.put("a short column", moments -> moments.addAll(new double[][] {{1, 2}, {3}}, 0, 2));
        refused.put("one column", moments -> moments.addAll(new double[][] {{1, 2}}, 0, 2));
        refused.put(
                "a weight that is NaN",
                moments -> moments.addAll(new double[][] {{1, 2}, {3, 4}}, new double[] {1, Double.NaN}, 0, 2));
        refused.put("a rating off its scale", moments -> moments.addAll(scales, new byte[][] {{1, 6}, {10, 10}}, 0, 2));
        refused.put("one scale", moments -> moments.addAll(scales.subList(0, 1), new byte[][] {{1}, {1}}, 0, 1));
        refused.put("a range, leniently", moments -> moments.addAllLenient(new double[][] {{1}, {1}}, 0, 2));
        refused.put("one column, leniently", moments -> moments.addAllLenient(new double[][] {{1}}, 0, 1));
        refused.put(
                "one weight, leniently",
                moments -> moments.addAllLenient(new double[][] {{1, 2}, {1, 2}}, new double[] {1}, 0, 2));
        refused.put(
                "one scale, leniently",
                moments -> moments.addAllLenient(scales.subList(0, 1), new byte[][] {{1}, {1}}, 0, 1));
        refused.put(
                "other variables",
                moments -> moments.add(MomentsAccumulator.create("ease").result()));
        return refused;
    }

    @Override
    protected MomentsTally fromBytes(byte[] bytes) {
        return MomentsTally.fromBytes(bytes);
    }

    @Override
    protected double tolerance() {
        return 1e-12; // sums of doubles about means that depend on the order of the rows
    }

    @Override
    protected double[] figures(MomentsTally tally) {
        List<Double> figures = new ArrayList<>(List.of(
                (double) tally.n(),
                (double) tally.incomplete(),
                (double) tally.excluded(),
                (double) tally.invalid(),
                tally.weight()));
        for (String variable : tally.variables()) {
            if (tally.n() > 0) {
                figures.add(tally.mean(variable));
            }
            for (String other : tally.variables()) {
                if (tally.n() > 1) {
                    figures.add(tally.covariance(variable, other));
                }
            }
        }
        return figures.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
