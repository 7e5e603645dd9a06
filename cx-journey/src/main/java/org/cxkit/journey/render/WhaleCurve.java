package org.cxkit.journey.render;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * The whale curve: profit added up over customers, the most profitable first, with its peak marked.
 *
 * <p>Where the curve falls behind its peak, customers cost more than they bring. Across: the share of customers; up: the
 * sum so far. At most 240 points are drawn, the peak among them. No customers draw as "no data". Immutable, value-based
 * and thread-safe.
 *
 * <p>Source: R. S. Kaplan, V. G. Narayanan, "Measuring and Managing Customer Profitability", Journal of Cost Management
 * 15(5), 2001.
 *
 * @param title what is shown
 * @param unit the unit of the sums, such as {@code EUR}
 * @param cumulative the sum after the first, the second, … customer, finite
 */
public record WhaleCurve(String title, String unit, List<Double> cumulative) implements Serializable {
    private static final int POINTS = 240;
    private static final double HEIGHT = 200;

    /**
     * Checks the sums.
     *
     * @throws IllegalArgumentException if one is infinite or not a number
     */
    public WhaleCurve {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        cumulative = List.copyOf(cumulative);
        for (int i = 0; i < cumulative.size(); i++) {
            if (!Double.isFinite(cumulative.get(i))) {
                throw new IllegalArgumentException("cumulative[" + i + "] must be finite: " + cumulative.get(i));
            }
        }
    }

    String svg() {
        Xml xml = new Xml();
        double y = Figure.title(xml, title);
        if (cumulative.isEmpty()) {
            return Figure.chart(title, List.of(), Figure.noData(xml, y) + Figure.MARGIN, xml);
        }
        int peak = peak();
        double last = cumulative.get(cumulative.size() - 1);
        double total = peak < 0 ? 0 : cumulative.get(peak);
        String peakText =
                "peak " + figure(total) + " at " + Figure.percent((peak + 1.0) / cumulative.size()) + " of customers";
        String endText = "all " + Figure.count(cumulative.size()) + ": " + figure(last);
        TextBlock.line(peakText, TextStyle.BODY).draw(xml, "", Figure.MARGIN + 14, y);
        xml.open("circle", "cx-good")
                .attr("cx", Figure.MARGIN + 5)
                .attr("cy", y + 8)
                .attr("r", 5)
                .close();
        TextBlock.line(endText, TextStyle.BODY).draw(xml, "", Figure.MARGIN + 14, y + 18);
        xml.open("circle", "cx-seen")
                .attr("cx", Figure.MARGIN + 5)
                .attr("cy", y + 26)
                .attr("r", 5)
                .close();
        y = new Plot(xml, y + 48).draw(peak);
        return Figure.chart(title, List.of(peakText, endText), y + Figure.MARGIN, xml);
    }

    /** The number of customers before the highest sum, less one: -1 if no customer adds anything. */
    private int peak() {
        int peak = -1;
        double highest = 0;
        for (int i = 0; i < cumulative.size(); i++) {
            if (cumulative.get(i) > highest) {
                highest = cumulative.get(i);
                peak = i;
            }
        }
        return peak;
    }

    private String figure(double value) {
        return (Figure.number(value, Math.abs(value) < 100 ? 2 : 0) + " " + unit).strip();
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
            double low = Math.min(
                    0,
                    cumulative.stream().mapToDouble(Double::doubleValue).min().orElse(0));
            double high = Math.max(
                    0,
                    cumulative.stream().mapToDouble(Double::doubleValue).max().orElse(0));
            this.ticks = Figure.ticks(low, high > low ? high : low + 1);
            double widest = 0;
            for (double tick : ticks) {
                widest = Math.max(widest, TextStyle.SMALL.width(label(tick)));
            }
            this.left = Figure.MARGIN + widest + 6;
        }

        double draw(int peak) {
            for (double tick : ticks) {
                xml.line(tick == 0 ? "cx-axis" : "cx-line", left, y(tick), Figure.MARGIN + Figure.INNER, y(tick));
                TextBlock.line(label(tick), TextStyle.SMALL).draw(xml, "", left - 6, y(tick) - 7, "end");
            }
            StringBuilder d = new StringBuilder("M" + Xml.point(x(-1), y(0)));
            int step = Math.max(1, cumulative.size() / POINTS);
            for (int i = 0; i < cumulative.size(); i++) {
                if (i % step == 0 || i == peak || i == cumulative.size() - 1) {
                    d.append('L').append(Xml.point(x(i), y(cumulative.get(i))));
                }
            }
            xml.path("cx-seen-line", d.toString());
            double highest = peak < 0 ? 0 : cumulative.get(peak);
            xml.line("cx-axis cx-dash", x(peak), y(highest), x(peak), y(ticks[0]));
            dot("cx-good", x(peak), y(highest));
            int last = cumulative.size() - 1;
            if (last != peak) {
                dot("cx-seen", x(last), y(cumulative.get(last)));
            }
            return axis(top + HEIGHT + 4);
        }

        private double axis(double y) {
            String[] anchors = {"start", "middle", "middle", "middle", "end"};
            for (int i = 0; i <= 4; i++) {
                double x = left + (Figure.MARGIN + Figure.INNER - left) * i / 4;
                TextBlock.line(25 * i + " %", TextStyle.SMALL).draw(xml, "", x, y, anchors[i]);
            }
            TextBlock.line("of customers, the most profitable first", TextStyle.SMALL)
                    .draw(xml, "", Figure.MARGIN + Figure.INNER, y + 15, "end");
            return y + 15 + TextStyle.SMALL.lineHeight();
        }

        private void dot(String cssClass, double x, double y) {
            xml.open("circle", cssClass)
                    .attr("cx", x)
                    .attr("cy", y)
                    .attr("r", 4.5)
                    .close();
        }

        private String label(double tick) {
            return Figure.number(tick, tick == Math.rint(tick) ? 0 : 2);
        }

        private double x(int i) {
            return left + (Figure.MARGIN + Figure.INNER - left) * (i + 1) / cumulative.size();
        }

        private double y(double value) {
            double low = ticks[0];
            double high = ticks[ticks.length - 1];
            return top + HEIGHT * (high - value) / (high - low);
        }
    }
}
