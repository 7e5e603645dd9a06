package org.cxkit.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.compare.Share;
import org.cxkit.metrics.compare.ShareDifference;
import org.cxkit.metrics.compare.TestResult;
import org.junit.jupiter.api.Test;

/** The figures of the truth file are compared in SurveyTruthTest. */
class ShareTrendTest {
    /** Churn of detractors, passives and promoters. */
    private static final List<Share> CHURN = List.of(Share.of(30, 100), Share.of(20, 100), Share.of(5, 100));

    @Test
    void theTrendOfChurnOverSatisfactionIsOneSentence() {
        assertThat(ShareTrend.of(CHURN))
                .hasToString("trend -12.50 points a step (95 % -17.47 to -7.53), p 4.910e-06, 3 groups, n 300");
    }

    @Test
    void withTwoGroupsItIsTheScoreTestOfTheirDifference() {
        TestResult trend = ShareTrend.of(CHURN.subList(0, 2)).test();
        TestResult difference = new ShareDifference(CHURN.get(0), CHURN.get(1)).test();
        assertThat(trend.estimate()).isCloseTo(difference.estimate(), within(1e-15));
        assertThat(trend.standardError()).isCloseTo(difference.standardError(), within(1e-15));
    }

    @Test
    void placesOtherThanOneTwoThreeChangeTheUnitOfTheSlope() {
        ShareTrend tenfold = new ShareTrend(CHURN, List.of(10.0, 20.0, 30.0));
        assertThat(tenfold.slope()).isCloseTo(ShareTrend.of(CHURN).slope() / 10, within(1e-15));
        assertThat(tenfold.test().statistic().toOptional().orElseThrow())
                .isCloseTo(ShareTrend.of(CHURN).test().statistic().toOptional().orElseThrow(), within(1e-12));
    }

    @Test
    void groupsOfNoneDoNotEnter() {
        ShareTrend gap = new ShareTrend(List.of(CHURN.get(0), Share.of(0, 0), CHURN.get(2)), List.of(1.0, 2.0, 3.0));
        assertThat(gap.slope()).isCloseTo(-0.125, within(1e-15));
        ShareTrend single = ShareTrend.of(List.of(Share.of(0, 0), Share.of(1, 7)));
        assertThat(single).hasToString("trend of shares undefined, 2 groups, n 7");
        assertThatIllegalStateException()
                .isThrownBy(single::slope)
                .withMessage("a trend needs answers at 2 different places at least, got them at 2.0");
        assertThatIllegalStateException()
                .isThrownBy(ShareTrend.of(List.of())::test)
                .withMessage("a trend needs answers at 2 different places at least, got them at none");
    }

    @Test
    void refusesAGroupWithoutAPlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareTrend(CHURN, List.of(1.0)))
                .withMessage("wanted a place from -1e100 to 1e100 for each of 3, got [1.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShareTrend(CHURN, List.of(1.0, 2.0, Double.NaN)))
                .withMessage("wanted a place from -1e100 to 1e100 for each of 3, got [1.0, 2.0, NaN]");
    }
}
