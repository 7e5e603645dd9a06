package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Theme;
import org.cxkit.journey.svg.Xml;

/**
 * Several measures of each of several things side by side: the credit that attribution models give to each channel.
 *
 * <p>All bars share one scale from zero to the largest value. No groups draw as "no data". Immutable, value-based and
 * thread-safe.
 *
 * @param title what is shown
 * @param unit written behind each value, such as {@code EUR}; empty for none
 * @param decimals how many decimals are written, 0 to 6
 * @param series the names of the measures
 * @param groups from top to bottom
 */
public record GroupedBars(String title, String unit, int decimals, List<String> series, List<Group> groups)
        implements Chart {
    private static final double BAR = 15;

    /**
     * One thing and its measures.
     *
     * @param label its name
     * @param values one for each series, finite and not negative
     */
    public record Group(String label, List<Double> values) implements Serializable {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is negative, infinite or not a number
         */
        public Group {
            Objects.requireNonNull(label, "label");
            values = List.copyOf(values);
            for (int i = 0; i < values.size(); i++) {
                if (!(values.get(i) >= 0) || values.get(i).isInfinite()) {
                    throw new IllegalArgumentException(
                            "values[" + i + "] of \"" + label + "\" must be finite and not negative: " + values.get(i));
                }
            }
        }
    }

    /**
     * Checks that each group has one value for each series.
     *
     * @throws IllegalArgumentException if a group has more or fewer, or decimals are outside 0..6
     */
    public GroupedBars {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(unit, "unit");
        series = List.copyOf(series);
        groups = List.copyOf(groups);
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("decimals must be 0 to 6, got " + decimals);
        }
        for (Group group : groups) {
            if (group.values.size() != series.size()) {
                throw new IllegalArgumentException("group \"" + group.label + "\" wants " + series.size()
                        + " values, one for each series, got " + group.values.size());
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        List<String> facts = new ArrayList<>();
        double y = Frame.title(xml, title);
        if (groups.isEmpty() || series.isEmpty()) {
            return Frame.chart(title, facts, Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        y = Figure.legend(xml, series, i -> xml.rect(Theme.hue(i), 0, 0, 11, 11, 2), y, Frame.INNER);
        double largest = 0;
        double reserve = 0;
        for (Group group : groups) {
            for (double value : group.values) {
                largest = Math.max(largest, value);
                reserve = Math.max(reserve, TextStyle.SMALL.width(figure(value)) + 8);
            }
        }
        for (Group group : groups) {
            y = Frame.caption(xml, group.label, "", y);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                double value = group.values.get(i);
                double width = largest == 0 ? 0 : (Frame.INNER - reserve) * value / largest;
                xml.open("g").rect(Theme.hue(i), Frame.MARGIN, y + 1, Math.max(width, 1), BAR - 3, 1);
                xml.leaf("title", series.get(i) + ": " + figure(value)).close();
                TextBlock.line(figure(value), TextStyle.SMALL).draw(xml, "", Frame.MARGIN + width + 5, y);
                parts.add(series.get(i) + " " + figure(value));
                y += BAR;
            }
            facts.add(group.label + ": " + String.join(", ", parts));
            y += 10;
        }
        return Frame.chart(title, facts, y - 10 + Frame.MARGIN, xml);
    }

    private String figure(double value) {
        return Numerals.number(value, decimals) + (unit.isEmpty() ? "" : " " + unit);
    }
}
