package org.cxkit.journey.page;

/**
 * A growing piece of HTML that is XML too: every text and attribute is escaped, only {@link #raw} is not. Confined to one
 * thread.
 */
final class Markup {

    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder html = new StringBuilder(1 << 16);

    /** Opens an element; attributes come as name, value, name, value. */
    Markup open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }
        html.append('>');
        return this;
    }

    Markup close(String element) {
        html.append("</").append(element).append(">\n");
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with nothing but text. */
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Adds markup that is known to be well formed, such as a drawing of ours. */
    Markup raw(String markup) {
        html.append(markup);
        return this;
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
            }
        });
    }

    /** Control characters and halves of surrogate pairs are no text, neither in HTML nor in XML. */
    private static boolean isAllowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
