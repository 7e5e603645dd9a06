package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * How answers are distributed over ordered categories, one full-width bar for each row: detractors, passives and
 * promoters, or every point of a scale.
 *
 * <p>Colours run from the worst category (vermillion) over the middle (grey) to the best (green), so give the worst
 * first. A row whose counts are all zero says "no data". Immutable, value-based and thread-safe.
 *
 * @param title what is shown
 * @param categories their names, the worst first
 * @param rows from top to bottom
 */
public record StackedBars(String title, List<String> categories, List<Row> rows) implements Chart {
    private static final int[] WORST = {201, 79, 0};
    private static final int[] MIDDLE = {186, 193, 202};
    private static final int[] BEST = {0, 143, 104};

    /**
     * One distribution.
     *
     * @param label what it is the distribution of
     * @param counts answers in each category, not negative
     */
    public record Row(String label, List<Long> counts) implements Serializable {

        /**
         * Checks the counts.
         *
         * @throws IllegalArgumentException if a count is negative
         */
        public Row {
            Objects.requireNonNull(label, "label");
            counts = List.copyOf(counts);
            for (int i = 0; i < counts.size(); i++) {
                if (counts.get(i) < 0) {
                    throw new IllegalArgumentException(
                            "counts[" + i + "] of \"" + label + "\" must not be negative: " + counts.get(i));
                }
            }
        }

        long total() {
            return counts.stream().reduce(0L, Math::addExact);
        }
    }

    /**
     * Checks that each row has one count for each category.
     *
     * @throws IllegalArgumentException if a row has more or fewer
     */
    public StackedBars {
        Objects.requireNonNull(title, "title");
        categories = List.copyOf(categories);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.counts.size() != categories.size()) {
                throw new IllegalArgumentException("row \"" + row.label + "\" wants " + categories.size()
                        + " counts, one for each category, got " + row.counts.size());
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        List<String> facts = new ArrayList<>();
        double y = Frame.title(xml, title);
        if (rows.isEmpty()) {
            return Frame.chart(title, facts, Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        y = Figure.legend(
                xml,
                categories,
                i -> xml.open("rect")
                        .attr("width", 11)
                        .attr("height", 11)
                        .attr("rx", 2)
                        .attr("fill", colour(i))
                        .close(),
                y,
                Frame.INNER);
        for (Row row : rows) {
            long total = row.total();
            String figure = total == 0 ? Frame.NO_DATA : "n " + Numerals.count(total);
            facts.add(row.label + ": " + (total == 0 ? figure : parts(row) + ", " + figure));
            y = Frame.caption(xml, row.label, figure, y);
            draw(xml, row, total, y);
            y += 32;
        }
        return Frame.chart(title, facts, y - 12 + Frame.MARGIN, xml);
    }

    private void draw(Xml xml, Row row, long total, double y) {
        xml.rect("cx-panel", Frame.MARGIN, y, Frame.INNER, 20, 3);
        double x = Frame.MARGIN;
        for (int i = 0; i < categories.size() && total > 0; i++) {
            double share = (double) row.counts.get(i) / total;
            double width = Frame.INNER * share;
            if (row.counts.get(i) > 0) {
                xml.open("g").open("rect");
                xml.attr("x", x).attr("y", y).attr("width", width).attr("height", 20);
                xml.attr("fill", colour(i)).close();
                xml.leaf(
                        "title",
                        categories.get(i) + ": " + Numerals.count(row.counts.get(i)) + ", " + Numerals.percent(share));
                String text = Numerals.number(100 * share, 0) + " %";
                if (TextStyle.SMALL.width(text) + 6 <= width) {
                    TextBlock.line(text, TextStyle.SMALL).draw(xml, ink(i), x + width / 2, y + 2.5, "middle");
                }
                xml.close();
            }
            x += width;
        }
    }

    private String parts(Row row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            parts.add(Numerals.count(row.counts.get(i)) + " " + categories.get(i));
        }
        return String.join(", ", parts);
    }

    private int[] mix(int i) {
        double t = categories.size() == 1 ? 0.5 : (double) i / (categories.size() - 1);
        int[] from = t < 0.5 ? WORST : MIDDLE;
        int[] to = t < 0.5 ? MIDDLE : BEST;
        double part = t < 0.5 ? 2 * t : 2 * t - 1;
        int[] mixed = new int[3];
        for (int c = 0; c < 3; c++) {
            mixed[c] = (int) Math.round(from[c] + (to[c] - from[c]) * part);
        }
        return mixed;
    }

    private String colour(int i) {
        int[] rgb = mix(i);
        return "#" + hex(rgb[0]) + hex(rgb[1]) + hex(rgb[2]);
    }

    private static String hex(int part) {
        return (part < 16 ? "0" : "") + Integer.toHexString(part);
    }

    /** White on dark colours, black on light ones. */
    private String ink(int i) {
        int[] rgb = mix(i);
        return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2] < 125 ? "cx-w" : "cx-k";
    }
}
