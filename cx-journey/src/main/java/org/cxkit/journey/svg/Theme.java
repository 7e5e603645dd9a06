package org.cxkit.journey.svg;

/**
 * The style sheet that every picture carries: colours as CSS variables, light by default and in print, dark where the
 * reader's screen is.
 *
 * <p>Each use names the light colour too, for viewers that know no variables. The hues are those of Okabe and Ito,
 * which people with any common colour vision can tell apart; where red and green would be usual they are vermillion
 * and bluish green, and no meaning rests on colour alone.
 *
 * <p>Source: M. Okabe, K. Ito, "Color Universal Design", University of Tokyo, 2008.
 */
public final class Theme {
    /** The hues {@code cx-h0} to {@code cx-h5}; a seventh stage or series begins again with the first. */
    public static final int HUES = 6;

    private static final String[][] COLOURS = {
        // name, light, dark
        {"bg", "#ffffff", "#14181f"},
        {"ink", "#1c2430", "#e9edf2"},
        {"muted", "#566273", "#a3afbf"},
        {"line", "#d3d9e1", "#39424f"},
        {"panel", "#f4f6f9", "#1d232c"},
        {"good", "#008f68", "#2fbf93"},
        {"bad", "#c94f00", "#f0813a"},
        {"calm", "#8a94a3", "#8a94a3"},
        {"seen", "#0065a8", "#62b4ea"},
        {"h0", "#0072b2", "#4aa8e0"},
        {"h1", "#d55e00", "#f08a45"},
        {"h2", "#009e73", "#35c49b"},
        {"h3", "#b3578f", "#d98cb9"},
        {"h4", "#c98a00", "#e9b13c"},
        {"h5", "#3f97cc", "#8ccbf2"},
    };

    private static final String SHEET = sheet();

    private Theme() {}

    /** {@return the CSS that belongs into each picture} */
    public static String css() {
        return SHEET;
    }

    /** {@return the class of the i-th hue: its colour as fill} */
    public static String hue(int i) {
        return "cx-h" + i % HUES;
    }

    /** {@return the class of the i-th hue as outline, without fill} */
    public static String outline(int i) {
        return "cx-o" + i % HUES;
    }

    private static String sheet() {
        StringBuilder css = new StringBuilder();
        css.append(".cx{").append(variables(1)).append('}');
        css.append("@media screen and (prefers-color-scheme:dark){.cx{")
                .append(variables(2))
                .append("}}");
        css.append(".cx text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;")
                .append("font-size:")
                .append(TextStyle.SMALL.size())
                .append("px;")
                .append(colour("fill", "muted"))
                .append('}');
        for (TextStyle style : TextStyle.values()) {
            if (style != TextStyle.SMALL) {
                css.append(".cx .").append(style.cssClass());
                css.append("{font-size:").append(style.size()).append("px;").append(colour("fill", "ink"));
                css.append(style.bold() ? "font-weight:600}" : "}");
            }
        }
        css.append(".cx .cx-e{")
                .append(colour("fill", "ink"))
                .append("}.cx .cx-m{")
                .append(colour("fill", "muted"));
        css.append('}');
        css.append(".cx .cx-w{fill:#fff}.cx .cx-k{fill:#111}");
        fill(css, "bg", "panel", "good", "bad", "calm", "seen");
        css.append(".cx-card{")
                .append(colour("fill", "bg"))
                .append(colour("stroke", "line"))
                .append('}');
        stroke(css, "line", "line", 1);
        stroke(css, "axis", "calm", 1);
        stroke(css, "rule", "ink", 2.5);
        stroke(css, "icon", "ink", 1.5);
        stroke(css, "seen-line", "seen", 2);
        for (String name : new String[] {"good", "bad", "calm"}) {
            stroke(css, name + "-line", name, 2);
        }
        stroke(css, "face", "bg", 1.6);
        stroke(css, "part", "seen", 6);
        stroke(css, "full", "line", 6);
        css.append(".cx .cx-n,.cx .cx-t5{").append(colour("fill", "bg")).append("}.cx .cx-t5{text-anchor:middle}");
        css.append(".cx-flow{stroke-opacity:.45}.cx-halo{paint-order:stroke;stroke-width:3px;stroke-linejoin:round;")
                .append(colour("stroke", "bg"))
                .append("}");
        css.append(
                ".cx-dash{stroke-dasharray:6 4}.cx-wash{fill-opacity:.06}.cx-faint{fill-opacity:.16}.cx-half{fill-opacity:.4}");
        css.append(".cx-icon,.cx-rule,.cx-face{stroke-linecap:round;stroke-linejoin:round}");
        for (int i = 0; i < HUES; i++) {
            css.append('.')
                    .append(hue(i))
                    .append('{')
                    .append(colour("fill", "h" + i))
                    .append('}');
            stroke(css, outline(i).substring(3), "h" + i, 2);
        }
        return css.toString();
    }

    private static void fill(StringBuilder css, String... names) {
        for (String name : names) {
            css.append(".cx-")
                    .append(name)
                    .append('{')
                    .append(colour("fill", name))
                    .append('}');
        }
    }

    private static void stroke(StringBuilder css, String cssClass, String colour, double width) {
        css.append(".cx-").append(cssClass).append("{fill:none;").append(colour("stroke", colour));
        css.append("stroke-width:").append(Xml.number(width)).append('}');
    }

    private static String colour(String property, String name) {
        for (String[] row : COLOURS) {
            if (row[0].equals(name)) {
                return property + ":" + row[1] + ";" + property + ":var(--cx-" + name + ");";
            }
        }
        throw new IllegalArgumentException("no colour is called " + name);
    }

    private static String variables(int column) {
        StringBuilder list = new StringBuilder();
        for (String[] row : COLOURS) {
            list.append("--cx-").append(row[0]).append(':').append(row[column]).append(';');
        }
        return list.toString();
    }
}
