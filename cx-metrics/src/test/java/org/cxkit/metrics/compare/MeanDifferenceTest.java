package org.cxkit.metrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Ces;
import org.cxkit.metrics.survey.CesVersion;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanDifferenceTest {
    private static final RatingScale NET = new RatingScale(-1, 1);
    private static final RatingTally FEWER = RatingTally.of(RatingScale.ONE_TO_SEVEN, 5, 5, 6, 4, 5, 6, 5, 4, 6);
    private static final RatingTally MORE = RatingTally.of(RatingScale.ONE_TO_SEVEN, 5, 6, 5, 4, 5, 6, 5, 5, 6, 4);

    @ParameterizedTest(name = "({0} {1} {2}) against ({3} {4} {5}): t {6}, df {7}, p {8}")
    @CsvSource({
        // R 4.2.2 stats::t.test on -1/0/+1, the welch leaves of the cases nps.two.* of survey.json
        "20, 20, 60, 10, 30, 60, 0.9530251207255475, 192.16124816206508, 0.3417745874420296, -0.10696054606924155, 0.3069605460692415",
        "40, 30, 30, 30, 30, 40, 1.6939791077198396, 198, 0.09184165771866606, -0.03282665870545753, 0.43282665870545757",
        "2, 3, 5, 0, 1, 9, 2.1514114968019085, 11.599158337717, 0.05327062984566223, -0.009979016541984957, 1.209979016541985",
        "100, 300, 600, 150, 300, 550, -3.17661912902839, 1981.6229508196725, 0.0015129598949461442, -0.16173739310591198, -0.038262606894087996",
        "8, 6, 6, 1, 4, 15, 3.487119154832539, 33.205173016427814, 0.0013964089104816088, 0.33335971685144195, 1.266640283148558",
    })
    void agreesWithR(
            long d1,
            long n1,
            long p1,
            long d2,
            long n2,
            long p2,
            double t,
            double df,
            double p,
            double low,
            double high) {
        MeanDifference difference =
                MeanDifference.of(RatingTally.ofCounts(NET, d1, n1, p1), RatingTally.ofCounts(NET, d2, n2, p2));
        TestResult test = difference.test();
        // 1e-9 relative, the tolerance of the truth file
        assertThat(test.statistic().toOptional().orElseThrow()).isCloseTo(t, within(1e-9 * Math.abs(t)));
        assertThat(test.degreesOfFreedom()).isCloseTo(df, within(1e-9 * df));
        assertThat(difference.pValue().toOptional().orElseThrow()).isCloseTo(p, within(1e-9));
        assertThat(difference.interval(0.95).low()).isCloseTo(low, within(1e-9));
        assertThat(difference.interval(0.95).high()).isCloseTo(high, within(1e-9));
    }

    @Test
    void equivalenceIsTwoOneSidedTests() {
        // scipy 1.17.1: the larger p of stats.ttest_ind(MORE, FEWER -+ 1, equal_var=False, alternative=...), and the
        // 90 % interval
        Equivalence equivalence = MeanDifference.of(FEWER, MORE).equivalence(1);
        assertThat(equivalence.pValue().toOptional().orElseThrow()).isCloseTo(0.005928713844097615, within(1e-14));
        assertThat(equivalence.interval(0.05).low()).isCloseTo(-0.6205925201862019, within(1e-12));
        assertThat(equivalence.interval(0.05).high()).isCloseTo(0.5983702979639798, within(1e-12));
        assertThat(equivalence.shown(0.05)).isEqualTo(Outcome.of(true));
        assertThat(equivalence.shown(0.005)).isEqualTo(Outcome.of(false));
        assertThat(equivalence)
                .hasToString("equivalence within 1.0000: p 0.005929, -0.0111 (90 % -0.6206 to 0.5984), n "
                        + (FEWER.valid() + MORE.valid()));
        RatingTally some = RatingTally.ofCounts(FEWER.scale(), FEWER.counts(), 2, 1);
        assertThat(MeanDifference.of(some, MORE).equivalence(1).toString()).endsWith(", 2 missing, 1 invalid");
        assertThat(equivalence.test().equivalence(1))
                .hasToString("equivalence within 1.0000: p 0.005929, -0.0111 (90 % -0.6206 to 0.5984)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equivalence.withCounts(1, -1, 0))
                .withMessage("counts must not be negative: n=1, missing=-1, invalid=0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanDifference.of(FEWER, MORE).equivalence(0))
                .withMessage("a margin must be above zero and finite, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equivalence.shown(0.5))
                .withMessage("alpha must be above 0 and below 0.5, got 0.5");
    }

    @Test
    void saysInOneSentenceWhatDiffers() {
        assertThat(MeanDifference.of(FEWER, MORE))
                .hasToString("mean 5.11 to 5.10: difference -0.01 (95 % -0.75 to 0.73), p 0.9750, n 9 and 10");
        assertThat(MeanDifference.of(FEWER, RatingTally.of(RatingScale.ONE_TO_SEVEN, 3)))
                .hasToString("mean 5.11 to 3.00: difference -2.11, n 9 and 1");
        assertThat(MeanDifference.of(RatingTally.empty(RatingScale.ONE_TO_SEVEN), FEWER))
                .hasToString("difference of means undefined, n 0 and 9");
    }

    @Test
    void withoutVariationThereIsNoT() {
        MeanDifference difference = new MeanDifference(Sample.of(5, -1, 0), Sample.of(5, 1, 0));
        assertThat(difference.value()).isEqualTo(2);
        assertThat(difference.pValue()).hasToString("no data (the standard error is 0)");
        assertThat(difference.interval(0.95).low()).isEqualTo(2);
        assertThat(difference.equivalence(3).shown(0.05)).hasToString("no data (the standard error is 0)");
    }

    @Test
    void refusesWhatCannotBeCompared() {
        MeanDifference lonely = new MeanDifference(Sample.of(1, 3, 0), Sample.of(5, 1, 1));
        assertThat(lonely.value()).isEqualTo(-2);
        assertThat(lonely.testable()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(lonely::test)
                .withMessage("a test of means needs at least 2 answers in each group, got 1");
        assertThatIllegalStateException()
                .isThrownBy(() -> new MeanDifference(Sample.of(0, 0, 0), Sample.of(5, 1, 1)).value())
                .withMessage("a mean is undefined for 0 responses");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeanDifference.of(FEWER, RatingTally.of(RatingScale.ONE_TO_FIVE, 1)))
                .withMessage("means on different scales do not compare: 1..7 and 1..5");
    }

    @Test
    void aSampleIsToldFromAnEffortScore() {
        Sample sample = Sample.of(Ces.of(CesVersion.CES2, 5, 7, Integer.MIN_VALUE));
        assertThat(sample).isEqualTo(new Sample(2, 6, 2, 1, 0, 1, 7)).hasToString("6.00, n 2, 1 missing");
        assertThat(Sample.of(0, 0, 0)).hasToString("undefined, n 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample(2, 8, 2, 1, 0, 1, 7))
                .withMessage("wanted a mean from 1.0 to 7.0, what an answer can be, got 8.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(1, 3, 1))
                .withMessage("a sample needs a finite mean and a variance of at least 0, each 0 where it is undefined,"
                        + " got n 1, mean 3.0, variance 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(-1, 0, 0))
                .withMessage("counts must not be negative: n=-1, missing=0, invalid=0");
    }
}
