package org.cxkit.journey.svg;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * What every picture has around its drawing: size, accessible name and description, style sheet, background.
 *
 * <p>Every text lies inside the first rectangle of the group it stands in, or of the whole picture: that is the rule by
 * which tests find text that overflows.
 */
public final class Figure {
    /** What stays free at each side. */
    public static final double MARGIN = 16;

    private Figure() {}

    /** {@return the SVG document of a picture that shrinks with its container} */
    public static String fluid(String title, String description, double width, double height, Xml body) {
        return svg(title, description, width, height, body, "max-width:100%;height:auto");
    }

    /** {@return the SVG document of a picture that keeps its size, so that its text stays readable} */
    public static String fixed(String title, String description, double width, double height, Xml body) {
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

    /** Draws a row of swatches with their names, in as many lines as it takes. {@return the height below them} */
    public static double legend(Xml xml, List<String> names, IntConsumer swatch, double y, double width) {
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
            x += 16 + name.width() + 10;
            y += name.height() - TextStyle.SMALL.lineHeight();
        }
        return y + 22;
    }
}
