package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.junit.jupiter.api.Test;

class DisconfirmationTest {
    private static final RatingScale FIVE = RatingScale.ONE_TO_FIVE;
    private static final int[] EXPECTED = {4, 5, 3, 4, 2, 5, 3, Integer.MIN_VALUE};
    private static final int[] RECEIVED = {3, 5, 4, 2, 2, 4, 4, 5};

    @Test
    void comparesEachRespondentWithTheirOwnExpectation() {
        Disconfirmation told = Disconfirmation.of(JointTally.of(FIVE, EXPECTED, FIVE, RECEIVED));
        assertThat(told)
                .hasToString("disconfirmation -0.29 (95 % -1.31 to 0.74): 42.9 % negative, 28.6 % neutral, 28.6 %"
                        + " positive, 7 pairs, 1 missing");
        // scipy 1.17.1 stats.ttest_rel(received, expected)
        assertThat(told.pValue().toOptional().orElseThrow()).isCloseTo(0.52223644063742, within(1e-13));
        assertThat(told.interval(0.95).low()).isCloseTo(-1.3147876347760024, within(1e-12));
        assertThat(told.interval(0.95).high()).isCloseTo(0.7433590633474311, within(1e-12));
        assertThat(told.netInterval(0.95).estimate()).isCloseTo(-1.0 / 7, within(1e-15));
        assertThat(told.equivalence(3).shown(0.05)).isEqualTo(Outcome.of(true));
    }

    @Test
    void lessIsBetterWhereTheLowEndIsTheGoodOne() {
        RatingScale marks = FIVE.reversed();
        Disconfirmation told = Disconfirmation.of(JointTally.of(marks, EXPECTED, marks, RECEIVED));
        assertThat(told.value()).isCloseTo(2.0 / 7, within(1e-15));
        assertThat(told.positive().count()).isEqualTo(3);
    }

    @Test
    void theIntervalIsWithinWhatRatingsCanDiffer() {
        Disconfirmation told = Disconfirmation.of(JointTally.of(FIVE, new int[] {1, 5}, FIVE, new int[] {5, 1}));
        assertThat(told.interval(0.95).low()).isEqualTo(-4);
        assertThat(told.interval(0.95).high()).isEqualTo(4);
        assertThat(told.interval(0.95).clamped()).isTrue();
        assertThat(told.toString()).contains("(95 % -4.00 to 4.00)");
    }

    @Test
    void nobodyIsNotDisconfirmed() {
        Disconfirmation nobody = Disconfirmation.of(JointTally.empty(FIVE, FIVE));
        assertThat(nobody).hasToString("disconfirmation undefined, 0 pairs");
        assertThatIllegalStateException().isThrownBy(nobody::value);
        assertThatIllegalStateException()
                .isThrownBy(() -> nobody.netInterval(0.95))
                .withMessage("disconfirmation is undefined for 0 responses");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Disconfirmation.of(JointTally.empty(FIVE, RatingScale.ONE_TO_SEVEN)))
                .withMessage("what was expected is on the scale 1..5, what was received on 1..7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Disconfirmation(FIVE, List.of(1L), 0, 0))
                .withMessage("wanted 9 counts for the differences on the scale 1..5, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Disconfirmation(new RatingScale(-100, 100), List.of(), 0, 0))
                .withMessage("wanted a scale of at most 128 points, got -100..100");
    }
}
