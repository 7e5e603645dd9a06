package org.cxkit.metrics.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.survey.Boxes;
import org.junit.jupiter.api.Test;

class ExpectationGapTest {
    private static final RatingScale YES_NO = new RatingScale(0, 1);
    private static final int MISSING = Integer.MIN_VALUE;

    @Test
    void groupsOfDifferentPeopleAreComparedAsIndependentOnes() {
        ExpectationGap gap = ExpectationGap.of(Share.of(710, 1000), Share.of(290, 1000));
        assertThat(gap.value()).isCloseTo(0.42, within(1e-15));
        assertThat(gap.difference()).isEqualTo(new ShareDifference(Share.of(290, 1000), Share.of(710, 1000)));
        assertThat(gap)
                .hasToString("wanted 71.0 % (95 % 68.1 to 73.7), 710 of n 1000; received 29.0 % (95 % 26.3 to 31.9),"
                        + " 290 of n 1000; gap 42.0 points (95 % 37.9 to 45.9), p 1.041e-78, not paired");
    }

    @Test
    void respondentsWhoAnsweredBothAreComparedPairByPair() {
        JointTally answers =
                JointTally.of(YES_NO, new int[] {1, 1, 1, 0, 1, MISSING}, YES_NO, new int[] {0, 0, 1, 0, MISSING, 1});
        ExpectationGap gap = ExpectationGap.of(Boxes.of(1), Boxes.of(1), answers);
        assertThat(gap.pairs()).isEqualTo(new ShareChange(1, 0, 2, 1, 2, 0));
        assertThat(gap.value()).isEqualTo(0.5);
        assertThat(gap.pValue().toOptional()).contains(0.5); // two who want and do not get, none the other way
        assertThat(gap.wanted()).isEqualTo(new Share(4, 5, 1, 0));
        assertThat(gap.received()).isEqualTo(new Share(2, 5, 1, 0));
        assertThat(gap.toString()).endsWith(", 4 pairs, 2 missing");
    }

    @Test
    void bottomBoxesThatOverlapTheTopOnesDoNotMatter() {
        RatingScale five = RatingScale.ONE_TO_FIVE;
        JointTally answers = JointTally.of(five, new int[] {5, 3, 4, 1}, five, new int[] {2, 3, 1, 5});
        // by hand: three want it, two get it; two want and do not get, one gets and does not want
        ExpectationGap gap = ExpectationGap.of(Boxes.of(3), Boxes.of(3), answers);
        assertThat(gap.pairs()).isEqualTo(new ShareChange(1, 1, 2, 0, 0, 0));
        assertThat(gap.wanted()).isEqualTo(Share.of(3, 4));
        assertThat(gap.received()).isEqualTo(Share.of(2, 4));
        assertThat(gap).isEqualTo(ExpectationGap.of(new Boxes(3, 1), new Boxes(3, 2), answers));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectationGap.of(Boxes.of(5), Boxes.of(1), answers))
                .withMessage("the top boxes must leave a rating of the scale 1..5 out, got 5");
    }

    @Test
    void withoutAPairTheTwoGroupsAreCompared() {
        JointTally answers =
                JointTally.of(YES_NO, new int[] {1, 0, MISSING, MISSING}, YES_NO, new int[] {MISSING, MISSING, 0, 0});
        ExpectationGap gap = ExpectationGap.of(Boxes.of(1), Boxes.of(1), answers);
        assertThat(gap.pairs()).isNull();
        assertThat(gap.value()).isEqualTo(0.5);
        assertThat(gap.interval(0.95).method()).isEqualTo("Newcombe");
        assertThat(ExpectationGap.of(Share.of(0, 0), Share.of(1, 2)))
                .hasToString("wanted undefined, 0 of n 0; received 50.0 % (95 % 9.5 to 90.5), 1 of n 2; gap undefined,"
                        + " not paired");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectationGap(Share.of(1, 2), Share.of(1, 2), new ShareChange(0, 0, 0, 0, 0, 0)))
                .withMessage("wanted at least one pair, or null for none");
    }
}
