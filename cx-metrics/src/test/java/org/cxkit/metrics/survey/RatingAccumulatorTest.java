package org.cxkit.metrics.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.column.RatingColumn;
import org.cxkit.core.rating.RatingScale;

class RatingAccumulatorTest extends AccumulatorContract<RatingAccumulator, RatingTally, String> {

    @Override
    protected RatingAccumulator empty() {
        return RatingAccumulator.create(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected RatingAccumulator emptyOfAnotherShape() {
        return RatingAccumulator.create(new RatingScale(0, 10, true));
    }

    @Override
    protected Arbitrary<String> rows() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 10).map(String::valueOf), Arbitraries.of("", "skip", "11", "6.5"));
    }

    @Override
    protected void add(RatingAccumulator accumulator, String row) {
        accumulator.addText(row);
    }

    @Override
    protected Map<String, Consumer<RatingAccumulator>> refused() {
        Map<String, Consumer<RatingAccumulator>> refused = new LinkedHashMap<>();
        refused.put("off the scale", accumulator -> accumulator.add(11));
        refused.put("a negative number of answers", accumulator -> accumulator.add(3, -1));
        refused.put("a byte column", accumulator -> accumulator.addAll(new byte[] {1, 2, 11}, 0, 3));
        refused.put("an int column", accumulator -> accumulator.addAll(new int[] {1, 2, 300}, 0, 3));
        refused.put("a range", accumulator -> accumulator.addAll(new byte[] {1, 2}, 1, 3));
        refused.put(
                "a column on another scale",
                accumulator -> accumulator.addAll(RatingColumn.of(RatingScale.ONE_TO_FIVE, new byte[] {1})));
        refused.put("another scale", accumulator -> accumulator.add(RatingTally.empty(RatingScale.ONE_TO_FIVE)));
        return refused;
    }

    @Override
    protected RatingTally fromBytes(byte[] bytes) {
        return RatingTally.fromBytes(bytes);
    }
}
