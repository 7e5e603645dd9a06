package org.cxkit.journey.render;

/**
 * The few sizes and weights of text in our pictures, each with the style-sheet class of the same look; the smallest is
 * the most frequent and needs no class.
 */
enum TextStyle {
    TITLE("cx-t1", 20, true),
    HEADING("cx-t2", 14, true),
    NAME("cx-t3", 13, true),
    BODY("cx-t4", 12, false),
    SMALL("", 11, false),
    PIN("cx-t5", 10, true);

    private final String cssClass;
    private final int size;
    private final boolean bold;

    TextStyle(String cssClass, int size, boolean bold) {
        this.cssClass = cssClass;
        this.size = size;
        this.bold = bold;
    }

    String cssClass() {
        return cssClass;
    }

    int size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    double lineHeight() {
        return Math.ceil(size * 1.3);
    }

    double width(String line) {
        return Glyphs.width(line, size, bold);
    }
}
