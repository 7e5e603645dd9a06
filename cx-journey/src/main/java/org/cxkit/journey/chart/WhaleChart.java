package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * The whale curve: profit added up over customers, the most profitable first, with its peak marked.
 *
 * <p>Where the curve falls behind its peak, customers cost more than they bring. Across: the share of customers; up: the
 * sum so far. The line begins at zero customers and joins the points. No points draw as "no data". Immutable,
 * value-based and thread-safe.
 *
 * <p>Source: R. S. Kaplan, V. G. Narayanan, "Measuring and Managing Customer Profitability", Journal of Cost Management
 * 15(5), 2001.
 *
 * @param title what is shown
 * @param unit the unit of the sums, such as {@code EUR}
 * @param points sums after more and more customers, the peak and the last customer among them
 */
public record WhaleChart(String title, String unit, List<Point> points) implements Chart {
    private static final double HEIGHT = 200;

    /**
     * A point of the curve.
     *
     * @param customers how many customers the sum holds, at least 0
     * @param cumulative the sum, finite
     */
    public record Point(long customers, double cumulative) implements Serializable {

        /**
         * Checks both.
         *
         * @throws IllegalArgumentException if the customers are negative, or the sum is infinite or not a number
         */
        public Point {
            if (customers < 0 || !Double.isFinite(cumulative)) {
                throw new IllegalArgumentException(
                        "a point wants customers >= 0 and a finite sum, got " + customers + " and " + cumulative);
            }
        }
    }

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if a point does not hold more customers than the one before
     */
    public WhaleChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).customers() <= points.get(i - 1).customers()) {
                throw new IllegalArgumentException("points[" + i + "] must hold more than "
                        + points.get(i - 1).customers() + " customers, got "
                        + points.get(i).customers());
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        double y = Frame.title(xml, title);
        if (points.isEmpty()) {
            return Frame.chart(title, List.of(), Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        Point peak = peak();
        Point last = points.get(points.size() - 1);
        String peakText = "peak " + figure(peak.cumulative()) + " at "
                + Numerals.percent((double) peak.customers() / Math.max(1, last.customers())) + " of customers";
        String endText = "all " + Numerals.count(last.customers()) + ": " + figure(last.cumulative());
        TextBlock.line(peakText, TextStyle.BODY).draw(xml, "", Frame.MARGIN + 14, y);
        xml.open("circle", "cx-good")
                .attr("cx", Frame.MARGIN + 5)
                .attr("cy", y + 8)
                .attr("r", 5)
                .close();
        TextBlock.line(endText, TextStyle.BODY).draw(xml, "", Frame.MARGIN + 14, y + 18);
        xml.open("circle", "cx-seen")
                .attr("cx", Frame.MARGIN + 5)
                .attr("cy", y + 26)
                .attr("r", 5)
                .close();
        y = new Plot(xml, y + 48).draw(peak);
        return Frame.chart(title, List.of(peakText, endText), y + Frame.MARGIN, xml);
    }

    /** The highest sum, or that of no customer at all. */
    private Point peak() {
        Point highest = new Point(0, 0);
        for (Point point : points) {
            if (point.cumulative() > highest.cumulative()) {
                highest = point;
            }
        }
        return highest;
    }

    private String figure(double value) {
        return (Numerals.number(value, Math.abs(value) < 100 ? 2 : 0) + " " + unit).strip();
    }

    /** The axes and the line. */
    private final class Plot {
        private final Xml xml;
        private final double top;
        private final double[] ticks;
        private final double left;

        Plot(Xml xml, double top) {
            this.xml = xml;
            this.top = top;
            double low = 0;
            double high = 0;
            for (Point point : points) {
                low = Math.min(low, point.cumulative());
                high = Math.max(high, point.cumulative());
            }
            this.ticks = Frame.ticks(low, high > low ? high : low + 1);
            double widest = 0;
            for (double tick : ticks) {
                widest = Math.max(widest, TextStyle.SMALL.width(Frame.tick(tick)));
            }
            this.left = Frame.MARGIN + widest + 6;
        }

        double draw(Point peak) {
            for (double tick : ticks) {
                xml.line(tick == 0 ? "cx-axis" : "cx-line", left, y(tick), Frame.MARGIN + Frame.INNER, y(tick));
                TextBlock.line(Frame.tick(tick), TextStyle.SMALL).draw(xml, "", left - 6, y(tick) - 7, "end");
            }
            StringBuilder d = new StringBuilder("M" + Xml.point(x(0), y(0)));
            points.forEach(point -> d.append('L').append(Xml.point(x(point.customers()), y(point.cumulative()))));
            xml.path("cx-seen-line", d.toString());
            xml.line("cx-axis cx-dash", x(peak.customers()), y(peak.cumulative()), x(peak.customers()), y(ticks[0]));
            dot("cx-good", peak);
            Point last = points.get(points.size() - 1);
            if (!last.equals(peak)) {
                dot("cx-seen", last);
            }
            return axis(top + HEIGHT + 4);
        }

        private double axis(double y) {
            String[] anchors = {"start", "middle", "middle", "middle", "end"};
            for (int i = 0; i <= 4; i++) {
                double x = left + (Frame.MARGIN + Frame.INNER - left) * i / 4;
                TextBlock.line(25 * i + " %", TextStyle.SMALL).draw(xml, "", x, y, anchors[i]);
            }
            TextBlock.line("of customers, the most profitable first", TextStyle.SMALL)
                    .draw(xml, "", Frame.MARGIN + Frame.INNER, y + 15, "end");
            return y + 15 + TextStyle.SMALL.lineHeight();
        }

        private void dot(String cssClass, Point point) {
            xml.open("circle", cssClass)
                    .attr("cx", x(point.customers()))
                    .attr("cy", y(point.cumulative()))
                    .attr("r", 4.5)
                    .close();
        }

        private double x(long customers) {
            long all = Math.max(1, points.get(points.size() - 1).customers());
            return left + (Frame.MARGIN + Frame.INNER - left) * customers / all;
        }

        private double y(double value) {
            double low = ticks[0];
            double high = ticks[ticks.length - 1];
            return top + HEIGHT * (high - value) / (high - low);
        }
    }
}
