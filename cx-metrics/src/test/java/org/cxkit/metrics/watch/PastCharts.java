package org.cxkit.metrics.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cxkit.metrics.control.ControlChart;
import org.cxkit.metrics.control.PeriodChart;
import org.cxkit.metrics.control.Signal;
import org.cxkit.metrics.control.Subgroup;

/** The same charts over the same periods once they are past: what a watch of them should have told. */
record PastCharts(List<ControlChart> charts) {

    static PastCharts of(List<? extends PeriodChart> starts, List<Subgroup> periods) {
        return new PastCharts(
                starts.stream().map(start -> ControlChart.of(start, periods)).toList());
    }

    /** The signals at a period, in the order of the charts. */
    List<Signal> at(int period) {
        return charts.stream()
                .flatMap(chart -> signal(chart.points().get(period)))
                .toList();
    }

    /** The signals that were none, or of the other direction, at the last period with answers before. */
    List<Signal> beginningAt(int period) {
        List<Signal> beginning = new ArrayList<>();
        for (ControlChart chart : charts) {
            int last = period - 1;
            while (last >= 0 && chart.points().get(last).n() == 0) {
                last--;
            }
            List<Signal.Direction> before = last < 0
                    ? List.of()
                    : signal(chart.points().get(last)).map(Signal::direction).toList();
            signal(chart.points().get(period))
                    .filter(signal -> !before.contains(signal.direction()))
                    .forEach(beginning::add);
        }
        return beginning;
    }

    private static Stream<Signal> signal(ControlChart.Point point) {
        return point.reading().toOptional().map(ControlChart.Reading::signal).stream()
                .filter(Objects::nonNull);
    }
}
