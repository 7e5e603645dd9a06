package org.cxkit.journey.chart;

import java.util.List;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/** What every chart has: its width, a title, captions, ticks. */
final class Frame {
    /** Narrow enough to be read on a phone, wide enough for two side by side on a screen. */
    static final double WIDTH = 400;

    static final double MARGIN = Figure.MARGIN;

    /** The width that a chart has for its drawing. */
    static final double INNER = WIDTH - 2 * MARGIN;

    static final String NO_DATA = "no data";

    private Frame() {}

    /** {@return the SVG document of a chart, which shrinks with its container} */
    static String chart(String title, List<String> facts, double height, Xml body) {
        String description = facts.isEmpty() ? NO_DATA : String.join("; ", facts);
        return Figure.fluid(title, description, WIDTH, height, body);
    }

    /** Draws the title of a chart. {@return the height below it} */
    static double title(Xml xml, String title) {
        TextBlock block = TextBlock.wrap(title, TextStyle.HEADING, INNER);
        block.draw(xml, "", MARGIN, MARGIN);
        return MARGIN + block.height() + 8;
    }

    /** Says that there is nothing to draw. {@return the height below it} */
    static double noData(Xml xml, double y) {
        TextBlock.line(NO_DATA, TextStyle.BODY).draw(xml, "cx-m", MARGIN, y);
        return y + TextStyle.BODY.lineHeight();
    }

    /** Draws a label at the left and a figure at the right of it. {@return the height below them} */
    static double caption(Xml xml, String label, String figure, double y) {
        TextBlock right = TextBlock.wrap(figure, TextStyle.BODY, INNER * 0.6);
        TextBlock left = TextBlock.wrap(label, TextStyle.BODY, INNER - right.width() - 12);
        left.draw(xml, "", MARGIN, y);
        right.draw(xml, "cx-m", MARGIN + INNER, y, "end");
        return y + Math.max(left.height(), right.height()) + 2;
    }

    /** Draws an interval along a bar, with a stop of this half height at both ends. */
    static void whisker(Xml xml, double low, double high, double y, double stop) {
        String stops = "v" + Xml.number(2 * stop);
        xml.path(
                "cx-icon",
                "M" + Xml.point(low, y) + "H" + Xml.number(high) + "M" + Xml.point(low, y - stop) + stops + "M"
                        + Xml.point(high, y - stop) + stops);
    }

    /** {@return how a tick is written} */
    static String tick(double tick) {
        return Numerals.number(tick, tick == Math.rint(tick) ? 0 : 2);
    }

    /** Round numbers from at most the low to at least the high, three to seven of them. */
    static double[] ticks(double low, double high) {
        double raw = (high - low) / 4;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step =
                raw / power <= 1 ? power : raw / power <= 2 ? 2 * power : raw / power <= 5 ? 5 * power : 10 * power;
        int first = (int) Math.floor(low / step);
        int last = (int) Math.ceil(high / step);
        double[] ticks = new double[last - first + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }
}
