package org.cxkit.journey.chart;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRecordsTest {

    @Test
    void intervalBarsRefuseWhatIsOffTheScaleOrOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars("t", "", 5, 5, 1, List.of()))
                .withMessage("the scale wants finite min < max, got 5.0 to 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars("t", "", Double.NaN, 5, 1, List.of()))
                .withMessage("the scale wants finite min < max, got NaN to 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars("t", "", 0, 5, 7, List.of()))
                .withMessage("decimals must be 0 to 6, got 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new IntervalBars("t", "", 0, 5, 1, List.of(new IntervalBars.Bar("Store", 6.0, null, null, ""))))
                .withMessage("bar \"Store\" off the scale 0.0..5.0: 6.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars(
                        "t", "", 0, 5, 1, List.of(new IntervalBars.Bar("Store", Double.NaN, null, null, ""))))
                .withMessage("bar \"Store\" off the scale 0.0..5.0: NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new IntervalBars("t", "", 0, 5, 1, List.of(new IntervalBars.Bar("Store", 4.0, 3.0, 5.5, ""))))
                .withMessage("bar \"Store\" off the scale 0.0..5.0: 5.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars.Bar("Store", 2.0, 4.0, 3.0, ""))
                .withMessage("bar \"Store\" wants a score and low <= high, got low 4.0, value 2.0, high 3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IntervalBars.Bar("Store", null, 3.0, 4.0, ""))
                .withMessage("bar \"Store\" wants a score and low <= high, got low 3.0, value null, high 4.0");
    }

    @Test
    void stackedBarsWantACountForEachCategory() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new StackedBars("t", List.of("a", "b"), List.of(new StackedBars.Row("r", List.of(1L)))))
                .withMessage("row \"r\" wants 2 counts, one for each category, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StackedBars.Row("r", List.of(1L, -1L)))
                .withMessage("counts[1] of \"r\" must not be negative: -1");
    }

    @Test
    void aFunnelMustNotWiden() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new FunnelBars("t", List.of(new FunnelBars.Level("a", 1), new FunnelBars.Level("b", 2))))
                .withMessage("a funnel must not widen, got 1 at \"a\" and then 2 at \"b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelBars.Level("a", -1))
                .withMessage("level \"a\" must not be negative: -1");
    }

    @Test
    void groupedBarsWantAValueForEachSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedBars(
                        "t", "", 0, List.of("a"), List.of(GroupedBars.Group.of("g", List.of(1.0, 2.0)))))
                .withMessage("group \"g\" wants 1 values, one for each series, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedBars("t", "", -1, List.of(), List.of()))
                .withMessage("decimals must be 0 to 6, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupedBars.Group.of("g", List.of(1.0, -2.0)))
                .withMessage("values[1] of \"g\" must be finite and not negative: -2.0");
    }

    @Test
    void aValueHasOneRangeOrNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new GroupedBars.Group("g", List.of(1.0, 2.0), List.of(new GroupedBars.Range(0.5, 1.5))))
                .withMessage("group \"g\" wants no ranges or 2, one for each value, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedBars.Range(2, 1))
                .withMessage("a range wants 0 <= low <= high, got 2.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupedBars.Range(0, Double.POSITIVE_INFINITY))
                .withMessage("a range wants 0 <= low <= high, got 0.0 to Infinity");
    }

    @Test
    void aTransitionGraphBeginsAtItsStartAndStopsAtItsEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.flows("t", "a start 1"))
                .withMessage("nothing leads to \"start\" or leaves an end, got an edge from \"a\" to \"start\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.flows("t", "sold a 1"))
                .withMessage("nothing leads to \"start\" or leaves an end, got an edge from \"sold\" to \"a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Charts.flows("t", "gone a 1"))
                .withMessage("nothing leads to \"start\" or leaves an end, got an edge from \"gone\" to \"a\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitionGraph("t", "s", "e", "e", List.of()))
                .withMessage("the start and both ends want distinct names, got \"s\", \"e\" and \"e\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransitionGraph.Edge("a", "b", Double.NaN))
                .withMessage("the edge from \"a\" to \"b\" wants a finite count >= 0, got NaN");
    }

    @Test
    void aWhaleChartIsOfNumbersThatGoOn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhaleChart.Point(1, Double.NaN))
                .withMessage("a point wants customers >= 0 and a finite sum, got 1 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhaleChart.Point(-1, 0))
                .withMessage("a point wants customers >= 0 and a finite sum, got -1 and 0.0");
        WhaleChart.Point point = new WhaleChart.Point(2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WhaleChart("t", "EUR", List.of(point, point)))
                .withMessage("points[1] must hold more than 2 customers, got 2");
    }

    @Test
    void aTrackingChartIsOfDaysThatGoOn() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingChart.Point(day, 1, -1))
                .withMessage("the sums of 2026-03-02 must be finite and not negative, got 1.0 and -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingChart.Point(day, Double.NaN, 1))
                .withMessage("the sums of 2026-03-02 must be finite and not negative, got NaN and 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingChart.Point(day, 1, Double.POSITIVE_INFINITY))
                .withMessage("the sums of 2026-03-02 must be finite and not negative, got 1.0 and Infinity");
        TrackingChart.Point point = new TrackingChart.Point(day, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrackingChart("t", day, List.of(point, point)))
                .withMessage("points[1] must be of a day after 2026-03-02, got 2026-03-02");
    }

    @Test
    void aHistogramIsOfCountsOnAScale() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistogramBars("t", "x", 0, 0, List.of()))
                .withMessage("the scale wants finite min < max, got 0.0 to 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistogramBars("t", "x", 0, Double.POSITIVE_INFINITY, List.of()))
                .withMessage("the scale wants finite min < max, got 0.0 to Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HistogramBars("t", "x", 0, 1, List.of(1L, -1L)))
                .withMessage("counts[1] must not be negative: -1");
    }
}
