package org.cxkit.journey.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * What every picture has around its drawing: size, accessible name and description, style sheet, background.
 *
 * <p>Every text lies inside the first rectangle of the group it stands in, or of the whole picture: that is the rule by
 * which tests find text that overflows.
 */
final class Figure {
    /** The width of a chart: narrow enough to be read on a phone, wide enough for two side by side on a screen. */
    static final double CHART_WIDTH = 480;

    static final double MARGIN = 16;

    /** The width that a chart has for its drawing. */
    static final double INNER = CHART_WIDTH - 2 * MARGIN;

    static final String NO_DATA = "no data";

    private Figure() {}

    /** {@return the SVG document of a chart, which shrinks with its container} */
    static String chart(String title, List<String> facts, double height, Xml body) {
        String description = facts.isEmpty() ? NO_DATA : String.join("; ", facts);
        return svg(title, description, CHART_WIDTH, height, body, "max-width:100%;height:auto");
    }

    /** {@return the SVG document of a map, which keeps its size so that its text stays readable} */
    static String map(String title, String description, double width, double height, Xml body) {
        return svg(title, description, width, height, body, "");
    }

    private static String svg(String title, String description, double width, double height, Xml body, String style) {
        Xml xml = new Xml();
        xml.open("svg", "cx")
                .attr("xmlns", "http://www.w3.org/2000/svg")
                .attr("viewBox", "0 0 " + Xml.number(width) + " " + Xml.number(height))
                .attr("width", width)
                .attr("height", height)
                .attr("role", "img");
        if (!style.isEmpty()) {
            xml.attr("style", style);
        }
        xml.leaf("title", title).leaf("desc", description).leaf("style", Theme.css());
        xml.rect("cx-bg", 0, 0, width, height, 8);
        return xml.append(body).close().finish();
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

    /** Draws a row of swatches with their names, in as many lines as it takes. {@return the height below them} */
    static double legend(Xml xml, List<String> names, IntConsumer swatch, double y, double width) {
        double x = MARGIN;
        for (int i = 0; i < names.size(); i++) {
            TextBlock name = TextBlock.wrap(names.get(i), TextStyle.SMALL, width - 18);
            if (x > MARGIN && x + 18 + name.width() > MARGIN + width) {
                x = MARGIN;
                y += 20;
            }
            xml.open("g").attr("transform", "translate(" + Xml.point(x, y + 2) + ")");
            swatch.accept(i);
            xml.close();
            name.draw(xml, "", x + 16, y);
            x += 16 + name.width() + 16;
            y += name.height() - TextStyle.SMALL.lineHeight();
        }
        return y + 22;
    }

    /** A number with this many decimals and thousands apart, such as {@code 12,345.6}; never {@code -0}. */
    static String number(double value, int decimals) {
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share as a percentage, such as {@code 12.5 %}. */
    static String percent(double share) {
        return number(100 * share, 1) + " %";
    }

    /** A signed score, such as {@code +1.5} or {@code 0.0}. */
    static String signed(double value) {
        String text = number(value, 1);
        return value > 0 && !text.equals("0.0") ? "+" + text : text;
    }

    /** A duration in its two largest units, such as {@code 3 min 20 s}, {@code 2 d} or {@code 450 ms}. */
    static String duration(Duration time) {
        long[] parts = {time.toDays(), time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart()};
        String[] units = {" d", " h", " min", " s"};
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                String largest = count(parts[i]) + units[i];
                return i + 1 < parts.length && parts[i + 1] > 0 ? largest + " " + parts[i + 1] + units[i + 1] : largest;
            }
        }
        return time.isZero() ? "0 s" : number(time.toNanos() / 1e6, time.toMillis() == 0 ? 3 : 0) + " ms";
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
