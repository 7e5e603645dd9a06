package org.cxkit.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cxkit.contract.AccumulatorContract;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingAccumulator;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class GroupedAccumulatorTest
        extends AccumulatorContract<
                GroupedAccumulator<String, RatingAccumulator, RatingTally>,
                Grouped<String, RatingTally>,
                GroupedAccumulatorTest.Row> {

    record Row(String channel, String answer) {}

    private static GroupedAccumulator<String, RatingAccumulator, RatingTally> on(RatingScale scale) {
        return GroupedAccumulator.of(RatingAccumulator.create(scale));
    }

    @Override
    protected GroupedAccumulator<String, RatingAccumulator, RatingTally> empty() {
        return on(RatingScale.ZERO_TO_TEN);
    }

    @Override
    protected GroupedAccumulator<String, RatingAccumulator, RatingTally> emptyOfAnotherShape() {
        return on(RatingScale.ONE_TO_TEN);
    }

    @Override
    protected Arbitrary<Row> rows() {
        return Combinators.combine(
                        Arbitraries.of("web", "chat", "café", ""), Arbitraries.of("0", "3", "9", "10", "", "6.5"))
                .as(Row::new);
    }

    @Override
    protected void add(GroupedAccumulator<String, RatingAccumulator, RatingTally> accumulator, Row row) {
        accumulator.at(row.channel()).addText(row.answer());
    }

    @Override
    protected Map<String, Consumer<GroupedAccumulator<String, RatingAccumulator, RatingTally>>> refused() {
        Map<String, Consumer<GroupedAccumulator<String, RatingAccumulator, RatingTally>>> refused =
                new LinkedHashMap<>();
        refused.put("off the scale", groups -> groups.at("web").add(11));
        refused.put("another scale", groups -> groups.merge(emptyOfAnotherShape()));
        return refused;
    }

    @Override
    protected Grouped<String, RatingTally> fromBytes(byte[] bytes) {
        return Grouped.fromBytes(bytes, text -> text, RatingTally::fromBytes);
    }

    @Test
    void anAccumulatorStaysAttachedToItsKeyThroughAMerge() {
        GroupedAccumulator<String, RatingAccumulator, RatingTally> groups = empty();
        RatingAccumulator web = groups.at("web").add(9);
        groups.merge(empty().merge(groups));
        web.add(3);
        assertThat(groups.result().get("web")).contains(RatingTally.of(RatingScale.ZERO_TO_TEN, 9, 9, 3));
    }

    @Test
    void aMergeThatOverflowsUnderOneKeyChangesNoKey() {
        GroupedAccumulator<String, RatingAccumulator, RatingTally> groups = empty();
        groups.at("a").add(5);
        groups.at("b").add(5, Long.MAX_VALUE);
        GroupedAccumulator<String, RatingAccumulator, RatingTally> more = empty();
        more.at("a").add(5);
        more.at("b").add(5);
        Grouped<String, RatingTally> before = groups.result();
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> groups.merge(more));
        assertThat(groups.result()).isEqualTo(before);
    }

    @Test
    void anAccumulatorThatIsNotEmptyGivesNoShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupedAccumulator.of(
                        RatingAccumulator.create(RatingScale.ZERO_TO_TEN).add(3)))
                .withMessage("wanted an empty accumulator for the groups, got one with 1 rating on 0..10 {3=1}");
    }

    @Test
    @SuppressWarnings("NullAway") // what is refused is a null that came past the compiler
    void aKeyMustBeThere() {
        assertThatNullPointerException().isThrownBy(() -> empty().at(null)).withMessage("key");
    }
}
