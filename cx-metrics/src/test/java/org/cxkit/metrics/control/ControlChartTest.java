package org.cxkit.metrics.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cxkit.core.time.CalendarPeriod;
import org.cxkit.core.time.CalendarUnit;
import org.cxkit.metrics.Outcome;
import org.cxkit.metrics.survey.Scoring;
import org.junit.jupiter.api.Test;

class ControlChartTest {
    private static final Baseline NORMAL = Baseline.given(Characteristic.share("CSAT"), 0.8, 0.4);

    private static Map<CalendarPeriod, Subgroup> months(long... satisfiedOfHundred) {
        Map<CalendarPeriod, Subgroup> months = new LinkedHashMap<>();
        CalendarPeriod month = CalendarUnit.MONTH.of(LocalDate.of(2024, 1, 1));
        for (long satisfied : satisfiedOfHundred) {
            months.put(month, satisfied < 0 ? Subgroup.EMPTY : Subgroup.ofShare(satisfied, 100));
            month = month.next();
        }
        return months;
    }

    @Test
    void aChartNamesItsPeriodsAndLeavesEmptyOnesWithoutAReading() {
        Shewhart start = Shewhart.of(NORMAL);
        ControlChart chart = ControlChart.of(start, months(80, -1, 60));
        assertThat(chart.points())
                .extracting(ControlChart.Point::period)
                .containsExactly("2024-01", "2024-02", "2024-03");
        assertThat(chart.points().get(1).reading()).isEqualTo(Outcome.noData("no answers"));
        assertThat(chart.signals())
                .singleElement()
                .hasToString("CSAT down by 0.2000 since 2, seen at 2 (beyond the limit), n 100");
        assertThat(chart).hasToString("chart of CSAT 0.8000, standard deviation 0.4000: 1 signal in 3 periods, n 200");
        assertThat(start.periods()).isZero();
        start.update(0.8, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControlChart.of(start, months(80)))
                .withMessage(
                        "wanted a chart that has seen no period, got Shewhart chart of CSAT 0.8000, standard deviation"
                                + " 0.4000, width 3.0: 0.8 after 1 period");
    }

    @Test
    void aSignalAgainstTheMeanSaysSo() {
        Baseline net = Baseline.given(Characteristic.NET_SHARE, 0.4, 0.8);
        List<Subgroup> periods = List.of(Subgroup.of(9, -9, 9), Subgroup.of(3000, 1230, 1230), Subgroup.of(4, -4, 4));
        ControlChart chart = ControlChart.of(Cusum.of(net, 0.5, 5, Cusum.AfterSignal.CONTINUE), periods);
        Signal signal = chart.signals().get(0);
        // by hand: z is -5.25, 0.68 and -3.5, the sum 4.75, 3.57 and 6.57; the mean (-9 + 1230 - 4) / 3013
        assertThat(signal.direction()).isEqualTo(Signal.Direction.DOWN);
        assertThat(signal.shift()).isCloseTo(1217 / 3013.0 - 0.4, within(1e-15));
        assertThat(signal).hasToString("NPS share signals down (mean up by 0.0039) since 0, seen at 2 (CUSUM), n 3013");
        assertThat(RootCauseAnalysis.of(chart, signal).whatHappened())
                .isEqualTo("NPS share signals down, while its mean rose from 0.4000 to 0.4039 (CUSUM, n 3013)");
        Signal up = new Signal(Characteristic.of(Scoring.nps()), "EWMA", Signal.Direction.UP, 0, 3, -2.5, 70);
        assertThat(up.change()).isEqualTo("NPS signals up (mean down by 2.5)");
    }

    @Test
    void aPointOnALimitDoesNotSignal() {
        // by hand: 0.5 - 2 * 0.5 / sqrt(16)
        Baseline half = Baseline.given(Characteristic.share("CSAT"), 0.5, 0.5);
        Shewhart chart = Shewhart.of(half, 2);
        assertThat(chart.update(0.25, 16)).isFalse();
        assertThat(chart.lower()).isEqualTo(0.25);
        assertThat(chart.update(0.1875, 16)).isTrue();
    }

    @Test
    void limitsStayWithinWhatIsPossible() {
        Shewhart chart = Shewhart.of(NORMAL);
        assertThat(chart.update(0, 4)).isTrue();
        assertThat(chart.lower()).isCloseTo(0.2, within(1e-15)); // rounding
        assertThat(chart.upper()).isEqualTo(1);
        assertThat(NORMAL.limits(4, 3).upper()).isGreaterThan(1);
    }

    @Test
    void runsThatNoSinglePeriodShowsSignalByTheirRule() {
        Shewhart chart = Shewhart.of(NORMAL).watching(Shewhart.Rule.TWO_OF_THREE, Shewhart.Rule.EIGHT_IN_A_ROW);
        ControlChart drawn = ControlChart.of(chart, months(80, 71, -1, 79, 71, 79, 79, 79, 79, 79));
        assertThat(drawn.signals())
                .extracting(Signal::toString)
                .containsExactly(
                        "CSAT down by 0.0633 since 1, seen at 4 (2 of 3 beyond 2 sigma), n 300",
                        "CSAT down by 0.0300 since 1, seen at 9 (8 in a row on one side), n 800");
    }

    @Test
    void aSumStartsOverAfterASignalOnlyWhereThatWasAsked() {
        Cusum again = Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.RESTART).withHeadStart(1);
        Cusum on = Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.CONTINUE).withHeadStart(1);
        for (Cusum chart : List.of(again, on)) {
            assertThat(chart.update(0.7, 100)).isFalse();
            assertThat(chart.update(0.7, 100)).isTrue();
            assertThat(chart.falling()).isGreaterThan(4);
            chart.update(Subgroup.EMPTY);
            chart.update(0.8, 100);
        }
        assertThat(again.falling()).isEqualTo(0.5);
        assertThat(on.falling()).isGreaterThan(4);
        again.update(0.6, 100);
        assertThat(again.signal().orElseThrow().since()).isEqualTo(3);
    }

    @Test
    void theMovingAverageDatesItsSignalFromItsLastTurn() {
        Ewma chart = Ewma.of(NORMAL, 0.2, 2);
        for (double mean : new double[] {0.85, 0.8, 0.75, 0.7}) {
            chart.update(mean, 100);
        }
        assertThat(chart.update(0.7, 100)).isTrue();
        // by hand: 0.81, 0.808, 0.7964: below the centre since index 2; mean 0.7167 since
        assertThat(chart.signal()).hasToString("Optional[CSAT down by 0.0833 since 2, seen at 4 (EWMA), n 300]");
    }

    @Test
    void aSignalAnswersWhatWhenAndHowLong() {
        ControlChart chart =
                ControlChart.of(Cusum.of(NORMAL, 0.5, 4, Cusum.AfterSignal.RESTART), months(81, 80, 70, -1, 65));
        RootCauseAnalysis analysis = RootCauseAnalysis.of(chart, chart.signals().get(0));
        assertThat(analysis)
                .isEqualTo(new RootCauseAnalysis(
                        "CSAT fell from 0.8000 to 0.6750 (CUSUM, n 200)",
                        "since 2024-03",
                        "3 periods, to 2024-05",
                        null,
                        null,
                        null,
                        null))
                .hasToString(
                        "CSAT fell from 0.8000 to 0.6750 (CUSUM, n 200), since 2024-03, for 3 periods, to 2024-05: "
                                + "4 open questions");
        RootCauseAnalysis more = analysis.withWhoElseNoticed("web, app").withHowReacted("calls");
        assertThat(more.open()).containsExactly("Why did they notice?", "Did anything change after?");
        assertThat(more.withWhyNoticed("late parcels")
                        .withWhatChangedAfter("back to 0.8")
                        .open())
                .isEmpty();
        ControlChart calm = ControlChart.of(Shewhart.of(NORMAL), months(80));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RootCauseAnalysis.of(calm, chart.signals().get(0)))
                .withMessage("wanted a signal of the chart of CSAT 0.8000, standard deviation 0.4000: 0 signals in 1"
                        + " period, n 100, got CSAT down by 0.1250 since 2, seen at 4 (CUSUM), n 200");
    }

    @Test
    void answersBeyondTheRangeOfALongAreNotToldAsFewer() {
        long most = Long.MAX_VALUE / 2;
        ControlChart chart = ControlChart.of(
                Shewhart.of(Baseline.given(Characteristic.NET_SHARE, 0, 1)),
                List.of(Subgroup.of(most, 0, 0), Subgroup.of(most, 0, 0), Subgroup.of(most, 0, 0)));
        assertThatThrownBy(chart::n).isInstanceOf(ArithmeticException.class).hasMessage("long overflow");
    }
}
