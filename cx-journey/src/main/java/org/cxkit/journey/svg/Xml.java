package org.cxkit.journey.svg;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes well-formed XML into a string: elements are closed in order, attribute values and text are escaped, and
 * characters that XML 1.0 forbids become U+FFFD.
 *
 * <p>Numbers are written with at most one decimal and never by a locale, so that the same picture always has the same
 * bytes. Not thread-safe.
 */
public final class Xml {
    private final StringBuilder out = new StringBuilder(1 << 14);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Opens an element. */
    public Xml open(String name) {
        endTag();
        out.append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Opens an element of a style-sheet class. */
    public Xml open(String name, String cssClass) {
        return open(name).attr("class", cssClass);
    }

    /**
     * Gives the element just opened an attribute.
     *
     * @throws IllegalStateException if something else was written since
     */
    public Xml attr(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException("an attribute must follow the opening of its element: " + name);
        }
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
        return this;
    }

    /** Gives the element just opened an attribute with at most one decimal. */
    public Xml attr(String name, double value) {
        return attr(name, number(value));
    }

    /** Adds text. */
    public Xml text(String text) {
        endTag();
        escape(text);
        return this;
    }

    /** Adds what another writer has written, which must be complete. */
    public Xml append(Xml part) {
        endTag();
        out.append(part.finish());
        return this;
    }

    /** Closes the element opened last. */
    public Xml close() {
        String name = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element with nothing but text in it. */
    public Xml leaf(String name, String text) {
        return open(name).text(text).close();
    }

    /** A rectangle, its corners rounded if the radius is positive. */
    public Xml rect(String cssClass, double x, double y, double width, double height, double radius) {
        open("rect", cssClass).attr("x", x).attr("y", y).attr("width", width).attr("height", height);
        return (radius > 0 ? attr("rx", radius) : this).close();
    }

    /** A path. */
    public Xml path(String cssClass, String d) {
        return open("path", cssClass).attr("d", d).close();
    }

    /** A straight line. */
    public Xml line(String cssClass, double x1, double y1, double x2, double y2) {
        return path(cssClass, "M" + point(x1, y1) + "L" + point(x2, y2));
    }

    /**
     * {@return all that was written}
     *
     * @throws IllegalStateException if an element is still open
     */
    public String finish() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements left open: " + open);
        }
        return out.toString();
    }

    /** Two numbers as a path wants them. */
    public static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** A number with at most one decimal, such as {@code -12.5} or {@code 3}. */
    public static String number(double value) {
        long tenths = Math.round(value * 10);
        String sign = tenths < 0 ? "-" : "";
        long size = Math.abs(tenths);
        return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
