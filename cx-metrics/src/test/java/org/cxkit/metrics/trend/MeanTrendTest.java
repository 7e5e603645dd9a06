package org.cxkit.metrics.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cxkit.metrics.compare.Sample;
import org.cxkit.metrics.compare.TestResult;
import org.cxkit.metrics.interval.Interval;

class MeanTrendTest {

    /** Rounding of sums of few terms. */
    private static final double ROUNDING = 1e-13;

    /** Spend of customers of one, two, three and four channels. */
    private static final List<double[]> SPEND = List.of(
            new double[] {10, 12.5, 8, 20, 9.5}, new double[] {22, 15, 31}, new double[] {40, 18.25}, new double[] {44
            });

    private static Sample sample(double... values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Sample.of(values.length, mean, values.length < 2 ? 0 : squares / (values.length - 1));
    }

    @Example
    void theReferenceFiguresAreReproduced() {
        MeanTrend trend = MeanTrend.of(SPEND.stream().map(MeanTrendTest::sample).toList());
        // from the eleven rows by the matrix formula of HC3, in mpmath 1.3.0 with 40 digits
        TestResult test = trend.test();
        Interval interval = trend.interval(0.95);
        assertThat(trend.slope()).isCloseTo(9.825, within(ROUNDING));
        assertThat(test.standardError()).isCloseTo(2.3911179800900455, within(ROUNDING));
        assertThat(test.degreesOfFreedom()).isEqualTo(9.0);
        assertThat(test.pValue().toOptional().orElseThrow()).isCloseTo(0.002641124012978827, within(ROUNDING));
        assertThat(interval.low()).isCloseTo(4.415915334243727, within(1e-11)); // the quantile's own error
        assertThat(interval.high()).isCloseTo(15.234084665756273, within(1e-11));
        assertThat(trend).hasToString("trend of means 9.82 a step (95 % 4.42 to 15.23), p 0.002641, 4 groups, n 11");
    }

    @Example
    void aSingleAnswerSoFarAwayThatItDecidesTheLineAloneIsNotTested() {
        List<Sample> single = List.of(sample(1), sample(2), sample(4));
        MeanTrend far = new MeanTrend(single, List.of(0.0, 1.0, 1e9));
        assertThat(far.testable()).isFalse();
        assertThat(far).hasToString("trend of means 0.00 a step, 3 groups, n 3");
        assertThatIllegalStateException()
                .isThrownBy(far::test)
                .withMessage("the test of a trend of means needs places none of which decides alone, got one at 1.0E9"
                        + " among [0.0, 1.0, 1.0E9]");
        assertThat(new MeanTrend(single, List.of(0.0, 1.0, 1000.0)).testable()).isTrue();
        assertThat(new MeanTrend(List.of(sample(1), sample(2), sample(4, 5)), List.of(0.0, 1.0, 1e9)).testable())
                .isTrue();
    }

    @Provide
    Arbitrary<List<List<Double>>> groups() {
        return Arbitraries.integers()
                .between(-50, 50)
                .map(i -> i / 4.0)
                .list()
                .ofMinSize(0)
                .ofMaxSize(5)
                .list()
                .ofMinSize(2)
                .ofMaxSize(5);
    }

    @Property
    void slopeAndErrorAreThoseOfTheRows(@ForAll("groups") List<List<Double>> groups) {
        MeanTrend trend = MeanTrend.of(groups.stream()
                .map(group ->
                        sample(group.stream().mapToDouble(Double::doubleValue).toArray()))
                .toList());
        Assume.that(trend.testable());
        List<double[]> rows = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            for (double value : groups.get(at)) {
                rows.add(new double[] {at + 1, value});
            }
        }
        double n = rows.size();
        double x = rows.stream().mapToDouble(row -> row[0]).sum() / n;
        double y = rows.stream().mapToDouble(row -> row[1]).sum() / n;
        double spread = 0;
        double slope = 0;
        for (double[] row : rows) {
            spread += (row[0] - x) * (row[0] - x);
            slope += (row[0] - x) * (row[1] - y);
        }
        slope /= spread;
        double variance = 0;
        for (double[] row : rows) {
            double away = row[0] - x;
            double residual = row[1] - y - slope * away;
            double corrected = residual / (1 - 1 / n - away * away / spread);
            variance += away * away * corrected * corrected / spread / spread;
        }
        assertThat(trend.slope()).isCloseTo(slope, within(1e-12)); // sums of up to 25 terms of at most 12.5
        assertThat(trend.test().standardError()).isCloseTo(Math.sqrt(variance), within(1e-6)); // a root near 0
    }

    @Example
    void aSingleAnswerDoesNotDecideATest() {
        MeanTrend alone = MeanTrend.of(List.of(sample(1, 2, 3), sample(5)));
        assertThat(alone.slope()).isEqualTo(3);
        assertThat(alone.testable()).isFalse();
        assertThat(alone).hasToString("trend of means 3.00 a step, 2 groups, n 4");
        assertThatIllegalStateException()
                .isThrownBy(alone::test)
                .withMessage("the test of a trend of means at 2 places needs 2 answers at each at least, got n 4");
        // a third place makes up for it
        assertThat(MeanTrend.of(List.of(sample(1), sample(5), sample(7))).testable())
                .isTrue();
    }

    @Example
    void groupsOfNoneDoNotEnter() {
        MeanTrend gap = MeanTrend.of(List.of(sample(1, 2), Sample.of(0, 0, 0), sample(5, 6)));
        assertThat(gap.slope()).isEqualTo(2);
        assertThat(gap.testable()).isTrue();
        MeanTrend one = MeanTrend.of(List.of(sample(1, 2)));
        assertThat(one).hasToString("trend of means undefined, 1 group, n 2");
        assertThatIllegalStateException()
                .isThrownBy(one::slope)
                .withMessage("a trend needs answers at 2 different places at least, got them at 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeanTrend(List.of(), List.of(1.0)))
                .withMessage("wanted a place from -1e100 to 1e100 for each of 0, got [1.0]");
    }

    @Example
    void aPerfectLineHasNoTest() {
        MeanTrend line = MeanTrend.of(List.of(sample(2, 2), sample(4, 4), sample(6, 6)));
        assertThat(line.test().standardError()).isZero();
        assertThat(line).hasToString("trend of means 2.00 a step (95 % 2.00 to 2.00), p undefined, 3 groups, n 6");
    }
}
