package org.cxkit.journey.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text broken into lines that fit a width.
 *
 * <p>Lines break at white space, yet keep a number and its unit together; a word that is wider than a line breaks after
 * a hyphen, slash, underscore or full stop where that helps, else anywhere but before a combining mark. Nothing is cut
 * off, however long the text. Immutable.
 */
public final class TextBlock {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    /** A space, but not one between a number and its unit, nor between an n and its number. */
    private static final Pattern BREAK = Pattern.compile(" (?<!\\bn )(?!(?:%|min|ms|[dhs])(?:[ ),;.]|$))");

    private final List<String> lines;
    private final TextStyle style;

    private TextBlock(List<String> lines, TextStyle style) {
        this.lines = lines;
        this.style = style;
    }

    /** {@return the text in as many lines as it takes} */
    public static TextBlock wrap(String text, TextStyle style, double maxWidth) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : BREAK.splitAsStream(WHITE_SPACE.matcher(text.strip()).replaceAll(" "))
                .toList()) {
            String rest = word;
            if (!line.isEmpty()) {
                if (style.width(line + " " + word) <= maxWidth) {
                    line.append(' ').append(word);
                    continue;
                }
                lines.add(line.toString());
                line.setLength(0);
            }
            while (style.width(rest) > maxWidth) {
                int cut = cut(rest, style, maxWidth);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return new TextBlock(List.copyOf(lines), style);
    }

    /** {@return the text in one line, however wide} */
    public static TextBlock line(String text, TextStyle style) {
        return new TextBlock(List.of(text), style);
    }

    /** Where to break a word that is too wide: at least one character, then as many as fit. */
    private static int cut(String word, TextStyle style, double maxWidth) {
        int end = next(word, 0);
        int good = 0;
        for (int i = end; i < word.length() && style.width(word.substring(0, i)) <= maxWidth; i = next(word, i)) {
            end = i;
            if ("-/_.,:;&?=".indexOf(word.charAt(i - 1)) >= 0) {
                good = i;
            }
        }
        return good * 2 > end ? good : end;
    }

    private static int next(String word, int from) {
        int i = from + Character.charCount(word.codePointAt(from));
        while (i < word.length() && Glyphs.joins(word.codePointAt(i))) {
            i += Character.charCount(word.codePointAt(i));
        }
        return i;
    }

    List<String> lines() {
        return lines;
    }

    /** {@return the height of all lines} */
    public double height() {
        return lines.size() * style.lineHeight();
    }

    /** {@return the width of the widest line} */
    public double width() {
        return lines.stream().mapToDouble(style::width).max().orElse(0);
    }

    /** Draws the block with its upper left corner at the point. */
    public void draw(Xml xml, String cssClass, double left, double top) {
        draw(xml, cssClass, left, top, "start");
    }

    /** Draws the block centred on x, or ending there. */
    public void draw(Xml xml, String cssClass, double x, double top, String anchor) {
        double baseline = top + Math.round(style.size() * 0.97);
        xml.open("text", (cssClass + " " + style.cssClass()).strip())
                .attr("x", x)
                .attr("y", baseline);
        if (!anchor.equals("start")) {
            xml.attr("text-anchor", anchor);
        }
        xml.text(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            xml.open("tspan")
                    .attr("x", x)
                    .attr("dy", style.lineHeight())
                    .text(line)
                    .close();
        }
        xml.close();
    }
}
