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
 * Several measures of each of several things side by side, with the interval of each as a whisker where it is known: the
 * credit that attribution models give to each channel.
 *
 * <p>All bars share one scale from zero to the largest value or limit. No groups draw as "no data". Immutable,
 * value-based and thread-safe.
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
     * @param ranges the interval of each value, or none at all
     */
    public record Group(String label, List<Double> values, List<Range> ranges) implements Serializable {

        /**
         * Checks the values.
         *
         * @throws IllegalArgumentException if one is negative, infinite or not a number, or there are some ranges, but
         *     not one for each value
         */
        public Group {
            Objects.requireNonNull(label, "label");
            values = List.copyOf(values);
            ranges = List.copyOf(ranges);
            for (int i = 0; i < values.size(); i++) {
                if (!(values.get(i) >= 0) || values.get(i).isInfinite()) {
                    throw new IllegalArgumentException(
                            "values[" + i + "] of \"" + label + "\" must be finite and not negative: " + values.get(i));
                }
            }
            if (!ranges.isEmpty() && ranges.size() != values.size()) {
                throw new IllegalArgumentException("group \"" + label + "\" wants no ranges or " + values.size()
                        + ", one for each value, got " + ranges.size());
            }
        }

        /**
         * {@return a group without intervals}
         *
         * @param label its name
         * @param values one for each series, finite and not negative
         */
        public static Group of(String label, List<Double> values) {
            return new Group(label, values, List.of());
        }
    }

    /**
     * The interval of a value, which need not lie in it.
     *
     * @param low the low end, not negative
     * @param high the high end, finite and not below the low one
     */
    public record Range(double low, double high) implements Serializable {

        /**
         * Checks the ends.
         *
         * @throws IllegalArgumentException if they are negative, infinite or out of order
         */
        public Range {
            if (!(low >= 0 && low <= high) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("a range wants 0 <= low <= high, got " + low + " to " + high);
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
            for (int i = 0; i < series.size(); i++) {
                largest = Math.max(largest, reach(group, i));
                reserve = Math.max(reserve, TextStyle.SMALL.width(figure(group.values.get(i))) + 8);
            }
        }
        double scale = largest == 0 ? 0 : (Frame.INNER - reserve) / largest;
        for (Group group : groups) {
            y = Frame.caption(xml, group.label, "", y);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < series.size(); i++) {
                String words = series.get(i) + " " + figure(group.values.get(i)) + limits(group, i);
                xml.open("g")
                        .rect(Theme.hue(i), Frame.MARGIN, y + 1, Math.max(scale * group.values.get(i), 1), BAR - 3, 1);
                xml.leaf("title", words).close();
                whisker(xml, group, i, y, scale);
                TextBlock.line(figure(group.values.get(i)), TextStyle.SMALL)
                        .draw(xml, "", Frame.MARGIN + scale * reach(group, i) + 5, y);
                parts.add(words);
                y += BAR;
            }
            facts.add(group.label + ": " + String.join(", ", parts));
            y += 10;
        }
        return Frame.chart(title, facts, y - 10 + Frame.MARGIN, xml);
    }

    /** How far a bar and its whisker go. */
    private static double reach(Group group, int i) {
        double value = group.values.get(i);
        return group.ranges.isEmpty() ? value : Math.max(value, group.ranges.get(i).high);
    }

    private static void whisker(Xml xml, Group group, int i, double y, double scale) {
        if (!group.ranges.isEmpty()) {
            double low = Frame.MARGIN + scale * group.ranges.get(i).low;
            double high = Frame.MARGIN + scale * group.ranges.get(i).high;
            Frame.whisker(xml, low, high, y + 7, 3);
        }
    }

    private String limits(Group group, int i) {
        if (group.ranges.isEmpty()) {
            return "";
        }
        Range range = group.ranges.get(i);
        return " (" + Numerals.number(range.low, decimals) + " to " + Numerals.number(range.high, decimals) + ")";
    }

    private String figure(double value) {
        return Numerals.number(value, decimals) + (unit.isEmpty() ? "" : " " + unit);
    }
}
