package org.cxkit.journey.chart;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * Two sums that grow from day to day, one as it was made and one as a model expected it, with a line where the days end
 * that the model has learned from.
 *
 * <p>What matters is how the two go on behind that line. Across: days in proportion; up: the sums from zero. No points
 * draw as "no data", a line that none of the points reaches is left out. Immutable, value-based and thread-safe.
 *
 * @param title what is shown
 * @param calibrationEnd the last day that the model has learned from
 * @param points the sums at the end of some days, in the order of the days
 */
public record TrackingChart(String title, LocalDate calibrationEnd, List<Point> points) implements Chart {
    private static final double HEIGHT = 180;
    private static final List<String> SERIES = List.of("made", "expected");
    private static final List<String> CLASSES = List.of("cx-seen-line", "cx-o1 cx-dash");

    /**
     * Both sums at the end of a day.
     *
     * @param day the day
     * @param made the sum as it was made, finite and not negative
     * @param expected the sum as the model expected it, finite and not negative
     */
    public record Point(LocalDate day, double made, double expected) implements Serializable {

        /**
         * Checks the sums.
         *
         * @throws IllegalArgumentException if one is negative, infinite or not a number
         */
        public Point {
            Objects.requireNonNull(day, "day");
            if (!(made >= 0 && expected >= 0) || Double.isInfinite(made) || Double.isInfinite(expected)) {
                throw new IllegalArgumentException(
                        "the sums of " + day + " must be finite and not negative, got " + made + " and " + expected);
            }
        }
    }

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if a point is not of a later day than the one before
     */
    public TrackingChart {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(calibrationEnd, "calibrationEnd");
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            LocalDate before = points.get(i - 1).day();
            if (!points.get(i).day().isAfter(before)) {
                throw new IllegalArgumentException("points[" + i + "] must be of a day after " + before + ", got "
                        + points.get(i).day());
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
        y = Figure.legend(xml, SERIES, i -> xml.line(CLASSES.get(i), 0, 6, 12, 6), y, Frame.INNER);
        y = new Plot(xml, y).draw();
        return Frame.chart(title, facts(), y + Frame.MARGIN, xml);
    }

    private List<String> facts() {
        String end = words(points.get(points.size() - 1));
        return points.stream()
                .filter(point -> point.day.equals(calibrationEnd))
                .findFirst()
                .map(point -> List.of("calibration ends " + words(point), end))
                .orElse(List.of(end));
    }

    private static String words(Point point) {
        return point.day + ": made " + figure(point.made) + ", expected " + figure(point.expected);
    }

    private static String figure(double value) {
        return Numerals.number(value, value == Math.rint(value) ? 0 : 1);
    }

    /** The axes, the lines and the mark. */
    private final class Plot {
        private static final double RIGHT = Frame.MARGIN + Frame.INNER;

        private final Xml xml;
        private final LocalDate first;
        private final LocalDate last;
        private final boolean marked;
        private final double top;
        private final double[] ticks;
        private final double left;

        Plot(Xml xml, double y) {
            this.xml = xml;
            first = points.get(0).day();
            last = points.get(points.size() - 1).day();
            marked = !calibrationEnd.isBefore(first) && !calibrationEnd.isAfter(last);
            top = y + (marked ? TextStyle.SMALL.lineHeight() + 4 : 2);
            double high = 0;
            for (Point point : points) {
                high = Math.max(high, Math.max(point.made(), point.expected()));
            }
            ticks = Frame.ticks(0, high > 0 ? high : 1);
            double widest = 0;
            for (double tick : ticks) {
                widest = Math.max(widest, TextStyle.SMALL.width(Frame.tick(tick)));
            }
            left = Frame.MARGIN + widest + 6;
        }

        double draw() {
            for (double tick : ticks) {
                xml.line(tick == 0 ? "cx-axis" : "cx-line", left, y(tick), RIGHT, y(tick));
                TextBlock.line(Frame.tick(tick), TextStyle.SMALL).draw(xml, "", left - 6, y(tick) - 7, "end");
            }
            if (marked) {
                mark(x(calibrationEnd));
            }
            line(CLASSES.get(0), Point::made);
            line(CLASSES.get(1), Point::expected);
            double below = top + HEIGHT + 4;
            TextBlock.line(first.toString(), TextStyle.SMALL).draw(xml, "", left, below);
            if (!last.equals(first)) {
                TextBlock.line(last.toString(), TextStyle.SMALL).draw(xml, "", RIGHT, below, "end");
            }
            return below + TextStyle.SMALL.lineHeight();
        }

        private void mark(double x) {
            TextBlock words = TextBlock.line("calibration ends " + calibrationEnd, TextStyle.SMALL);
            double half = words.width() / 2;
            double middle = Math.max(left + half, Math.min(x, RIGHT - half));
            words.draw(xml, "", middle, top - TextStyle.SMALL.lineHeight() - 2, "middle");
            xml.line("cx-icon", x, top, x, top + HEIGHT);
        }

        private void line(String cssClass, ToDoubleFunction<Point> sum) {
            StringBuilder d = new StringBuilder();
            for (Point point : points) {
                d.append(d.isEmpty() ? 'M' : 'L').append(Xml.point(x(point.day()), y(sum.applyAsDouble(point))));
            }
            xml.path(cssClass, d.toString());
        }

        private double x(LocalDate day) {
            double days = Math.max(1, last.toEpochDay() - first.toEpochDay());
            return left + (RIGHT - left) * (day.toEpochDay() - first.toEpochDay()) / days;
        }

        private double y(double value) {
            return top + HEIGHT * (1 - value / ticks[ticks.length - 1]);
        }
    }
}
