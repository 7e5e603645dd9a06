package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.Loop;
import org.cxkit.journey.map.MapElement;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.OptionalElement;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/** Where the columns of a map stand: one for each step, and one for each stage without a step. */
final class MapLayout {
    static final double GAP = 14;
    static final double GUTTER = 128;
    static final double PAD = 10;

    private static final double NARROWEST = 720;

    /**
     * One column.
     *
     * @param step the step, or null in a stage that has none
     * @param stage the index of the stage
     * @param optional whether the step may be left out
     */
    record Column(@Nullable Step step, int stage, boolean optional) {}

    /** A loop from one column to another, both inside. */
    record Span(int first, int last) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<Span> loops = new ArrayList<>();
    private final List<Span> stages = new ArrayList<>();
    private final double columnWidth;

    MapLayout(JourneyMap map) {
        for (int i = 0; i < map.stages().size(); i++) {
            MapStage stage = map.stages().get(i);
            int first = columns.size();
            for (MapElement element : stage.elements()) {
                place(element, i, false);
            }
            if (columns.size() == first) {
                columns.add(new Column(null, i, false));
            }
            stages.add(new Span(first, columns.size() - 1));
        }
        int n = columns.size();
        double usual = n <= 4 ? 210 : n <= 8 ? 184 : n <= 14 ? 164 : 148;
        this.columnWidth = Math.max(usual, Math.floor((NARROWEST - GUTTER - Figure.MARGIN) / n - GAP));
    }

    private void place(MapElement element, int stage, boolean optional) {
        if (element instanceof Step step) {
            columns.add(new Column(step, stage, optional));
        } else if (element instanceof OptionalElement part) {
            place(part.element(), stage, true);
        } else if (element instanceof Loop loop) {
            int first = columns.size();
            loop.elements().forEach(part -> place(part, stage, optional));
            loops.add(new Span(first, columns.size() - 1));
        }
    }

    List<Column> columns() {
        return columns;
    }

    List<Span> loops() {
        return loops;
    }

    List<Span> stages() {
        return stages;
    }

    double columnWidth() {
        return columnWidth;
    }

    /** The width a text has in a column. */
    double textWidth() {
        return columnWidth - 2 * PAD;
    }

    double left(int column) {
        return GUTTER + column * (columnWidth + GAP);
    }

    double middle(int column) {
        return left(column) + columnWidth / 2;
    }

    double right(int column) {
        return left(column) + columnWidth;
    }

    double width() {
        return right(columns.size() - 1) + Figure.MARGIN;
    }

    /** Draws the name of a lane in the gutter. {@return its height} */
    static double laneName(Xml xml, String name, double y) {
        TextBlock block = TextBlock.wrap(name, TextStyle.NAME, GUTTER - Figure.MARGIN - 8);
        block.draw(xml, "cx-m", Figure.MARGIN, y);
        return block.height();
    }

    static boolean has(Step step, Medium medium) {
        return step.channels().stream().anyMatch(channel -> channel.medium() == medium);
    }
}
