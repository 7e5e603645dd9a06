package org.cxkit.metrics.watch;

import java.util.ArrayList;
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
import org.cxkit.metrics.live.Periods;
import org.cxkit.metrics.math.Normal;

/**
 * The charts that watch a segment: some take a point for each period, some each answer as it comes.
 *
 * <p>It keeps copies of the charts it is given, and every segment gets copies of its own. Immutable and thread-safe.
 */
public final class ChartPlan {
    private final List<PeriodChart> byPeriod;
    private final List<LlrCusum> byAnswer;

    private ChartPlan(List<PeriodChart> byPeriod, List<LlrCusum> byAnswer) {
        this.byPeriod = byPeriod;
        this.byAnswer = byAnswer;
    }

    /**
     * {@return the plan of charts that take a point for each period}
     *
     * @param charts charts of one metric that have seen no period; copied
     * @throws IllegalArgumentException if a chart has seen a period already
     */
    public static ChartPlan of(PeriodChart... charts) {
        List<PeriodChart> copies = new ArrayList<>();
        for (PeriodChart chart : charts) {
            if (chart.periods() != 0) {
                throw new IllegalArgumentException("a plan needs charts that have seen no period, got " + chart);
            }
            copies.add(chart.copy());
        }
        return new ChartPlan(List.copyOf(copies), List.of());
    }

    /**
     * {@return the usual charts of a metric, with limits that give each about the same run length while all is normal}
     *
     * <p>The chart of the means, a moving average with lambda 0.2, and two cumulative sums with reference 0.5 that go on
     * after a signal. With several charts and segments a false alert comes sooner than from one of them. The limit of the
     * moving average is that of {@link RunLength#ewmaWidth} for its final variance; at first its own limits are narrower,
     * so that it runs a little shorter.
     *
     * @param baseline what is normal, for p′ charts that of {@code Calibration.laney()}
     * @param periods the run length, in periods, at most 1e9; above 1, and so long that the two sums have a limit above
     *     0, which is from about 1.6 on
     * @throws IllegalArgumentException if the run length is out of its range
     */
    public static ChartPlan forRunLength(Baseline baseline, double periods) {
        return of(
                Shewhart.of(baseline, Normal.upperQuantile(0.5 / periods)),
                Ewma.of(baseline, 0.2, RunLength.ewmaWidth(0.2, periods)),
                Cusum.of(baseline, 0.5, RunLength.cusumLimit(0.5, periods), Cusum.AfterSignal.CONTINUE));
    }

    /**
     * {@return this plan and a chart that takes each answer as it comes}
     *
     * @param chart a chart that has seen no answer; copied
     * @throws IllegalArgumentException if the chart has seen an answer already
     */
    public ChartPlan with(LlrCusum chart) {
        if (chart.answers() != 0) {
            throw new IllegalArgumentException("a plan needs charts that have seen no answer, got " + chart);
        }
        List<LlrCusum> more = new ArrayList<>(byAnswer);
        more.add(chart.copy());
        return new ChartPlan(byPeriod, List.copyOf(more));
    }

    /**
     * {@return this plan and a cumulative sum of log-likelihood ratios that goes on after a signal}
     *
     * @param ratio the change to be seen
     * @param answers the run length while all is normal, in answers, at least 1 and at most 1e9
     * @throws IllegalArgumentException if the run length is out of its range, or the highest score more than 1,000,000
     *     above the lowest
     */
    public ChartPlan withRunLength(LogLikelihoodRatio ratio, double answers) {
        return with(LlrCusum.of(ratio, RunLength.llrLimit(ratio, answers), Cusum.AfterSignal.CONTINUE));
    }

    PeriodChart[] byPeriod() {
        return byPeriod.stream().map(PeriodChart::copy).toArray(PeriodChart[]::new);
    }

    LlrCusum[] byAnswer() {
        return byAnswer.stream().map(LlrCusum::copy).toArray(LlrCusum[]::new);
    }

    /** Checks that all charts are of one metric, and that there are periods for those that need them. */
    void require(Characteristic what, Periods periods) {
        byPeriod.forEach(chart -> requireSame(what, chart.baseline().what(), chart));
        byAnswer.forEach(chart -> requireSame(what, chart.ratio().what(), chart));
        if (periods.endless() && !byPeriod.isEmpty()) {
            throw new IllegalArgumentException("a chart of periods needs periods that end, got " + periods);
        }
    }

    private static void requireSame(Characteristic wanted, Characteristic got, Object chart) {
        if (!wanted.equals(got)) {
            throw new IllegalArgumentException("wanted charts of " + wanted + ", got " + chart);
        }
    }

    @Override
    public String toString() {
        return byPeriod + " by period, " + byAnswer + " by answer";
    }
}
