package org.cxkit.metrics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.cxkit.core.rating.RatingScale;
import org.cxkit.metrics.survey.RatingTally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WelchTestTest {
    private static final RatingScale NET = new RatingScale(-1, 1);

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
        WelchTest test = WelchTest.of(
                sample(RatingTally.ofCounts(NET, d1, n1, p1)), sample(RatingTally.ofCounts(NET, d2, n2, p2)));
        // 1e-9 relative, the tolerance of the truth file
        assertThat(test.t().toOptional().orElseThrow()).isCloseTo(t, within(1e-9 * Math.abs(t)));
        assertThat(test.degreesOfFreedom()).isCloseTo(df, within(1e-9 * df));
        assertThat(test.pValue().toOptional().orElseThrow()).isCloseTo(p, within(1e-9));
        assertThat(test.interval(0.95).low()).isCloseTo(low, within(1e-9));
        assertThat(test.interval(0.95).high()).isCloseTo(high, within(1e-9));
    }

    private static WelchTest.Sample sample(RatingTally tally) {
        return new WelchTest.Sample(tally.valid(), tally.mean(), tally.variance());
    }

    @Test
    void withoutVariationThereIsNoT() {
        WelchTest test = WelchTest.of(new WelchTest.Sample(5, -1, 0), new WelchTest.Sample(5, 1, 0));
        assertThat(test.difference()).isEqualTo(2);
        assertThat(test.t()).hasToString("no data (neither sample varies)");
        assertThat(test.interval(0.95).low()).isEqualTo(2);
        assertThat(test).hasToString("difference 2.0000, p undefined (Welch t)");
    }

    @Test
    void refusesASampleOfOne() {
        assertThatThrownBy(() -> new WelchTest.Sample(1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sample needs n of at least 2, a finite mean and a variance of at least 0, got n 1, mean"
                        + " 0.0, variance 0.0");
    }
}
