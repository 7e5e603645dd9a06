package org.cxkit.journey.render;

import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.PainPoint;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Xml;

/**
 * A numbered pin: a circle for a pain point, a diamond for a delight, a square for headroom; the larger, the graver.
 *
 * @param cssClass its colour
 * @param shape {@code o}, {@code d} or {@code s}
 * @param number what is written on it
 * @param size 1 to 5
 * @param text what it stands for
 */
record Pin(String cssClass, char shape, int number, int size, String text) {

    static Pin of(PainPoint pain, int number) {
        return new Pin("cx-bad", 'o', number, pain.severity(), pain.text());
    }

    static Pin of(Opportunity chance, int number) {
        boolean delight = chance.kind() == Opportunity.Kind.DELIGHT;
        return new Pin(delight ? "cx-good" : "cx-seen", delight ? 'd' : 's', number, chance.impact(), chance.text());
    }

    /** Half the width. */
    double radius() {
        double room = TextStyle.PIN.width(Integer.toString(number)) / 2 + (shape == 'd' ? 4.5 : 2);
        return Math.max(6.5 + 0.8 * size, room);
    }

    /** Draws the pin around a point. */
    void draw(Xml xml, double x, double y) {
        double r = radius();
        switch (shape) {
            case 'o' ->
                xml.open("circle", cssClass)
                        .attr("cx", x)
                        .attr("cy", y)
                        .attr("r", r)
                        .close();
            case 's' -> xml.rect(cssClass, x - r, y - r, 2 * r, 2 * r, 3);
            default ->
                xml.path(
                        cssClass,
                        "M" + Xml.point(x, y - r) + "L" + Xml.point(x + r, y) + "L" + Xml.point(x, y + r) + "L"
                                + Xml.point(x - r, y) + "z");
        }
        TextBlock.line(Integer.toString(number), TextStyle.PIN).draw(xml, "", x, y - 6);
    }
}
