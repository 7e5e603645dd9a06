package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.core.rating.Band;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.compare.NpsDifference;
import org.cxkit.metrics.survey.Nps;
import org.junit.jupiter.api.Test;

/** The figures of the truth file are compared in SurveyTruthTest. */
class NpsChangeTest {
    private static final RatingScale TEN = RatingScale.ZERO_TO_TEN;

    @Test
    void saysInOneSentenceWhatChanged() {
        JointTally asked =
                JointTally.of(TEN, new int[] {9, 10, 6, 7, 8, 3, 10, 9, 5, 8, 7, 2, Integer.MIN_VALUE}, TEN, new int[] {
                    10, 10, 7, 9, 8, 6, 9, 10, 5, 9, 6, 7, 4
                });
        NpsChange change = NpsChange.of(asked);
        assertThat(change)
                .hasToString("NPS 0.0 to 25.0: change 25.0 (95 % -14.5 to 64.5), p 0.1911, 12 pairs, 1 missing");
        assertThat(change.count(Band.PASSIVE, Band.PROMOTER)).isEqualTo(2);
        assertThat(change.before()).isEqualTo(new Nps(4, 4, 4, 0, 0));
        assertThat(change.equivalence(80).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void thoseWhoChangeAlikeVaryInNothing() {
        NpsChange change = NpsChange.of(JointTally.of(TEN, new int[] {0, 0}, TEN, new int[] {10, 10}));
        assertThat(change.value()).isEqualTo(200);
        assertThat(change.pValue()).hasToString("no data (the standard error is 0)");
        assertThat(change.interval(0.95).low()).isEqualTo(200);
    }

    @Test
    void nobodyHasNotChanged() {
        NpsChange change = NpsChange.of(JointTally.empty(TEN, TEN));
        assertThatIllegalStateException()
                .isThrownBy(change::value)
                .withMessage("the change of NPS is undefined for 0 responses");
        assertThatIllegalStateException()
                .isThrownBy(change::test)
                .withMessage("a test of changes needs at least 2 pairs, got 0");
        assertThat(change).hasToString("change of NPS undefined, 0 pairs");
    }

    @Test
    void refusesWhatIsNoChange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpsChange.of(JointTally.empty(TEN, RatingScale.ONE_TO_FIVE)))
                .withMessage("the bands 0-6|7-8|9-10 divide the scale 0..10, the pairs are on 0..10 and 1..5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsChange(List.of(List.of(1L)), 0, 0))
                .withMessage("wanted 3 counts for each of 3 bands, got [[1]]");
        List<Long> none = List.of(0L, 0L, 0L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NpsChange(List.of(none, none, List.of(0L, 0L, -1L)), 0, 0))
                .withMessage("counts must not be negative: [[0, 0, 0], [0, 0, 0], [0, 0, -1]], missing=0, invalid=0");
    }

    @Provide
    Arbitrary<int[]> ratings() {
        return Arbitraries.integers().between(0, 10).array(int[].class).ofSize(30);
    }

    @Property(tries = 100)
    void theChangeOfPairsIsTheDifferenceOfTheScores(@ForAll("ratings") int[] before, @ForAll("ratings") int[] after) {
        NpsChange change = NpsChange.of(JointTally.of(TEN, before, TEN, after));
        assertThat(change.before()).isEqualTo(Nps.of(before));
        assertThat(change.after()).isEqualTo(Nps.of(after));
        assertThat(change.value()).isEqualTo(new NpsDifference(Nps.of(before), Nps.of(after)).value());
        NpsChange back = NpsChange.of(JointTally.of(TEN, after, TEN, before));
        assertThat(back.value()).isEqualTo(-change.value() + 0.0);
        assertThat(back.pValue()).isEqualTo(change.pValue());
    }
}
