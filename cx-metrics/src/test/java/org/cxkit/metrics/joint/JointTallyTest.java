package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class JointTallyTest {
    private static final int MISSING = Integer.MIN_VALUE;
    private static final RatingScale FIVE = RatingScale.ONE_TO_FIVE;
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;

    @Test
    void keepsTheAnswersOfThoseWhoLeftAQuestionOut() {
        JointTally tally =
                JointTally.of(FIVE, new int[] {1, 5, MISSING, 4, MISSING}, TEN, new int[] {0, 10, 7, MISSING, MISSING});
        assertThat(tally.pairs()).isEqualTo(2);
        assertThat(tally.missing()).isEqualTo(3);
        assertThat(tally.received()).isEqualTo(5);
        assertThat(tally.count(5, 10)).isEqualTo(1);
        assertThat(tally.first()).hasToString("3 ratings on 1..5 {1=1, 4=1, 5=1}, 2 missing");
        assertThat(tally.second()).hasToString("3 ratings on 0..10 {0=1, 7=1, 10=1}, 2 missing");
        assertThat(tally).hasToString("2 pairs on 1..5 x 0..10, 3 missing");
        assertThat(tally.swapped().first()).isEqualTo(tally.second());
        assertThat(tally.swapped().swapped()).isEqualTo(tally);
        assertThat(tally.swapped().count(10, 5)).isEqualTo(1);
    }

    @Test
    void namesTheColumnTheIndexAndTheValueOffItsScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointTally.of(FIVE, new int[] {1, 2}, TEN, new int[] {1, 11}))
                .withMessage("second[1] off the scale 0..10: 11");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> JointAccumulator.create(FIVE, TEN).addAll(new byte[] {1, 0}, new byte[] {1, 11}, 0, 2))
                .withMessage("first[1] off the scale 1..5: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointTally.of(FIVE, new int[] {1, 2}, TEN, new int[] {1}))
                .withMessage("wanted two columns of the same length, got 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointTally.empty(FIVE, TEN).plus(JointTally.empty(TEN, FIVE)))
                .withMessage("tallies on different scales do not merge: 1..5 x 0..10 and 0..10 x 1..5");
    }

    @Test
    void aPartCanBeTakenAwayAgain() {
        JointTally part = JointTally.of(FIVE, new int[] {1}, TEN, new int[] {3});
        JointTally whole = JointTally.of(FIVE, new int[] {1, 2}, TEN, new int[] {3, 4});
        assertThat(whole.minus(part)).isEqualTo(JointTally.of(FIVE, new int[] {2}, TEN, new int[] {4}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part.minus(whole))
                .withMessage("counts must not be negative, got -1");
    }

    @Property(tries = 200)
    void twoColumnsAreCountedAsTheObviousLoopCountsThem(@ForAll @Size(max = 60) byte[] first, @ForAll byte[] seed) {
        byte[] second = new byte[first.length];
        for (int i = 0; i < second.length; i++) {
            second[i] = seed.length == 0 ? 0 : seed[i % seed.length];
        }
        JointAccumulator accumulator = JointAccumulator.create(FIVE, TEN);
        int[] offScale = accumulator.addAllLenient(first, second, 0, first.length);
        JointTally tally = accumulator.result();
        long pairs = 0;
        long invalid = 0;
        RatingTally alone = RatingTally.empty(FIVE);
        for (int i = 0; i < first.length; i++) {
            boolean on = FIVE.contains(first[i]) && TEN.contains(second[i]);
            boolean off = (!FIVE.contains(first[i]) && first[i] != Byte.MIN_VALUE)
                    || (!TEN.contains(second[i]) && second[i] != Byte.MIN_VALUE);
            pairs += on ? 1 : 0;
            invalid += off ? 1 : 0;
            if (FIVE.contains(first[i])) {
                alone = alone.plus(RatingTally.of(FIVE, first[i]));
            }
        }
        assertThat(tally.pairs()).isEqualTo(pairs);
        assertThat(tally.invalid()).isEqualTo(invalid).isEqualTo(offScale.length);
        assertThat(tally.received()).isEqualTo(first.length);
        assertThat(tally.first().counts()).containsExactly(alone.counts());
    }
}
