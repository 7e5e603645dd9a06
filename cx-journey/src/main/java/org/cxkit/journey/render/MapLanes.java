package org.cxkit.journey.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.MeasuredStep;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/** The lanes of boxes under the columns of a map: what was measured, pain points, opportunities, backstage. */
final class MapLanes {
    private static final String WEDGE = "m0 1h10l-10 9z";
    private static final String CLOCK = "m5 .5a5 5 0 1 0 .1 0zm0 2v3l2 1.5";
    private static final String DIAMOND = "m5 0l5 5l-5 5l-5-5z";

    /** What stands in a box. */
    @FunctionalInterface
    interface Content {
        /** Draws it. {@return the height below it} */
        double draw(Xml xml, double left, double top);
    }

    private final Xml xml;
    private final MapLayout layout;
    private final Map<String, StringBuilder> marks = new LinkedHashMap<>();

    MapLanes(Xml xml, MapLayout layout) {
        this.xml = xml;
        this.layout = layout;
    }

    /**
     * Draws a row of boxes of equal height, one in each column that has content. {@return the height below it}
     *
     * @param frames the style-sheet classes of the box in a column
     */
    double row(List<@Nullable Content> contents, IntFunction<String> frames, double top) {
        List<@Nullable Xml> drawn = new ArrayList<>();
        double bottom = top;
        for (int i = 0; i < contents.size(); i++) {
            Content content = contents.get(i);
            Xml part = content == null ? null : new Xml();
            if (content != null && part != null) {
                bottom = Math.max(bottom, content.draw(part, layout.left(i) + MapLayout.PAD, top + 8) + 6);
            }
            drawn.add(part);
        }
        for (int i = 0; i < drawn.size(); i++) {
            Xml part = drawn.get(i);
            if (part != null) {
                xml.open("g").rect(frames.apply(i), layout.left(i), top, layout.columnWidth(), bottom - top, 8);
                xml.append(part).close();
            }
        }
        marks.forEach((cssClass, d) -> xml.path(cssClass, d.toString()));
        marks.clear();
        return bottom;
    }

    /** Keeps a mark until the row is drawn: all marks of a class are one path. */
    private void mark(String cssClass, String d) {
        marks.computeIfAbsent(cssClass, any -> new StringBuilder()).append(d);
    }

    /** Draws the lane of pins with their texts, if there are any. {@return the height below it} */
    double pins(String name, List<List<Pin>> byColumn, double top) {
        if (byColumn.stream().allMatch(List::isEmpty)) {
            return top;
        }
        double bottom = top + MapLayout.laneName(xml, name, top + 6);
        for (int i = 0; i < byColumn.size(); i++) {
            double y = top;
            for (Pin pin : byColumn.get(i)) {
                double indent = 6 + 2 * pin.radius() + 5;
                TextBlock text = TextBlock.wrap(pin.text(), TextStyle.SMALL, layout.columnWidth() - indent - 6);
                double height = Math.max(text.height() + 10, 2 * pin.radius() + 8);
                xml.open("g");
                xml.rect(pin.cssClass() + " cx-faint", layout.left(i), y, layout.columnWidth(), height, 5);
                pin.draw(xml, layout.left(i) + 6 + pin.radius(), y + 4 + pin.radius());
                text.draw(xml, "cx-e", layout.left(i) + indent, y + 5);
                xml.close();
                y += height + 6;
            }
            bottom = Math.max(bottom, y);
        }
        return bottom + 8;
    }

    /** Draws what happens behind the line of visibility, if anything does. {@return the height below it} */
    double backstage(double top) {
        List<@Nullable Content> contents = contents(step -> step.backstage().isBlank()
                ? null
                : (part, left, y) -> text(part, "cx-e", step.backstage(), TextStyle.SMALL, left, y));
        if (contents.stream().allMatch(content -> content == null)) {
            return top;
        }
        xml.line("cx-axis cx-dash", MapLayout.GUTTER, top + 2, layout.width() - Figure.MARGIN, top + 2);
        TextBlock.wrap("line of visibility", TextStyle.SMALL, MapLayout.GUTTER - Figure.MARGIN - 8)
                .draw(xml, "", Figure.MARGIN, top - 6);
        double bottom = row(contents, i -> "cx-bg", top + 14);
        return Math.max(bottom, top + 22 + MapLayout.laneName(xml, "Backstage", top + 22)) + 14;
    }

    /** Draws the numbers of a log under each step. {@return the height below them} */
    double measured(Measured measured, double top) {
        List<@Nullable Content> contents = contents(step -> (part, left, y) -> measured.step(step.id())
                .map(found -> numbers(part, found, left, y))
                .orElseGet(() -> text(part, "", "not measured", TextStyle.SMALL, left, y)));
        double bottom = row(contents, i -> "cx-bg", top);
        return Math.max(bottom, top + 8 + MapLayout.laneName(xml, "Measured", top + 8)) + 14;
    }

    private double numbers(Xml part, MeasuredStep step, double left, double top) {
        String count = Numerals.count(step.reached()) + " of " + Numerals.count(step.cases());
        double y = text(part, "", count, TextStyle.NAME, left, top) + 2;
        double reach = step.reach().toOptional().orElse(0.0);
        mark("cx-full", "M" + Xml.point(left, y + 3) + "h" + Xml.number(layout.textWidth()));
        if (reach > 0) {
            mark("cx-part", "M" + Xml.point(left, y + 3) + "h" + Xml.number(layout.textWidth() * reach));
        }
        y += 10;
        if (step.cases() > 0) {
            y = text(part, "", Numerals.percent(reach) + " reached", TextStyle.SMALL, left, y);
        }
        String dropOff = step.dropOff().toOptional().map(Numerals::percent).orElse("");
        if (!dropOff.isEmpty()) {
            y = fact(part, WEDGE, "cx-bad", dropOff + " end here", left, y);
        }
        Duration wait = step.medianWait();
        if (wait != null) {
            y = fact(part, CLOCK, "cx-icon", "next after " + Numerals.duration(wait), left, y);
        }
        if (step.emotion() != null) {
            y = fact(part, DIAMOND, "cx-seen", "felt " + EmotionLane.text(step.emotion()), left, y);
        }
        return y;
    }

    private double fact(Xml part, String icon, String iconClass, String words, double left, double y) {
        mark(iconClass, "M" + Xml.point(left, y + 1.5) + icon);
        TextBlock block = TextBlock.wrap(words, TextStyle.SMALL, layout.textWidth() - 16);
        block.draw(part, "", left + 16, y);
        return y + block.height();
    }

    private double text(Xml part, String cssClass, String words, TextStyle style, double left, double y) {
        TextBlock block = TextBlock.wrap(words, style, layout.textWidth());
        block.draw(part, cssClass, left, y);
        return y + block.height();
    }

    private List<@Nullable Content> contents(Function<Step, @Nullable Content> content) {
        List<@Nullable Content> contents = new ArrayList<>();
        for (MapLayout.Column column : layout.columns()) {
            contents.add(column.step() == null ? null : content.apply(column.step()));
        }
        return contents;
    }
}
