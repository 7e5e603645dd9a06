package org.cxkit.journey.chart;

import java.io.Serializable;

/**
 * A chart: the numbers it shows, checked when it is made, and the picture of them.
 *
 * <p>Immutable, value-based and thread-safe.
 */
public sealed interface Chart extends Serializable
        permits FunnelBars,
                GroupedBars,
                HistogramBars,
                IntervalBars,
                StackedBars,
                TrackingChart,
                TransitionGraph,
                WhaleChart {

    /** {@return what is shown} */
    String title();

    /**
     * {@return the chart as an SVG document: a string that is a file of its own and can also stand inside an HTML page}
     *
     * <p>The same chart always gives the same bytes. The picture has no script, loads nothing, escapes what it is given,
     * wraps long labels instead of cutting them, says in words what it shows ({@code title}, {@code desc}), and follows
     * the reader's choice of light or dark; print is light. It shrinks with its container, where it says nothing else. Its colours are CSS variables
     * named {@code --cx-…}, which a page may set. A chart of nothing says "no data".
     */
    String svg();
}
