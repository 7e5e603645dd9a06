package org.cxkit.journey.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cxkit.journey.chart.TransitionGraph.Edge;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/** Draws one transition graph: boxes in three columns, lines between them, labels where there is room. Used once. */
final class TransitionDrawing {
    private static final double WIDTH = 620;
    private static final double MARGIN = Figure.MARGIN;
    private static final double END_BOX = 96;
    private static final double CHANNEL_LEFT = 238;
    private static final double CHANNEL_BOX = 140;
    private static final double GAP = 16;
    private static final double PADDING = 7;
    private static final double WIDEST_LINE = 10;
    private static final double ARROW = 7;

    private final TransitionGraph graph;
    private final TransitionFlows flows;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<double[]> taken = new ArrayList<>();
    private final Xml xml = new Xml();

    /** A box with its words, and the lines that touch its sides. */
    private static final class Box {
        private final TextBlock name;
        private final TextBlock note;
        private final double left;
        private final double width;
        private final List<End> atLeft = new ArrayList<>();
        private final List<End> atRight = new ArrayList<>();
        private double top;

        Box(String name, String note, double left, double width) {
            this.name = TextBlock.wrap(name, TextStyle.BODY, width - 2 * PADDING);
            this.note = TextBlock.wrap(note, TextStyle.SMALL, width - 2 * PADDING);
            this.left = left;
            this.width = width;
        }

        double height() {
            return Math.max(
                    name.height() + note.height() + 2 * PADDING, 14.0 * Math.max(atLeft.size(), atRight.size()));
        }

        double middle() {
            return top + height() / 2;
        }

        double right() {
            return left + width;
        }

        void draw(Xml xml) {
            double y = top + (height() - name.height() - note.height()) / 2;
            xml.open("g").rect("cx-card", left, top, width, height(), 5);
            name.draw(xml, "", left + width / 2, y, "middle");
            note.draw(xml, "", left + width / 2, y + name.height(), "middle");
            xml.close();
        }

        /** Gives each line its height along the side, those from above at the top, so that lines cross less. */
        void spread() {
            spread(atLeft);
            spread(atRight);
        }

        private void spread(List<End> ends) {
            ends.sort(Comparator.comparingDouble(end -> end.other.middle())); // stable: ties by frequency
            for (int i = 0; i < ends.size(); i++) {
                ends.get(i).y = top + height() * (i + 0.5) / ends.size();
            }
        }
    }

    /** Where a line touches a box. */
    private static final class End {
        private final Box other;
        private double y;

        End(Box other) {
            this.other = other;
        }
    }

    /** A transition between two ends; up and down say on which side of the channels an arc runs, 0 is none. */
    private record Line(Edge edge, double width, End leaves, End reaches, int side, int distance) {}

    TransitionDrawing(TransitionGraph graph, TransitionFlows flows) {
        this.graph = graph;
        this.flows = flows;
    }

    String svg() {
        TextBlock title = TextBlock.wrap(graph.title(), TextStyle.HEADING, WIDTH - 2 * MARGIN);
        title.draw(xml, "", MARGIN, MARGIN);
        double y = MARGIN + title.height() + 10;
        if (flows.channels().isEmpty()) {
            return Figure.fixed(graph.title(), Frame.NO_DATA, WIDTH, Frame.noData(xml, y) + MARGIN, xml);
        }
        place();
        y = layOut(y);
        lines.forEach(this::draw);
        boxes.values().forEach(box -> box.draw(xml));
        boxes.values().forEach(box -> taken.add(new double[] {box.left, box.top, box.right(), box.top + box.height()}));
        lines.forEach(this::label);
        y = note(y);
        return Figure.fixed(graph.title(), String.join("; ", facts()), WIDTH, y + MARGIN, xml);
    }

    private void place() {
        double arriving = flows.leaving().getOrDefault(graph.start(), 0.0);
        boxes.put(graph.start(), new Box(graph.start(), count(arriving), MARGIN, END_BOX));
        for (String channel : flows.channels()) {
            boxes.put(channel, new Box(channel, channelNote(channel), CHANNEL_LEFT, CHANNEL_BOX));
        }
        for (String end : List.of(graph.converted(), graph.lost())) {
            double reached = graph.edges().stream()
                    .filter(edge -> edge.to().equals(end))
                    .mapToDouble(Edge::count)
                    .sum();
            String share = arriving == 0 ? "" : ", " + Numerals.percent(reached / arriving);
            boxes.put(end, new Box(end, count(reached) + share, WIDTH - MARGIN - END_BOX, END_BOX));
        }
        double largest = flows.drawn().isEmpty() ? 1 : flows.drawn().get(0).count();
        for (Edge edge : flows.drawn()) {
            Box from = box(edge.from());
            Box to = box(edge.to());
            int distance =
                    flows.channels().indexOf(edge.to()) - flows.channels().indexOf(edge.from());
            boolean arc = from.left == to.left;
            int side = !arc ? 0 : distance > 0 ? 1 : -1;
            Line line = new Line(
                    edge,
                    1 + (WIDEST_LINE - 1) * edge.count() / largest,
                    new End(to),
                    new End(from),
                    side,
                    Math.abs(distance));
            (side < 0 ? from.atLeft : from.atRight).add(line.leaves);
            (side > 0 ? to.atRight : to.atLeft).add(line.reaches);
            lines.add(line);
        }
    }

    private String channelNote(String channel) {
        String touches = count(flows.leaving().getOrDefault(channel, 0.0));
        return flows.staying().containsKey(channel) ? touches + ", again " + share(flows.again(channel)) : touches;
    }

    private Box box(String name) {
        return Objects.requireNonNull(boxes.get(name), name);
    }

    /** Sets the channels below each other, the start and the ends beside their middle. {@return the height below all} */
    private double layOut(double top) {
        double y = top;
        for (String channel : flows.channels()) {
            box(channel).top = y;
            y += box(channel).height() + GAP;
        }
        Box start = box(graph.start());
        Box converted = box(graph.converted());
        Box lost = box(graph.lost());
        double ends = converted.height() + lost.height() + GAP;
        double height = Math.max(y - GAP - top, Math.max(start.height(), ends));
        double spare = Math.max(0, (height - (y - GAP - top)) / 2);
        flows.channels().forEach(channel -> box(channel).top += spare);
        start.top = top + (height - start.height()) / 2;
        double between = (height - ends) / 3;
        converted.top = top + between;
        lost.top = converted.top + converted.height() + GAP + between;
        boxes.values().forEach(Box::spread);
        return top + height + 12;
    }

    private void draw(Line line) {
        Box from = box(line.edge.from());
        Box to = box(line.edge.to());
        double x = line.side < 0 ? from.left : from.right();
        double end = line.side > 0 ? to.right() : to.left;
        int heading = line.side > 0 ? -1 : 1;
        double tip = end - heading * ARROW;
        double bend = line.side == 0 ? (tip - x) / 2 : line.side * bulge(line);
        double back = line.side == 0 ? tip - bend : end + bend;
        xml.open("g").open("path", "cx-flow " + colour(line) + "-line");
        xml.attr(
                "d",
                "M" + Xml.point(x, line.leaves.y) + "C" + Xml.point(x + bend, line.leaves.y) + " "
                        + Xml.point(back, line.reaches.y) + " " + Xml.point(tip, line.reaches.y));
        xml.attr("style", "stroke-width:" + Xml.number(line.width)).close();
        double half = line.width / 2 + 2.5;
        xml.path(
                colour(line),
                "M" + Xml.point(end, line.reaches.y) + "L" + Xml.point(tip, line.reaches.y - half) + "V"
                        + Xml.number(line.reaches.y + half) + "z");
        xml.leaf("title", words(line.edge)).close();
    }

    private static double bulge(Line line) {
        return Math.min(44 + 18.0 * line.distance, 128);
    }

    private String colour(Line line) {
        String to = line.edge.to();
        return to.equals(graph.converted())
                ? "cx-good"
                : to.equals(graph.lost()) ? "cx-bad" : line.side == 0 ? "cx-calm" : "cx-seen";
    }

    /** Writes the share beside the channel, or at the crown of an arc, unless something is written or stands there. */
    private void label(Line line) {
        String text = share(flows.probability(line.edge));
        double width = TextStyle.SMALL.width(text);
        double height = TextStyle.SMALL.lineHeight() - 1;
        double left;
        double top;
        if (line.side != 0) {
            double crown = CHANNEL_LEFT + (line.side > 0 ? CHANNEL_BOX : 0) + line.side * (0.75 * bulge(line) - 1);
            left = crown - width / 2;
            top = (line.leaves.y + line.reaches.y) / 2 - height / 2;
        } else if (line.edge.from().equals(graph.start())) {
            left = CHANNEL_LEFT - ARROW - 4 - width;
            top = line.reaches.y - height / 2;
        } else {
            left = CHANNEL_LEFT + CHANNEL_BOX + 5;
            top = line.leaves.y - height / 2;
        }
        double[] room = {left - 2, top, left + width + 2, top + height};
        if (taken.stream().noneMatch(other -> overlap(room, other))) {
            taken.add(room);
            TextBlock.line(text, TextStyle.SMALL).draw(xml, "cx-e cx-halo", left, top);
        }
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    }

    private double note(double y) {
        List<String> notes = new ArrayList<>();
        if (flows.leftOut() > 0) {
            notes.add(flows.leftOut() + " of " + flows.kinds() + " kinds of transitions are not drawn: "
                    + Numerals.percent(flows.shareLeftOut()) + " of all transitions.");
        }
        if (flows.merged() > 0) {
            notes.add(flows.merged() + " channels with fewer touches are one box.");
        }
        if (notes.isEmpty()) {
            return y - 12;
        }
        TextBlock block = TextBlock.wrap(String.join(" ", notes), TextStyle.SMALL, WIDTH - 2 * MARGIN);
        block.draw(xml, "", MARGIN, y);
        return y + block.height();
    }

    private List<String> facts() {
        return flows.drawn().stream().map(this::words).toList();
    }

    private String words(Edge edge) {
        return edge.from() + " to " + edge.to() + " " + count(edge.count()) + " (" + share(flows.probability(edge))
                + ")";
    }

    private static String share(double share) {
        return share > 0 && share < 0.005 ? "<1 %" : Numerals.number(100 * share, 0) + " %";
    }

    private static String count(double count) {
        return Numerals.number(count, count == Math.rint(count) ? 0 : 1);
    }
}
