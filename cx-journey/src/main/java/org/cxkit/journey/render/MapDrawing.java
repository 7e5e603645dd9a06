package org.cxkit.journey.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cxkit.core.persona.Persona;
import org.cxkit.core.stage.Stage;
import org.cxkit.core.touchpoint.Channel;
import org.cxkit.core.touchpoint.Medium;
import org.cxkit.journey.map.JourneyMap;
import org.cxkit.journey.map.MapStage;
import org.cxkit.journey.map.Measured;
import org.cxkit.journey.map.Opportunity;
import org.cxkit.journey.map.PainPoint;
import org.cxkit.journey.map.Step;
import org.cxkit.journey.svg.Figure;
import org.cxkit.journey.svg.Numerals;
import org.cxkit.journey.svg.TextBlock;
import org.cxkit.journey.svg.TextStyle;
import org.cxkit.journey.svg.Theme;
import org.cxkit.journey.svg.Xml;
import org.jspecify.annotations.Nullable;

/** Draws a journey map from top to bottom: title, persona, stages, cards, emotion, numbers, pins, backstage, legend. */
final class MapDrawing {
    private final JourneyMap map;
    private final @Nullable Measured measured;
    private final MapLayout layout;
    private final Xml xml = new Xml();
    private final List<List<Pin>> pains = new ArrayList<>();
    private final List<List<Pin>> chances = new ArrayList<>();

    MapDrawing(JourneyMap map, @Nullable Measured measured) {
        this.map = map;
        this.measured = measured;
        this.layout = new MapLayout(map);
        int pain = 1;
        int chance = 1;
        for (MapLayout.Column column : layout.columns()) {
            List<Pin> hurts = new ArrayList<>();
            List<Pin> hopes = new ArrayList<>();
            if (column.step() != null) {
                for (PainPoint point : column.step().painPoints()) {
                    hurts.add(Pin.of(point, pain++));
                }
                for (Opportunity opportunity : column.step().opportunities()) {
                    hopes.add(Pin.of(opportunity, chance++));
                }
            }
            pains.add(hurts);
            chances.add(hopes);
        }
    }

    String svg() {
        double top = header();
        double y = stages(top) + 8;
        y = loops(y);
        y = cards(y) + 18;
        MapLanes lanes = new MapLanes(xml, layout);
        if (map.steps().stream().anyMatch(step -> step.emotion() != null) || measuredEmotion()) {
            y = EmotionLane.draw(xml, layout, measured, y) + 18;
        }
        if (measured != null) {
            y = lanes.measured(measured, y);
        }
        y = lanes.pins("Pain points", pains, y);
        y = lanes.pins("Opportunities", chances, y);
        y = lanes.backstage(y);
        double bottom = y;
        y = MapLegend.draw(xml, map, measured, y + 6, layout.width() - 2 * Figure.MARGIN);
        Xml whole = new Xml();
        stripes(whole, top, bottom);
        whole.append(xml);
        String title =
                map.name() + (map.persona() == null ? "" : ", " + map.persona().name());
        return Figure.fixed(title, description(), layout.width(), y + Figure.MARGIN, whole);
    }

    private boolean measuredEmotion() {
        return measured != null && measured.steps().stream().anyMatch(step -> step.emotion() != null);
    }

    private double header() {
        double width = layout.width() - 2 * Figure.MARGIN;
        TextBlock title = TextBlock.wrap(map.name(), TextStyle.TITLE, width);
        title.draw(xml, "", Figure.MARGIN, Figure.MARGIN);
        double y = Figure.MARGIN + title.height() + 8;
        Persona persona = map.persona();
        return persona == null ? y : persona(persona, y, Math.min(width, 720)) + 12;
    }

    private double persona(Persona persona, double top, double width) {
        double left = Figure.MARGIN + 56;
        Xml chip = new Xml();
        double y = line(chip, "", persona.name(), TextStyle.HEADING, left, top + 8, width - 68);
        if (persona.goal() != null) {
            y = line(chip, "", persona.goal(), TextStyle.BODY, left, y, width - 68);
        }
        if (persona.quote() != null) {
            y = line(chip, "cx-m", "“" + persona.quote() + "”", TextStyle.BODY, left, y, width - 68);
        }
        double height = Math.max(y + 6 - top, 52);
        double widest = Math.max(widths(persona.goal(), persona.quote()), TextStyle.HEADING.width(persona.name()));
        double framed = Math.min(width, widest + 68);
        xml.open("g").rect("cx-panel", Figure.MARGIN, top, framed, height, 10);
        xml.open("circle", Theme.hue(0)).attr("cx", Figure.MARGIN + 28).attr("cy", top + 26);
        xml.attr("r", 18).close();
        TextBlock.line(initials(persona.name()), TextStyle.HEADING)
                .draw(xml, "cx-n", Figure.MARGIN + 28, top + 17, "middle");
        xml.append(chip).close();
        return top + height;
    }

    /** The width of a goal and of a quote in its quotation marks. */
    private static double widths(@Nullable String goal, @Nullable String quote) {
        return Math.max(
                goal == null ? 0 : TextStyle.BODY.width(goal),
                quote == null ? 0 : TextStyle.BODY.width("“" + quote + "”"));
    }

    private static double line(
            Xml xml, String cssClass, String text, TextStyle style, double left, double top, double width) {
        TextBlock block = TextBlock.wrap(text, style, width);
        block.draw(xml, cssClass, left, top);
        return top + block.height();
    }

    /** The first letters of the first and the last word. */
    private static String initials(String name) {
        String text = name.strip();
        int last = text.lastIndexOf(' ') + 1;
        String first = text.substring(0, text.offsetByCodePoints(0, 1));
        String second = last == 0 ? "" : text.substring(last, text.offsetByCodePoints(last, 1));
        return (first + second).toUpperCase(Locale.ROOT);
    }

    /** A faint stripe behind each stage through all lanes. */
    private void stripes(Xml under, double top, double bottom) {
        for (int i = 0; i < layout.stages().size(); i++) {
            MapLayout.Span span = layout.stages().get(i);
            double left = layout.left(span.first()) - 5;
            under.rect(Theme.hue(i) + " cx-wash", left, top, layout.right(span.last()) + 5 - left, bottom - top, 10);
        }
    }

    private double stages(double top) {
        List<TextBlock> names = new ArrayList<>();
        double height = 0;
        for (int i = 0; i < layout.stages().size(); i++) {
            MapLayout.Span span = layout.stages().get(i);
            double width = layout.right(span.last()) - layout.left(span.first()) - 16;
            names.add(TextBlock.wrap(map.stages().get(i).stage().name(), TextStyle.HEADING, width));
            height = Math.max(height, names.get(i).height() + 14);
        }
        for (int i = 0; i < names.size(); i++) {
            MapLayout.Span span = layout.stages().get(i);
            Stage stage = map.stages().get(i).stage();
            double left = layout.left(span.first()) - 5;
            double width = layout.right(span.last()) + 5 - left;
            xml.open("g").rect(Theme.hue(i) + " cx-half", left, top, width, height, 10);
            if (!stage.definition().isEmpty()) {
                xml.leaf("title", stage.definition());
            }
            names.get(i)
                    .draw(
                            xml,
                            "",
                            left + width / 2,
                            top + (height - names.get(i).height()) / 2,
                            "middle");
            xml.close();
        }
        return top + height;
    }

    private double loops(double top) {
        if (layout.loops().isEmpty()) {
            return top;
        }
        for (MapLayout.Span loop : layout.loops()) {
            boolean single = loop.first() == loop.last();
            double from = layout.middle(loop.last()) + (single ? 24 : 0);
            double to = layout.middle(loop.first()) - (single ? 24 : 0);
            xml.path(
                    "cx-icon",
                    "M" + Xml.point(from, top + 20) + "v-8q0-6-6-6H" + Xml.number(to + 6) + "q-6 0-6 6v7M"
                            + Xml.point(to - 4, top + 14) + "l4 5l4-5");
        }
        return top + 24;
    }

    private double cards(double top) {
        List<MapLanes.@Nullable Content> contents = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            MapLayout.Column column = layout.columns().get(i);
            int index = i;
            contents.add((part, left, y) -> column.step() == null
                    ? line(part, "cx-m", "no touchpoint", TextStyle.BODY, left, y, layout.textWidth())
                    : card(part, column.step(), index, left, y));
        }
        double bottom = new MapLanes(xml, layout).row(contents, this::frame, top);
        StringBuilder arrows = new StringBuilder();
        for (int i = 1; i < contents.size(); i++) {
            double x = layout.left(i) - MapLayout.GAP / 2;
            arrows.append('M')
                    .append(Xml.point(x - 2.5, (top + bottom) / 2 - 5))
                    .append("l5 5l-5 5");
        }
        if (!arrows.isEmpty()) {
            xml.path("cx-icon", arrows.toString());
        }
        MapLayout.laneName(xml, "Steps", top + 8);
        return bottom;
    }

    /** Filled for digital, outlined for physical, both for both, a plain card where that is not said. */
    private String frame(int i) {
        MapLayout.Column column = layout.columns().get(i);
        if (column.step() == null) {
            return "cx-axis cx-dash";
        }
        boolean digital = MapLayout.has(column.step(), Medium.DIGITAL);
        boolean physical = MapLayout.has(column.step(), Medium.PHYSICAL);
        String filled = Theme.hue(column.stage()) + " cx-faint";
        if (physical) {
            return Theme.outline(column.stage()) + (digital ? " " + filled : "");
        }
        return digital ? filled : "cx-card";
    }

    private double card(Xml part, Step step, int index, double left, double top) {
        part.leaf("title", tooltip(step));
        double y = icons(part, step, left, top);
        y = line(part, "", step.title(), TextStyle.NAME, left, y, layout.textWidth());
        if (!step.text().isBlank()) {
            y = line(part, "cx-m", step.text(), TextStyle.BODY, left, y + 1, layout.textWidth());
        }
        List<String> notes = new ArrayList<>();
        if (layout.columns().get(index).optional()) {
            notes.add("optional");
        }
        if (step.within() != null) {
            notes.add("promised within " + Numerals.duration(step.within()));
        }
        if (!notes.isEmpty()) {
            y = line(part, "", String.join(" · ", notes), TextStyle.SMALL, left, y + 3, layout.textWidth());
        }
        return cardPins(part, index, left, y + 4);
    }

    private double icons(Xml part, Step step, double left, double top) {
        double x = left;
        double y = top;
        for (Channel channel : step.channels()) {
            if (x + ChannelIcon.SIZE > left + layout.textWidth()) {
                x = left;
                y += ChannelIcon.SIZE + 4;
            }
            part.path("cx-icon", "M" + Xml.point(x, y) + ChannelIcon.path(channel));
            x += ChannelIcon.SIZE + 6;
        }
        return step.channels().isEmpty() ? top : y + ChannelIcon.SIZE + 5;
    }

    private double cardPins(Xml part, int index, double left, double top) {
        List<Pin> pins = new ArrayList<>(pains.get(index));
        pins.addAll(chances.get(index));
        double x = left;
        double y = top;
        for (Pin pin : pins) {
            if (x > left && x + 2 * pin.radius() > left + layout.textWidth()) {
                x = left;
                y += 24;
            }
            pin.draw(part, x + pin.radius(), y + 11);
            x += 2 * pin.radius() + 4;
        }
        return pins.isEmpty() ? top : y + 24;
    }

    private static String tooltip(Step step) {
        String channels = step.channels().stream().map(Channel::name).collect(Collectors.joining(", "));
        return (channels.isEmpty() ? "" : channels + "; ") + "events: " + String.join(", ", step.events());
    }

    /** All that the picture shows, in words. */
    private String description() {
        StringBuilder words =
                new StringBuilder("Customer journey in " + map.stages().size() + " stages.");
        for (MapStage stage : map.stages()) {
            words.append(' ').append(stage.stage().name()).append(": ");
            String steps = stage.steps().stream().map(this::words).collect(Collectors.joining("; "));
            words.append(steps.isEmpty() ? "no touchpoint" : steps).append('.');
        }
        return words.toString();
    }

    private String words(Step step) {
        StringBuilder words = new StringBuilder(step.title());
        if (step.emotion() != null) {
            words.append(", emotion ").append(Numerals.signed(step.emotion().value()));
        }
        if (measured != null) {
            measured.step(step.id())
                    .ifPresent(found -> words.append(", reached by ").append(Numerals.count(found.reached())));
        }
        return words.toString();
    }
}
