package org.cxkit.journey.svg;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture as the JDK's parser reads it. */
public final class SvgDocument {
    private final Document document;

    private SvgDocument(Document document) {
        this.document = document;
    }

    public static SvgDocument parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new SvgDocument(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException("not valid XML: " + svg, e);
        }
    }

    public Element root() {
        return document.getDocumentElement();
    }

    public List<Element> elements(String name) {
        NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** {@return the texts that leave the first rectangle of their group, by the width table; so none in a good picture} */
    public List<String> overflows() {
        List<String> overflows = new ArrayList<>();
        for (Element text : elements("text")) {
            Element frame = frame(text);
            double dx = shift(text, 0);
            double dy = shift(text, 1);
            double left = Double.MAX_VALUE;
            double right = 0;
            TextStyle style = style(text);
            double baseline = number(text, "y") + dy;
            double top = baseline - 0.93 * style.size();
            for (String line : lines(text)) {
                double width = style.width(line);
                double x = number(text, "x") + dx - width * anchor(text, style);
                left = Math.min(left, x);
                right = Math.max(right, x + width);
            }
            double bottom = baseline + (lines(text).size() - 1) * style.lineHeight() + 0.24 * style.size();
            double fx = number(frame, "x");
            double fy = number(frame, "y");
            if (left < fx - 0.1
                    || top < fy - 0.1
                    || right > fx + number(frame, "width") + 0.1
                    || bottom > fy + number(frame, "height") + 0.1) {
                overflows.add(text.getTextContent());
            }
        }
        return overflows;
    }

    private Element frame(Element text) {
        for (Node node = text.getParentNode(); node instanceof Element group; node = group.getParentNode()) {
            Element rect = firstRect(group);
            if (rect != null && !group.hasAttribute("transform")) {
                return rect;
            }
        }
        throw new IllegalArgumentException("a picture must have a background");
    }

    private static @Nullable Element firstRect(Element group) {
        for (Node child = group.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("rect")) {
                return (Element) child;
            }
        }
        return null;
    }

    private static double shift(Element text, int axis) {
        double sum = 0;
        for (Node node = text.getParentNode(); node instanceof Element group; node = group.getParentNode()) {
            String transform = group.getAttribute("transform");
            if (!transform.isEmpty()) {
                String inner = transform.substring("translate(".length(), transform.length() - 1);
                int space = inner.indexOf(' ');
                sum += Double.parseDouble(axis == 0 ? inner.substring(0, space) : inner.substring(space + 1));
            }
        }
        return sum;
    }

    private static TextStyle style(Element text) {
        List<String> classes = List.of(text.getAttribute("class").split(" ", -1));
        for (TextStyle style : TextStyle.values()) {
            if (style != TextStyle.SMALL && classes.contains(style.cssClass())) {
                return style;
            }
        }
        return TextStyle.SMALL;
    }

    private static double anchor(Element text, TextStyle style) {
        String anchor = style == TextStyle.PIN ? "middle" : text.getAttribute("text-anchor");
        return anchor.equals("middle") ? 0.5 : anchor.equals("end") ? 1 : 0;
    }

    private static List<String> lines(Element text) {
        List<String> lines = new ArrayList<>();
        for (Node child = text.getFirstChild(); child != null; child = child.getNextSibling()) {
            lines.add(child.getTextContent());
        }
        return lines;
    }

    static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
