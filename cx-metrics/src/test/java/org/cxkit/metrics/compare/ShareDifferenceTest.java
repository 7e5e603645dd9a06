package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.interval.Interval;
import org.cxkit.metrics.survey.Boxes;
import org.cxkit.metrics.survey.Csat;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;

class ShareDifferenceTest {
    private static final ShareDifference NEWCOMBE = new ShareDifference(Share.of(48, 80), Share.of(56, 70));

    @Test
    void theIntervalIsThatOfNewcombesFirstExample() {
        // Newcombe 1998, table II, contrast (a) 56/70 less 48/80, method 10: 0.0524 to 0.3339
        Interval interval = NEWCOMBE.interval(0.95);
        assertThat(interval.low()).isCloseTo(0.0524, within(0.00005));
        assertThat(interval.high()).isCloseTo(0.3339, within(0.00005));
        // the same table, contrast (f) 10/10 less 0/20, method 10: 0.6791 to 1
        interval = new ShareDifference(Share.of(0, 20), Share.of(10, 10)).interval(0.95);
        assertThat(interval.low()).isCloseTo(0.6791, within(0.00005));
        assertThat(interval.high()).isEqualTo(1);
    }

    @Test
    void theScoreTestIsTheRootOfChiSquare() {
        // scipy 1.17.1 stats.chi2_contingency(correction=False)
        double z = NEWCOMBE.test().statistic().toOptional().orElseThrow();
        assertThat(z * z).isCloseTo(7.023411371237456, within(1e-12));
        assertThat(NEWCOMBE.pValue().toOptional().orElseThrow()).isCloseTo(0.008045081368196585, within(1e-14));
    }

    @Test
    void agrestiAndCaffoAddASuccessAndAFailureToEachGroup() {
        // by hand: 49/82 and 57/72
        TestResult test = NEWCOMBE.adjustedTest();
        assertThat(test.centre()).isCloseTo(57.0 / 72 - 49.0 / 82, within(1e-15));
        assertThat(test.standardError())
                .isCloseTo(Math.sqrt(57.0 * 15 / 72 / 72 / 72 + 49.0 * 33 / 82 / 82 / 82), within(1e-15));
        assertThat(test.estimate()).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void saysInOneSentenceWhatChanged() {
        assertThat(NEWCOMBE)
                .hasToString("60.0 % to 80.0 %: difference 20.0 points (95 % 5.2 to 33.4), p 0.008045, n 80 and 70");
        assertThat(new ShareDifference(new Share(0, 0, 3, 1), Share.of(1, 2)))
                .hasToString("difference of shares undefined, n 0 and 2, 3 missing, 1 invalid");
    }

    @Test
    void noneInEitherGroupIsNoTestButHasAnInterval() {
        ShareDifference none = new ShareDifference(Share.of(0, 5), Share.of(0, 7));
        assertThat(none.pValue()).hasToString("no data (the standard error is 0)");
        assertThat(none.interval(0.95).low()).isNegative();
        assertThat(none.interval(0.95).high()).isPositive();
    }

    @Test
    void anEmptyGroupIsNoDifference() {
        ShareDifference difference = new ShareDifference(Share.of(0, 0), Share.of(1, 2));
        assertThat(difference.testable()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(difference::value)
                .withMessage("a share is undefined for 0 responses");
        assertThatIllegalStateException().isThrownBy(() -> difference.interval(0.95));
        assertThatIllegalStateException().isThrownBy(() -> difference.equivalence(0.1));
    }

    @Test
    void satisfactionIsComparedByTheSameQuestionOnly() {
        RatingTally before = RatingTally.of(RatingScale.ONE_TO_FIVE, 1, 2, 4, 5, Integer.MIN_VALUE);
        RatingTally after = RatingTally.of(RatingScale.ONE_TO_FIVE, 4, 4, 4, 5);
        ShareDifference difference = ShareDifference.of(Csat.of(before), Csat.of(after));
        assertThat(difference.value()).isEqualTo(0.5);
        assertThat(difference.first().missing()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShareDifference.of(Csat.of(before), Csat.of(Boxes.of(1), after)))
                .withMessage("satisfaction by different questions does not compare: Boxes[top=2, bottom=2] on 1..5 and"
                        + " Boxes[top=1, bottom=1] on 1..5");
    }

    @Test
    void whatAnInterventionPreventedIsCounted() {
        // escalations: 60 of 200 before, 30 of 200 after; at the old share there would have been 60
        ShareDifference escalations = new ShareDifference(Share.of(60, 200), Share.of(30, 200));
        Interval prevented = escalations.prevented(0.95);
        assertThat(prevented.estimate()).isCloseTo(30, within(1e-12));
        assertThat(prevented.low()).isCloseTo(-200 * escalations.interval(0.95).high(), within(1e-12));
        assertThat(prevented.high()).isCloseTo(-200 * escalations.interval(0.95).low(), within(1e-12));
        assertThat(escalations.pValue().toOptional().orElseThrow()).isLessThan(0.001);
    }

    @Test
    void refusesMoreThanAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.of(3, 2))
                .withMessage(
                        "wanted from 0 to n, and counts that are not negative: count=3, n=2, missing=0, invalid=0");
        assertThat(Share.of(1, 4)).hasToString("25.0 % (95 % 4.6 to 69.9), 1 of n 4");
        assertThat(Share.of(0, 0)).hasToString("undefined, 0 of n 0");
    }
}
