package org.cxkit.journey.chart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * A funnel: a bar for each level, and between two levels the wedge of those who went no further.
 *
 * <p>Shares are of the first level; the wedge states the loss as a count and as a share of the level before. A funnel
 * that nobody entered says "no data". Immutable, value-based and thread-safe.
 *
 * @param title what is shown
 * @param levels from the first to the last
 */
public record FunnelBars(String title, List<Level> levels) implements Chart {
    private static final double BAR = 20;
    private static final double WEDGE = 22;

    /**
     * One level.
     *
     * @param label its name
     * @param count how many reached it, not negative
     */
    public record Level(String label, long count) implements Serializable {

        /**
         * Checks the count.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Level {
            Objects.requireNonNull(label, "label");
            if (count < 0) {
                throw new IllegalArgumentException("level \"" + label + "\" must not be negative: " + count);
            }
        }
    }

    /**
     * Checks that no level has more than the one before.
     *
     * @throws IllegalArgumentException if one has
     */
    public FunnelBars {
        Objects.requireNonNull(title, "title");
        levels = List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).count > levels.get(i - 1).count) {
                throw new IllegalArgumentException("a funnel must not widen, got " + levels.get(i - 1).count + " at \""
                        + levels.get(i - 1).label + "\" and then " + levels.get(i).count + " at \""
                        + levels.get(i).label + "\"");
            }
        }
    }

    @Override
    public String svg() {
        Xml xml = new Xml();
        List<String> facts = new ArrayList<>();
        double y = Frame.title(xml, title);
        if (levels.isEmpty() || levels.get(0).count == 0) {
            return Frame.chart(title, facts, Frame.noData(xml, y) + Frame.MARGIN, xml);
        }
        long entered = levels.get(0).count;
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            String figure = Numerals.count(level.count) + " · " + Numerals.percent((double) level.count / entered);
            facts.add(level.label + " " + figure);
            double top = y;
            if (i > 0) {
                y += WEDGE;
            }
            Xml caption = new Xml();
            y = Frame.caption(caption, (i + 1) + "  " + level.label, figure, y);
            if (i > 0) {
                wedge(xml, i, top, y);
            }
            xml.append(caption);
            xml.rect("cx-panel", Frame.MARGIN, y, Frame.INNER, BAR, 0);
            xml.rect("cx-seen", Frame.MARGIN, y, width(level), BAR, 0);
            y += BAR;
        }
        return Frame.chart(title, facts, y + Frame.MARGIN, xml);
    }

    private void wedge(Xml xml, int i, double top, double bottom) {
        Level before = levels.get(i - 1);
        long lost = before.count - levels.get(i).count;
        double wide = Frame.MARGIN + width(before);
        double narrow = Frame.MARGIN + width(levels.get(i));
        xml.path(
                "cx-seen cx-faint",
                "M" + Xml.point(Frame.MARGIN, top) + "H" + Xml.number(narrow) + "V" + Xml.number(bottom) + "H"
                        + Xml.number(Frame.MARGIN) + "z");
        if (lost > 0) {
            xml.path(
                    "cx-bad cx-faint",
                    "M" + Xml.point(narrow, top) + "H" + Xml.number(wide) + "L" + Xml.point(narrow, bottom) + "z");
            String text =
                    Numerals.count(lost) + " go no further (" + Numerals.percent((double) lost / before.count) + ")";
            TextBlock.line(text, TextStyle.SMALL).draw(xml, "cx-e", Frame.MARGIN + 6, top + 4);
        }
    }

    private double width(Level level) {
        return Frame.INNER * level.count / levels.get(0).count;
    }
}
