package org.cxkit.metrics.joint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.rating.Answer;
import org.cxkit.core.rating.RatingScale;

class JointAccumulatorTest extends AccumulatorContract<JointAccumulator, JointTally, JointAccumulatorTest.Both> {
    private static final RatingScale FIRST = RatingScale.ONE_TO_THREE;
    private static final RatingScale SECOND = new RatingScale(-1, 0);

    record Both(Answer first, Answer second) {}

    @Override
    protected JointAccumulator empty() {
        return JointAccumulator.create(FIRST, SECOND);
    }

    @Override
    protected JointAccumulator emptyOfAnotherShape() {
        return JointAccumulator.create(FIRST, SECOND.reversed());
    }

    @Override
    protected Arbitrary<Both> rows() {
        Arbitrary<String> dirty = Arbitraries.of("", "skip", "11", "6.5");
        return Combinators.combine(
                        Arbitraries.oneOf(Arbitraries.of("1", "2", "3"), dirty).map(FIRST::parse),
                        Arbitraries.oneOf(Arbitraries.of("-1", "0"), dirty).map(SECOND::parse))
                .as(Both::new);
    }

    @Override
    protected void add(JointAccumulator accumulator, Both row) {
        accumulator.add(row.first(), row.second());
    }

    @Override
    protected Map<String, Consumer<JointAccumulator>> refused() {
        Map<String, Consumer<JointAccumulator>> refused = new LinkedHashMap<>();
        refused.put("off the first scale", accumulator -> accumulator.add(4, 0));
        refused.put("off the second scale", accumulator -> accumulator.add(3, 1));
        refused.put("a negative number", accumulator -> accumulator.add(3, 0, -1));
        refused.put("columns", accumulator -> accumulator.addAll(new byte[] {1, 2}, new byte[] {0, 1}, 0, 2));
        refused.put("uneven columns", accumulator -> accumulator.addAll(new byte[] {1, 2}, new byte[] {0}, 0, 1));
        refused.put("a range", accumulator -> accumulator.addAllLenient(new byte[] {1}, new byte[] {0}, 0, 2));
        refused.put("other scales", accumulator -> accumulator.add(JointTally.empty(SECOND, SECOND)));
        return refused;
    }

    @Override
    protected JointTally fromBytes(byte[] bytes) {
        return JointTally.fromBytes(bytes);
    }
}
