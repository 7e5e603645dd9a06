package org.cxkit.journey.svg;

/**
 * The few sizes and weights of text in our pictures, each with the style-sheet class of the same look; the smallest is
 * the most frequent and needs no class.
 */
public enum TextStyle {
    /** The name of a map. */
    TITLE("cx-t1", 20, true),
    /** The title of a chart, the name of a stage. */
    HEADING("cx-t2", 14, true),
    /** The name of a step. */
    NAME("cx-t3", 13, true),
    /** Captions and labels. */
    BODY("cx-t4", 12, false),
    /** What explains, and the marks of axes. */
    SMALL("", 11, false),
    /** The number in a pin. */
    PIN("cx-t5", 10, true);

    private final String cssClass;
    private final int size;
    private final boolean bold;

    TextStyle(String cssClass, int size, boolean bold) {
        this.cssClass = cssClass;
        this.size = size;
        this.bold = bold;
    }

    /** {@return its class in the style sheet, empty for the smallest} */
    public String cssClass() {
        return cssClass;
    }

    /** {@return the font size in pixels} */
    public int size() {
        return size;
    }

    /** {@return whether the font is bold} */
    public boolean bold() {
        return bold;
    }

    /** {@return from one baseline to the next, in pixels} */
    public double lineHeight() {
        return Math.ceil(size * 1.3);
    }

    /** {@return how wide a line is at most, in pixels} */
    public double width(String line) {
        return Glyphs.width(line, size, bold);
    }
}
