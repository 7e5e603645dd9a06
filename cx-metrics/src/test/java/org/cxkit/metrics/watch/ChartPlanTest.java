package org.cxkit.metrics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cxkit.metrics.control.Baseline;
import org.cxkit.metrics.control.Characteristic;
import org.cxkit.metrics.control.Cusum;
import org.cxkit.metrics.control.Ewma;
import org.cxkit.metrics.control.LlrCusum;
import org.cxkit.metrics.control.LogLikelihoodRatio;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.RunLength;
import org.cxkit.metrics.control.Shewhart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of a plan for a run length have it: told back from the charts by the functions of run lengths. */
class ChartPlanTest {
    private static final Baseline NORMAL = Baseline.given(Characteristic.NET_SHARE, 0, 0.8);
    private static final long ANSWERS = 10_000;

    /** Of a mean of so many answers, 0.8 / sqrt(10,000): so small that no limit reaches the end of the scale. */
    private static final double ERROR = 0.008;

    private static final LogLikelihoodRatio RATIO =
            new LogLikelihoodRatio(Characteristic.NET_SHARE, List.of(0.2, 0.2, 0.6), List.of(0.35, 0.25, 0.4));

    private static PeriodChart chart(double periods, Class<? extends PeriodChart> type) {
        return List.of(ChartPlan.forRunLength(NORMAL, periods).byPeriod()).stream()
                .filter(type::isInstance)
                .reduce((one, other) -> {
                    throw new AssertionError("two charts of a kind: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 370.4, 10_000})
    void theChartOfMeansHasTheRunLength(double periods) {
        Shewhart means = (Shewhart) chart(periods, Shewhart.class);
        means.update(0, ANSWERS);
        // 1e-9: quantiles and run lengths are told to some 1e-10
        assertThat(RunLength.shewhart(means.upper() / ERROR, 0)).isCloseTo(periods, within(1e-9 * periods));
        assertThat(RunLength.shewhart(-means.lower() / ERROR, 0)).isCloseTo(periods, within(1e-9 * periods));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 370.4, 10_000})
    void theMovingAverageHasTheRunLengthByItsFinalVariance(double periods) {
        Ewma average = (Ewma) chart(periods, Ewma.class);
        average.update(0.01, ANSWERS);
        assertThat(average.statistic()).isCloseTo(0.2 * 0.01, within(1e-17)); // lambda 0.2, rounded once
        Ewma settled = (Ewma) chart(periods, Ewma.class);
        for (int period = 0; period < 200; period++) {
            settled.update(0, ANSWERS);
        }
        double sigma = ERROR * Math.sqrt(0.2 / 1.8); // by hand: lambda / (2 - lambda), as 0.8^400 is nothing
        assertThat(RunLength.ewma(0.2, settled.upper() / sigma, 0)).isCloseTo(periods, within(1e-9 * periods));
        assertThat(RunLength.ewma(0.2, -settled.lower() / sigma, 0)).isCloseTo(periods, within(1e-9 * periods));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 370.4, 10_000})
    void theCumulativeSumsHaveTheRunLengthAndGoOnAfterASignal(double periods) {
        Cusum sums = (Cusum) chart(periods, Cusum.class);
        assertThat(RunLength.cusum(0.5, sums.upper(), 0, 0)).isCloseTo(periods, within(1e-9 * periods));
        assertThat(sums.lower()).isEqualTo(-sums.upper());
        // by hand: each period is 2 errors up, of which the reference takes 0.5
        int signals = 0;
        for (int period = 1; period <= 20; period++) {
            signals += sums.update(2 * ERROR, ANSWERS) ? 1 : 0;
            assertThat(sums.rising()).isCloseTo(1.5 * period, within(1e-12)); // roundings of errors
        }
        assertThat(signals).isEqualTo(20 - (int) (sums.upper() / 1.5));
    }

    @Test
    void aPlanForARunLengthHasThreeChartsByPeriodAndNoneByAnswer() {
        ChartPlan plan = ChartPlan.forRunLength(NORMAL, 370);
        assertThat(plan.byPeriod())
                .hasExactlyElementsOfTypes(Shewhart.class, Ewma.class, Cusum.class)
                .allMatch(chart -> chart.baseline().equals(NORMAL) && chart.periods() == 0);
        assertThat(plan.byAnswer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 50, 5_000})
    void theSumByAnswerHasAtLeastTheRunLengthAndOneOfALowerLimitHasLess(double answers) {
        ChartPlan plan = ChartPlan.of();
        LlrCusum[] charts = plan.withRunLength(RATIO, answers).byAnswer();
        assertThat(charts).hasSize(1);
        assertThat(plan.byAnswer()).isEmpty();
        LlrCusum sum = charts[0];
        assertThat(sum.ratio()).isEqualTo(RATIO);
        assertThat(RunLength.llr(RATIO, sum.limit(), RATIO.normal())).isGreaterThanOrEqualTo(answers);
        assertThat(RunLength.llr(RATIO, sum.limit() * (1 - 1e-5), RATIO.normal()))
                .isLessThan(answers);
        // it goes on after a signal: 20 of the lowest scores add up beyond the limit, by hand
        for (int i = 1; i <= 20; i++) {
            sum.update(-1);
            assertThat(sum.sum()).isCloseTo(i * Math.log(0.35 / 0.2), within(1e-13 * i)); // roundings
        }
    }

    @Test
    void chartsByAnswerStandBesideThoseByPeriod() {
        ChartPlan plan =
                ChartPlan.forRunLength(NORMAL, 370).withRunLength(RATIO, 1_000).withRunLength(RATIO, 50);
        assertThat(plan.byPeriod()).hasSize(3);
        assertThat(plan.byAnswer()).hasSize(2);
        assertThat(plan.byAnswer()[0].limit())
                .isEqualTo(RunLength.llrLimit(RATIO, 1_000))
                .isGreaterThan(plan.byAnswer()[1].limit());
    }

    /** By hand: 0.4 of the answers raise the sum from 0, so that no run is shorter than 2.5 answers on average. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 2.4})
    void aRunLengthThatEveryLimitHasIsThatOfTheFirstRise(double answers) {
        LlrCusum sum = ChartPlan.of().withRunLength(RATIO, answers).byAnswer()[0];
        assertThat(RunLength.llr(RATIO, sum.limit(), RATIO.normal())).isCloseTo(2.5, within(1e-12)); // roundings
        assertThat(sum.update(1)).isFalse();
        assertThat(sum.update(0)).isTrue();
    }
}
